import {programPath} from "../addresses.ts";
import {draw} from "../charts/draw.ts";
import {funnelRows, funnelSpec} from "../charts/funnel_spec.ts";
import {chartFigure} from "../components/chart_figure.ts";
import {claimList, comparisonClaims} from "../components/claim.ts";
import {type Compared, comparedGroups, comparedTable, standingClaims} from "../components/compared.ts";
import {letterOf} from "../components/events.ts";
import {formatCount, formatPeriod, formatValue} from "../components/format.ts";
import {type Content, html, type Markup} from "../components/markup.ts";
import {shown} from "../components/numbers_table.ts";
import {reasons} from "../components/reasons.ts";
import {breakdownLabel, groupLabel, statusLabel} from "../components/words.ts";
import type {ResultRow, RowOf} from "../published.ts";
import {isDuring, isEveryone} from "../view.ts";
import {dotChart} from "./dot_chart.ts";
import type {Subject} from "./section.ts";

/**
 * Programs and sites: a funnel of shares, dots with intervals of anything else; neither ranks nor colours them. The published
 * sentences below are of all of them, or of those that stand out.
 */
export async function places(subject: Subject, sentences: "all" | "standing" = "all"): Promise<Markup | null> {
  const {view, tables} = subject;
  const {results, comparison} = tables;
  if (!isEveryone(view)) return null;
  const kinds = ["program", "site"]
    .map((breakdown) => ({breakdown, groups: comparedGroups(own(subject, results), comparison, {breakdown, view})}))
    .filter(({groups}) => groups.length > 0);
  if (kinds.length === 0) return null;
  const parts = await Promise.all(kinds.map((kind) => placeKind(subject, kind, sentences)));
  return html`${subject.tables.funnel.length === 0 ? null : howToRead}${parts}`;
}

const howToRead = html`<p>Limits are wider where fewer people were counted; letters only name the places. Outside the outer limits, chance is
an unlikely reason: look at the data first, then at who was admitted, then at how care is given.</p>
`;

function own({measure}: Subject, results: readonly ResultRow[]): ResultRow[] {
  return results.filter((row) => row.measure === measure.id);
}

export interface PlaceKind {
  breakdown: string;
  groups: readonly Compared[];
}

async function placeKind(
  subject: Subject,
  {breakdown, groups}: PlaceKind,
  sentences: "all" | "standing"
): Promise<Markup> {
  const {catalogue, tables, view} = subject;
  const letters = new Map(groups.map(({row}, index) => [row.group, letterOf(index)]));
  const funnel = tables.funnel.filter(isDuring(view)).filter((row) => row.breakdown === breakdown);
  const chart =
    funnel.length > 1
      ? await funnelChart(subject, {breakdown, funnel, letters})
      : await dotChart(subject, {
          ...{breakdown, groups, letters, title: `How does it differ from ${breakdown} to ${breakdown}?`},
          sentences: false
        });
  const numbers = placeTable(subject, {breakdown, groups, letters, funnel});
  return html`<div class="split">${chart}<div>${numbers}
${reasons(
  catalogue,
  groups.map(({row}) => row)
)}
${
  sentences === "all"
    ? claimList(comparisonClaims(tables.claims, view, [breakdown]))
    : standingClaims(tables.claims, view, groups)
}</div></div>
`;
}

/** The numbers of programs or sites: figure, count, share measured, difference from the rest and place in the funnel. */
export function placeTable(
  subject: Subject,
  {breakdown, groups, letters, funnel = []}: PlaceKind & {letters?: Map<string, string>; funnel?: RowOf<"funnel">[]}
): Markup {
  const {catalogue, measure, view} = subject;
  const positions = new Map(funnel.map(({group, position}) => [group, position]));
  return comparedTable(catalogue, {
    caption: `${measure.label} by ${breakdown}, ${formatPeriod(view.period)}`,
    heading: breakdownLabel(catalogue, breakdown),
    groups,
    name: (row) =>
      html`${letters === undefined ? null : html`<b class="letter">${letters.get(row.group) ?? ""}</b> `}${placeName(subject, row)}`,
    ...(funnel.length > 1
      ? {extra: {heading: "In the funnel", cell: ({group}) => positionLabel(positions.get(group))}}
      : {})
  });
}

async function funnelChart(
  {catalogue, measure, view}: Subject,
  {breakdown, funnel, letters}: {breakdown: string; funnel: RowOf<"funnel">[]; letters: Map<string, string>}
): Promise<Markup> {
  const target = funnel[0]?.target ?? null;
  const pooled = target === null ? "" : ` ${formatValue(target, "share")}`;
  const stands = funnel.map(
    ({group, value, position}) =>
      `${letters.get(group)} ${groupLabel(catalogue, breakdown, group)} ${value === null ? "not shown" : formatValue(value, "share")}, ${positionLabel(position)}`
  );
  const words = `${measure.label} by ${breakdown} against its denominator, around the pooled share${pooled}: ${stands.join("; ")}.`;
  return html`${chartFigure({
    title: `Does a ${breakdown} lie outside what chance allows?`,
    subtitle: `${measure.label} by ${breakdown}, ${formatPeriod(view.period)}, in percent; broad bars 95% limits, narrow bars 99.8% limits, dashed line the pooled share${pooled}`,
    wide: await draw(
      funnelSpec,
      funnelRows(funnel, letters, (row) => dotWords(catalogue, row, letters)),
      words
    ),
    rows: {name: `${measure.id}/funnel_by_${breakdown}`, rows: funnel}
  })}`;
}

/** "A North IOP: 63.0% of 830, within the limits (95% limits 58.7% to 65.3%, 99.8% limits 56.8% to 67.2%)". */
function dotWords(catalogue: Subject["catalogue"], row: RowOf<"funnel">, letters: ReadonlyMap<string, string>): string {
  const {breakdown, group, denominator, value, position, status} = row;
  if (value === null || denominator === null) return "";
  const limits = [
    `95% limits ${shown(row.lower_95, "share")} to ${shown(row.upper_95, "share")}`,
    `99.8% limits ${shown(row.lower_998, "share")} to ${shown(row.upper_998, "share")}`
  ].join(", ");
  const note = status === "published" ? "" : `; ${statusLabel(catalogue, status)}`;
  const place = `${letters.get(group) ?? ""} ${groupLabel(catalogue, breakdown, group)}`.trim();
  return `${place}: ${formatValue(value, "share")} of ${formatCount(denominator)}, ${positionLabel(position)} (${limits})${note}`;
}

export function placeName(
  {catalogue}: Pick<Subject, "catalogue">,
  {breakdown, group}: {breakdown: string; group: string}
): Content {
  const label = groupLabel(catalogue, breakdown, group);
  const isProgram = breakdown === "program" && catalogue.programs.some((program) => program.group === group);
  return isProgram ? html`<a href="${programPath(group)}">${label}</a>` : label;
}

const positionWords: Readonly<Record<string, string>> = {
  within: "within the limits",
  above_95: "above the 95% limit",
  below_95: "below the 95% limit",
  above_998: "above the 99.8% limit",
  below_998: "below the 99.8% limit"
};

function positionLabel(position: string | undefined): string {
  return position === undefined ? "not in the funnel" : (positionWords[position] ?? position);
}
