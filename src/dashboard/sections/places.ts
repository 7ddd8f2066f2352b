import {programPath} from "../addresses.ts";
import {draw} from "../charts/draw.ts";
import {funnelRows, funnelSpec} from "../charts/funnel_spec.ts";
import {intervalRows, intervalSpec} from "../charts/interval_spec.ts";
import {chartFigure} from "../components/chart_figure.ts";
import {claimList, comparisonClaims} from "../components/claim.ts";
import {
  type Compared,
  comparedGroups,
  comparedTable,
  intervalRow,
  standingClaims,
  withoutFigure
} from "../components/compared.ts";
import {letterOf} from "../components/control_limits.ts";
import {formatValue, unitCaption} from "../components/format.ts";
import {type Content, html, type Markup} from "../components/markup.ts";
import {reasons} from "../components/reasons.ts";
import {breakdownLabel, groupLabel} from "../components/words.ts";
import type {ResultRow, RowOf} from "../published.ts";
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

interface PlaceKind {
  breakdown: string;
  groups: readonly Compared[];
}

async function placeKind(
  subject: Subject,
  {breakdown, groups}: PlaceKind,
  sentences: "all" | "standing"
): Promise<Markup> {
  const {catalogue, measure, tables} = subject;
  const letters = new Map(groups.map(({row}, index) => [row.group, letterOf(index)]));
  const funnel = tables.funnel.filter((row) => row.breakdown === breakdown && row.period === "");
  const chart =
    funnel.length > 1
      ? await funnelChart(subject, {breakdown, funnel, letters})
      : await dotChart(subject, {breakdown, groups, letters});
  const positions = new Map(funnel.map(({group, position}) => [group, position]));
  const numbers = comparedTable(catalogue, {
    caption: `${measure.label} by ${breakdown}, all time`,
    heading: breakdownLabel(catalogue, breakdown),
    groups,
    name: (row) => html`<b class="letter">${letters.get(row.group) ?? ""}</b> ${placeName(subject, row)}`,
    ...(funnel.length > 1
      ? {extra: {heading: "In the funnel", cell: ({group}) => positionLabel(positions.get(group))}}
      : {})
  });
  return html`<div class="split">${chart}<div>${numbers}
${reasons(
  catalogue,
  groups.map(({row}) => row)
)}
${sentences === "all" ? claimList(comparisonClaims(tables.claims, [breakdown])) : standingClaims(tables.claims, groups)}</div></div>
`;
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

async function dotChart(
  {catalogue, measure, tables}: Subject,
  {breakdown, groups, letters}: PlaceKind & {letters: Map<string, string>}
): Promise<Markup | null> {
  const rows = groups.flatMap((group) => intervalRow(catalogue, group, letters.get(group.row.group)) ?? []);
  if (rows.length === 0) return null;
  const overall = overallValue(tables.results, measure.id);
  const words = `${measure.label} by ${breakdown}: ${rows.map(({label, detail}) => `${label} ${detail}`).join("; ")}.`;
  return html`${chartFigure({
    title: `How does it differ from ${breakdown} to ${breakdown}?`,
    subtitle: `${measure.label} by ${breakdown}, all time,${unitCaption(measure.unit)}; dot and 95% interval, upright mark all together`,
    wide: await draw(intervalSpec({unit: measure.unit, scale: "linear"}), intervalRows(rows, overall), words),
    below: withoutFigure(catalogue, groups)
  })}`;
}

/** The figure of everyone over all time. */
export function overallValue(results: readonly ResultRow[], measure: string): number | null {
  const everyone = results.find(
    (row) => row.measure === measure && row.breakdown === "all" && row.period_type === "all"
  );
  return everyone?.value ?? null;
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
