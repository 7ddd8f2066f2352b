import type {z} from "zod";
import type {Contract} from "./contract/contract.ts";
import {type GivenCells, rowSchema} from "./contract/row_schema.ts";
import {type Defect, type DefectCode, defectCodes} from "./defects.ts";
import type {Layout} from "./layout.ts";

/**
 * Names the first defect of a statement and its column, or null: by the order of the codes, then of the contract's columns.
 * Slow and exact; asked of the rows that row_check.ts turned away.
 */
export function defectFinder(contract: Contract, layout: Layout, deliveredOn: string) {
  const schema = rowSchema(contract, deliveredOn);

  return function firstDefect(cells: readonly string[]): Defect | null {
    const parsed = schema.safeParse(givenCells(contract, layout, cells));
    const found = parsed.success ? [] : parsed.error.issues.map(defectOf);
    if (layout.delete >= 0 && cells[layout.delete] !== "") found.push({code: "bad_value", column: "_delete"});
    const rank = ({code}: Defect) => defectCodes.indexOf(code);
    return found.sort((left, right) => rank(left) - rank(right))[0] ?? null;
  };
}

function givenCells({columns}: Contract, {places}: Layout, cells: readonly string[]): GivenCells {
  const all = columns.map(({name}, index) => [name, cells[places[index] ?? -1] ?? ""] as const);
  return Object.fromEntries(all.filter(([, cell]) => cell !== ""));
}

function defectOf({message, path}: z.core.$ZodIssue): Defect {
  const code: DefectCode | undefined = defectCodes.find((known) => known === message);
  if (code === undefined) throw new Error(`the row schema gave an issue that is no defect: ${message}`);
  return {code, column: path[0] === undefined ? null : String(path[0])};
}
