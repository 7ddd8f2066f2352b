import type {Catalogue} from "../catalogue.ts";
import type {IntervalRow} from "../charts/interval_spec.ts";
import type {ResultRow, RowOf} from "../published.ts";
import {isDuring, type View} from "../view.ts";
import {type ClaimRow, claimList, comparisonClaims} from "./claim.ts";
import type {Download} from "./download.ts";
import {formatDifference, formatValue, unitName, unitSign} from "./format.ts";
import {type Content, html, type Markup} from "./markup.ts";
import {type Cell, type Column, table} from "./table.ts";
import {counts, figureWords, intervalLimits, statusWords, value} from "./value.ts";
import {groupLabel, statusLabel, upperFirst} from "./words.ts";

type ComparisonRow = RowOf<"comparison">;

/** A group's row of results, and its comparison with the rest where there is one. */
export interface Compared {
  readonly row: ResultRow;
  readonly comparison: ComparisonRow | undefined;
}

/** The groups of a breakdown in the view's period, each with its comparison. */
export function comparedGroups(
  results: readonly ResultRow[],
  comparisons: readonly ComparisonRow[],
  {breakdown, view}: {breakdown: string; view: View}
): Compared[] {
  const during = isDuring(view);
  const own = (row: {breakdown: string; period: string}) => row.breakdown === breakdown && during(row);
  const comparisonOf = new Map(comparisons.filter(own).map((comparison) => [comparison.group, comparison]));
  return results.filter(own).map((row) => ({row, comparison: comparisonOf.get(row.group)}));
}

/** The published rows behind compared groups, each with its comparison, to download. */
export function comparedRows(name: string, groups: readonly Compared[]): Download {
  const rows = groups.map(({row, comparison}) => ({
    ...row,
    difference_from_rest: comparison?.difference ?? null,
    difference_lower: comparison?.lower ?? null,
    difference_upper: comparison?.upper ?? null,
    stands_out: comparison?.stands_out ?? "",
    share_measured: comparison?.share_measured ?? null
  }));
  return {name, rows};
}

export function standsOut({comparison}: Compared): boolean {
  return comparison?.stands_out === "yes";
}

/** The published sentences about those of the groups that stand out. */
export function standingClaims(claims: readonly ClaimRow[], view: View, groups: readonly Compared[]): Markup | null {
  const [first] = groups;
  if (first === undefined) return null;
  const marked = new Set(groups.filter(standsOut).map(({row}) => row.group));
  return claimList(comparisonClaims(claims, view, [first.row.breakdown]).filter(({group}) => marked.has(group)));
}

/** A line of a chart: who, the figure with its interval and n, the share measured; null where there is no figure. */
export function intervalRow(catalogue: Catalogue, compared: Compared, letter = ""): IntervalRow | null {
  const {row, comparison} = compared;
  const {value: known, lower, upper, units, unit, status, breakdown, group} = row;
  const name = groupLabel(catalogue, breakdown, group);
  if (known === null) return null;
  const isMarked = standsOut(compared);
  const shortName = shortened(upperFirst(name), isMarked ? 27 : 42);
  const label = `${letter === "" ? "" : `${letter}  `}${shortName}${isMarked ? " ◆ stands out" : ""}`;
  const limits = intervalLimits(row);
  const detail = [
    `${formatValue(known, unit)}${limits === null ? "" : ` (${limits})`}`,
    ...(units === null ? [] : [`n = ${units.toLocaleString("en-US")}`]),
    ...measuredWords(comparison)
  ].join(", ");
  return {
    label,
    detail,
    words: [
      `${letter} ${upperFirst(name)}${isMarked ? ", stands out" : ""}: ${figureWords(catalogue, row)}`.trim(),
      ...measuredWords(comparison)
    ].join("; "),
    value: known,
    lower,
    upper,
    mark: isMarked ? "diamond" : status === "unstable" ? "hollow" : "dot"
  };
}

/** "+4.2 from the rest (−1.0 to +9.4)", in percentage points for shares; nothing where they are not compared. */
export function differenceWords(comparison: ComparisonRow | undefined): string {
  const {difference = null, lower = null, upper = null, unit = ""} = comparison ?? {};
  if (difference === null) return "not compared with the rest";
  const sign = unit === "share" ? " percentage points" : unitSign(unit);
  const limits =
    lower === null || upper === null ? "" : ` (${formatDifference(lower, unit)} to ${formatDifference(upper, unit)})`;
  return `${formatDifference(difference, unit)}${limits}${sign} from the rest`;
}

