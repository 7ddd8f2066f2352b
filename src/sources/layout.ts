import {type Contract, isDateCell} from "./contract/contract.ts";
import type {DeliveryHeader} from "./delivery_json.ts";
import {identifierKind} from "./identifiers.ts";
import {identifyingName} from "./identifying_names.ts";
import {RefusedDelivery} from "./refusals.ts";

/** Where the cells of a row stand, read from the header of its file. */
export interface Layout {
  readonly width: number;
  readonly names: readonly string[];
  /** Place of each column of the contract, in its order; -1 where it was left out. */
  readonly places: readonly number[];
  readonly key: number;
  /** Place of _delete, or -1. */
  readonly delete: number;
  /** Whether the column at a place holds dates. */
  readonly isDate: readonly boolean[];
  /** Columns that no contract knows. */
  readonly unknown: readonly string[];
}

const deleteColumn = "_delete";

/** Columns that the export of the quarantine adds for whoever mends a file; passed over when it is delivered again. */
export const noteColumns: readonly string[] = ["_problem", "_hint"];

const commonColumns = [deleteColumn, ...noteColumns];

/** Reads the header of a file without judging it. */
export function readLayout(header: readonly string[], {columns}: Contract): Layout {
  const known = new Map(columns.map((column) => [column.name, column]));
  const places = columns.map(({name}) => header.indexOf(name));
  return {
    width: header.length,
    names: header,
    places,
    key: places[0] ?? -1,
    delete: header.indexOf(deleteColumn),
    isDate: header.map((name) => isDateCell(known.get(name)?.cell ?? {kind: "text"})),
    unknown: header.filter((name) => !known.has(name) && !commonColumns.includes(name))
  };
}

/** The cell at a place, "" where the column was left out: an index below 0 would be looked up as a property, which is slow. */
export function cellAt(cells: readonly string[], place = -1): string {
  return place < 0 ? "" : (cells[place] ?? "");
}

interface HeaderRules {
  readonly mode: DeliveryHeader["mode"];
  readonly unknownColumns: "refuse" | "ignore";
  /** Folder and file, for messages. */
  readonly place: string;
}

/**
 * Refuses a header that the delivery format does not allow. A column's name is told only once every required column is
 * there: a file without a header has values of persons in its first row.
 */
export function judgeHeader(
  header: readonly string[],
  contract: Contract,
  {mode, unknownColumns, place}: HeaderRules
): void {
  const missing = contract.columns.find(({name, required}) => required && !header.includes(name));
  if (missing !== undefined)
    throw new RefusedDelivery("missing_column", `${place}: expected a column ${missing.name}, found none`);
  for (const [at, name] of header.entries()) judgeName(name, at, place);
  const repeated = header.find((name, at) => header.indexOf(name) !== at);
  if (repeated !== undefined)
    throw new RefusedDelivery("repeated_column", `${place}: expected each column once, found ${shown(repeated)} twice`);
  const {unknown} = readLayout(header, contract);
  for (const name of unknown) judgeUnknown(name, place);
  if (unknown[0] !== undefined && unknownColumns === "refuse")
    throw new RefusedDelivery(
      "unknown_column",
      `${place}: expected columns of the delivery format, found ${shown(unknown[0])}`
    );
  if (mode === "full" && header.includes(deleteColumn))
    throw new RefusedDelivery("delete_in_full", `${place}: expected no column _delete in a full delivery, found one`);
}

/** A column's name is a cell like any other: it may itself be an identifier, and is then not repeated. */
function judgeName(name: string, at: number, place: string): void {
  const kind = identifierKind(name, false);
  if (kind !== null)
    throw new RefusedDelivery("identifier_cell", `${place}, column ${at + 1}: expected no identifier, found ${kind}`);
}

function judgeUnknown(name: string, place: string): void {
  const kind = identifyingName(name);
  if (kind !== null)
    throw new RefusedDelivery(
      "identifier_column",
      `${place}: expected no identifying column, found ${name}, which says ${kind}`
    );
}

function shown(name: string): string {
  return name === "" ? "one without a name" : name;
}
