import type {Catalogue} from "../catalogue.ts";
import type {ResultRow, RowOf} from "../published.ts";
import {signalLabel} from "./control_limits.ts";
import {formatCount, formatPeriod, formatValue} from "./format.ts";
import {html, type Markup} from "./markup.ts";
import {type Cell, type Column, table} from "./table.ts";
import {statusLabel} from "./words.ts";

type SpcRow = RowOf<"spc">;

const figureColumns: Column[] = [
  {heading: "Period"},
  ...["Value", "Lower", "Upper", "Numerator", "Denominator", "n"].map(endColumn)
];

const limitColumns: Column[] = [...["Average", "Lower limit", "Upper limit"].map(endColumn), {heading: "Signal"}];

const shareLimitColumns: Column[] = ["Lower limit of the p chart", "Upper limit of the p chart"].map(endColumn);

/** Every row behind a trend, one number a cell. What a row does not have is a dash, and its status says why. */
export function numbersTable(
  catalogue: Catalogue,
  {caption, rows, limits}: {caption: string; rows: readonly ResultRow[]; limits: ReadonlyMap<string, SpcRow>}
): Markup {
  const hasShareLimits = [...limits.values()].some(({p_chart}) => p_chart !== "");
  const columns = [
    ...figureColumns,
    ...(limits.size === 0 ? [] : limitColumns),
    ...(hasShareLimits ? shareLimitColumns : []),
    {heading: "Status"}
  ];
  const cells = (row: ResultRow): Cell[] => {
    const judged = limits.get(row.period);
    return [
      ...figureCells(row),
      ...(limits.size === 0 ? [] : limitCells(judged, row.unit)),
      ...(hasShareLimits ? [judged?.p_lower_limit, judged?.p_upper_limit].map((limit) => shown(limit, row.unit)) : []),
      statusAndReason(catalogue, row)
    ];
  };
  return table({caption, columns, kind: "numbers", rows: rows.map(cells)});
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
  return html`${label}${reason === undefined || reason === "" ? null : html`<small>${reason}</small>`}`;
}

export function endColumn(heading: string): Column {
  return {heading, align: "end"};
}

function figureCells({period, value, lower, upper, unit, numerator, denominator, units}: ResultRow): Cell[] {
  return [
    formatPeriod(period),
    ...[value, lower, upper].map((number) => shown(number, unit)),
    ...[numerator, denominator, units].map(shownCount)
  ];
}

function limitCells(row: SpcRow | undefined, unit: string): Cell[] {
  if (row === undefined) return [none, none, none, none];
  const {centre, lower_limit, upper_limit, signal, event} = row;
  const marked = signal === "" ? "none" : signalLabel(signal);
  const started = event === "" ? null : html`<small>new start: ${event}</small>`;
  return [...[centre, lower_limit, upper_limit].map((limit) => shown(limit, unit)), html`${marked}${started}`];
}

const none = "–";
