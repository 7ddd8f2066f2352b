import {programPath} from "../addresses.ts";
import {draw} from "../charts/draw.ts";
import {funnelRows, funnelSpec} from "../charts/funnel_spec.ts";
import {chartFigure} from "../components/chart_figure.ts";
import {claimList, comparisonClaims} from "../components/claim.ts";
import {type Compared, comparedGroups, comparedTable, standingClaims} from "../components/compared.ts";
import {letterOf} from "../components/control_limits.ts";
import {formatValue} from "../components/format.ts";
import {type Content, html, type Markup} from "../components/markup.ts";
import {reasons} from "../components/reasons.ts";
import {breakdownLabel, groupLabel} from "../components/words.ts";
import type {ResultRow, RowOf} from "../published.ts";
import {dotChart} from "./dot_chart.ts";
import type {Subject} from "./section.ts";

/**
 * Programs and sites: a funnel of shares, dots with intervals of anything else; neither ranks nor colours them. The published
 * sentences below are of all of them, or of those that stand out.
 */
export async function places(subject: Subject, sentences: "all" | "standing" = "all"): Promise<Markup | null> {
  const {results, comparison} = subject.tables;
  const kinds = ["program", "site"]
    .map((breakdown) => ({breakdown, groups: comparedGroups(own(subject, results), comparison, breakdown)}))
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
  const {catalogue, tables} = subject;
  const letters = new Map(groups.map(({row}, index) => [row.group, letterOf(index)]));
  const funnel = tables.funnel.filter((row) => row.breakdown === breakdown && row.period === "");
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
  sentences === "all" ? claimList(comparisonClaims(tables.claims, [breakdown])) : standingClaims(tables.claims, groups)
}</div></div>
`;
}

/** The numbers of programs or sites: figure, count, share measured, difference from the rest and place in the funnel. */
export function placeTable(
  subject: Subject,
  {breakdown, groups, letters, funnel = []}: PlaceKind & {letters?: Map<string, string>; funnel?: RowOf<"funnel">[]}
): Markup {
  const {catalogue, measure} = subject;
  const positions = new Map(funnel.map(({group, position}) => [group, position]));
  return comparedTable(catalogue, {
    caption: `${measure.label} by ${breakdown}, all time`,
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
  {catalogue, measure}: Subject,
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
    subtitle: `${measure.label} by ${breakdown}, all time, in percent; broad bars 95% limits, narrow bars 99.8% limits, dashed line the pooled share${pooled}`,
    wide: await draw(funnelSpec, funnelRows(funnel, letters), words)
  })}`;
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