/** What fits over a line of a chart; the whole name is in the table. */
function shortened(name: string, length: number): string {
  return name.length <= length ? name : `${name.slice(0, length - 1).trimEnd()}…`;
}

/** Groups without a figure in words: "Hidden to protect people: multiracial, other." */
export function withoutFigure(
  catalogue: Catalogue,
  groups: readonly Compared[],
  nameOf = ({breakdown, group}: ResultRow) => groupLabel(catalogue, breakdown, group)
): string[] {
  const rows = groups.map(({row}) => row).filter(({value}) => value === null);
  const byWords = Map.groupBy(rows, (row) => statusWords(catalogue, row) ?? "");
  return [...byWords].map(([words, hidden]) => {
    return `${upperFirst(words)}: ${hidden.map(nameOf).join(", ")}.`;
  });
}

/** The numbers behind the groups of a breakdown: figure, counts, share measured, difference from the rest. */
export function comparedTable(
  catalogue: Catalogue,
  {
    caption,
    heading,
    groups,
    name,
    extra
  }: {
    caption: string;
    heading: string;
    groups: readonly Compared[];
    name: (row: ResultRow) => Content;
    /** A last column of its own. */
    extra?: {heading: string; cell: (row: ResultRow) => Content};
  }
) {
  const hasComparison = groups.some(({comparison}) => comparison !== undefined);
  // none for a measure that needs no score
  const hasShare = groups.some(({comparison}) => (comparison?.share_measured ?? null) !== null);
  const columns: Column[] = [
    {heading},
    {heading: "Value and 95% interval"},
    {heading: "Count", align: "end"},
    ...(hasShare ? [{heading: "Measured", align: "end" as const}] : []),
    ...(hasComparison ? [{heading: `Difference from the rest${differenceUnit(groups)}`}] : []),
    ...(extra === undefined ? [] : [{heading: extra.heading}])
  ];
  const cells = (group: Compared): Cell[] => [
    name(group.row),
    ...figureCells(catalogue, group.row),
    ...(hasShare ? [shareCell(group)] : []),
    ...(hasComparison ? [differenceCell(catalogue, group)] : []),
    ...(extra === undefined ? [] : [extra.cell(group.row)])
  ];
  return table({caption, columns, kind: "compared", rows: groups.map(cells)});
}

function figureCells(catalogue: Catalogue, row: ResultRow): Cell[] {
  const words = statusWords(catalogue, row);
  const note = words === null ? null : html` <span class="words">${words}</span>`;
  if (row.value === null) return [html`${note}`, counts(row)];
  const limits = intervalLimits(row) ?? "no interval";
  return [html`<strong>${value(row)}</strong> <span class="interval">${limits}</span>${note}`, counts(row)];
}

function shareCell({comparison}: Compared): Cell {
  const share = comparison?.share_measured ?? null;
  return share === null ? "not known" : formatValue(share, "share");
}

function differenceCell(catalogue: Catalogue, group: Compared): Cell {
  const {comparison} = group;
  if (comparison === undefined) return html`<span class="words">not compared</span>`;
  const {difference, lower, upper, unit, status, reason} = comparison;
  if (difference === null) {
    const words = status === "suppressed" || status === "immature" ? statusLabel(catalogue, status) : "not compared";
    return html`<span class="words">${words}</span>${reason === "" ? null : html`<small>${reason}</small>`}`;
  }
  const limits =
    lower === null || upper === null
      ? "no interval"
      : `${formatDifference(lower, unit)} to ${formatDifference(upper, unit)}`;
  const mark = standsOut(group) ? html` <strong class="stands-out">◆ stands out</strong>` : null;
  return html`${formatDifference(difference, unit)} <span class="interval">${limits}</span>${mark}`;
}

/** Shares differ by percentage points. */
function differenceUnit([first]: readonly Compared[]): string {
  const unit = first?.row.unit ?? "";
  return `, ${unit === "share" ? "percentage points" : unitName(unit)}`;
}

function measuredWords(comparison: ComparisonRow | undefined): string[] {
  const share = comparison?.share_measured ?? null;
  return share === null ? [] : [`${formatValue(share, "share")} measured`];
}
