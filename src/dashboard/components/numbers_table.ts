import type {Catalogue} from "../catalogue.ts";
import type {ResultRow, RowOf} from "../published.ts";
import {signalLabel} from "./control_limits.ts";
import {formatCount, formatPeriod, formatValue} from "./format.ts";
import {html, type Markup} from "./markup.ts";
import {type Cell, type Column, table} from "./table.ts";
import {isSame, statusLabel} from "./words.ts";

type SpcRow = RowOf<"spc">;

const limitColumns: Column[] = [...["Average", "Lower limit", "Upper limit"].map(endColumn), {heading: "Signal"}];

/** Every row behind a trend, one number a cell. What a row does not have is a dash, and its status says why. */
export function numbersTable(
  catalogue: Catalogue,
  {caption, rows, limits}: {caption: string; rows: readonly ResultRow[]; limits: ReadonlyMap<string, SpcRow>}
): Markup {
  const hasShareLimits = [...limits.values()].some(({p_chart}) => p_chart !== "");
  const counted = countColumns(rows);
  const columns = [
    {heading: "Period"},
    ...["Value", "Lower", "Upper", ...counted.map(({heading}) => heading)].map(endColumn),
    ...(limits.size === 0 ? [] : limitColumns),
    ...(hasShareLimits ? [{heading: "Limits of the p chart"}] : []),
    {heading: "Status"}
  ];
  const cells = (row: ResultRow): Cell[] => {
    const judged = limits.get(row.period);
    return [
      formatPeriod(row.period),
      ...[row.value, row.lower, row.upper].map((number) => shown(number, row.unit)),
      ...counted.map(({of}) => shownCount(row[of])),
      ...(limits.size === 0 ? [] : limitCells(judged, row.unit)),
      ...(hasShareLimits ? [shareLimits(judged)] : []),
      statusAndReason(catalogue, row)
    ];
  };
  return table({caption, columns, kind: "numbers", rows: rows.map(cells)});
}

/** The counts that say something: what is no share has no numerator, and where units are the denominator one column is enough. */
function countColumns(rows: readonly ResultRow[]): {heading: string; of: "numerator" | "denominator" | "units"}[] {
  const isShare = rows.some(({numerator}) => numerator !== null);
  const hasOtherUnits = rows.some(({units, denominator}) => units !== denominator);
  return [
    ...(isShare
      ? [{heading: "Numerator", of: "numerator"} as const, {heading: "Denominator", of: "denominator"} as const]
      : []),
    ...(isShare && !hasOtherUnits ? [] : [{heading: "n", of: "units"} as const])
  ];
}

function shareLimits(row: SpcRow | undefined): string {
  if (row === undefined || row.p_lower_limit === null || row.p_upper_limit === null) return none;
  return `${formatValue(row.p_lower_limit, "share")} to ${formatValue(row.p_upper_limit, "share")}`;
}

/** A number of a table, or a dash. */
export function shown(value: number | null | undefined, unit: string): string {
  return value === null || value === undefined ? none : formatValue(value, unit);
}

export function shownCount(count: number | null): string {
  return count === null ? none : formatCount(count);
}

export function statusAndReason(
  catalogue: Catalogue,
  {status, reason}: Pick<ResultRow, "status"> & {reason?: string}
): Markup {
  const label = statusLabel(catalogue, status);
  return html`${label}${reason === undefined || reason === "" || isSame(label, reason) ? null : html`<small>${reason}</small>`}`;
}

export function endColumn(heading: string): Column {
  return {heading, align: "end"};
}

function limitCells(row: SpcRow | undefined, unit: string): Cell[] {
  if (row === undefined) return [none, none, none, none];
  const {centre, lower_limit, upper_limit, signal, event} = row;
  const marked = signal === "" ? "none" : signalLabel(signal);
  const started = event === "" ? null : html`<small>new start: ${event}</small>`;
  return [...[centre, lower_limit, upper_limit].map((limit) => shown(limit, unit)), html`${marked}${started}`];
}

const none = "–";
