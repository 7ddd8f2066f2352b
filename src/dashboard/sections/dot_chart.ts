import type {Catalogue} from "../catalogue.ts";
import {draw} from "../charts/draw.ts";
import {intervalRows, intervalSpec} from "../charts/interval_spec.ts";
import {chartFigure, notes} from "../components/chart_figure.ts";
import {
  type Compared,
  comparedRows,
  differenceWords,
  intervalRow,
  standingClaims,
  withoutFigure
} from "../components/compared.ts";
import {formatPeriod, formatValue, unitCaption} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {measuredBy} from "../components/measured_beside.ts";
import {breakdownLabel, groupLabel, lowerFirst} from "../components/words.ts";
import {isDuring} from "../view.ts";
import type {Subject} from "./section.ts";

export interface DotChart {
  readonly breakdown: string;
  readonly groups: readonly Compared[];
  /** Letters that name the groups in the table beside, where there are any. */
  readonly letters?: ReadonlyMap<string, string>;
  /** Lowest and highest value of all charts that share this scale. */
  readonly domain?: readonly [number, number] | undefined;
  /** Under each figure, how far it lies from the rest. */
  readonly differences?: boolean;
  readonly title?: string;
  /** The published sentences about the groups that stand out, below. */
  readonly sentences?: boolean;
  /** What stands below it all. */
  readonly after?: Markup;
}

/**
 * The groups of a breakdown as dots with intervals, in the order given, with everyone's figure as the upright mark; those without a
 * figure are named below, and the published sentences about those that stand out. Null where no group has a figure.
 */
export async function dotChart(subject: Subject, chart: DotChart): Promise<Markup | null> {
  const {catalogue, measure, tables, view} = subject;
  const {breakdown, groups, letters, domain, sentences = true} = chart;
  const differences =
    chart.differences === true && groups.some(({comparison}) => (comparison?.difference ?? null) !== null);
  const label = lowerFirst(breakdownLabel(catalogue, breakdown));
  const overall = overallValue(subject);
  const rows = groups.flatMap((group) => {
    const row = intervalRow(catalogue, group, letters?.get(group.row.group));
    return row === null ? [] : [differences ? {...row, note: differenceWords(group.comparison)} : row];
  });
  if (rows.length === 0) return null;
  const hidden = [...withoutFigure(catalogue, groups), ...withoutShare(catalogue, measure.id, groups)];
  const everyone = overall === null ? "" : `everyone ${formatValue(overall, measure.unit)}`;
  const told = rows.map((row) => {
    const note = "note" in row && row.note !== "" ? `, ${row.note}` : "";
    return `${row.label.replace(" ◆", ",")}: ${row.detail}${note}`;
  });
  const words = `${measure.label} by ${label}. ${everyone === "" ? "" : `${everyone}; `}${told.join("; ")}. ${hidden.join(" ")}`;
  return chartFigure({
    title: chart.title ?? `Does it differ by ${label}?`,
    subtitle: `${measure.label}, ${formatPeriod(view.period)},${unitCaption(measure.unit)}; dot and 95% interval${everyone === "" ? "" : `, upright mark ${everyone}`}`,
    wide: await draw(
      intervalSpec({unit: measure.unit, scale: "linear", isShared: domain !== undefined, hasNotes: differences}),
      intervalRows(rows, overall, domain),
      words
    ),
    rows: comparedRows(`${measure.id}/by_${breakdown}`, groups),
    below: html`${notes(hidden)}${sentences ? standingClaims(tables.claims, view, groups) : null}${chart.after ?? null}`
  });
}

/** An average of those who answered is not read without knowing how many did: where that is not published, it is said. */
function withoutShare(catalogue: Catalogue, measure: string, groups: readonly Compared[]): string[] {
  const drawn = groups.filter(({row}) => row.value !== null);
  const without = drawn.filter(({comparison}) => (comparison?.share_measured ?? null) === null);
  if (without.length === 0 || measuredBy(catalogue, measure).length === 0) return [];
  const names = without.map(({row}) => groupLabel(catalogue, row.breakdown, row.group)).join(", ");
  return [
    without.length === drawn.length
      ? "The share measured is not published by group."
      : `Share measured not published: ${names}.`
  ];
}

/** Lowest and highest of all values and bounds, and of everyone's figure; undefined where there is none. */
export function sharedDomain(groups: readonly Compared[], overall: number | null): [number, number] | undefined {
  const numbers = [overall, ...groups.flatMap(({row}) => [row.value, row.lower, row.upper])].filter(
    (number) => number !== null
  );
  return numbers.length === 0 ? undefined : [Math.min(...numbers), Math.max(...numbers)];
}

/** Groups in the order of the catalogue, so that no order reads as a rank; those it does not list keep theirs, at the end. */
export function inCatalogueOrder({programs, sites}: Catalogue, groups: readonly Compared[]): Compared[] {
  const order = [...programs, ...sites].map(({group}) => group);
  const place = ({row}: Compared) => (order.includes(row.group) ? order.indexOf(row.group) : order.length);
  return [...groups].sort((one, other) => place(one) - place(other));
}

/** The figure of everyone in the view's period. */
export function overallValue({measure, tables, view}: Subject): number | null {
  const during = tables.results.filter(isDuring(view));
  return during.find((row) => row.measure === measure.id && row.breakdown === "all")?.value ?? null;
}
