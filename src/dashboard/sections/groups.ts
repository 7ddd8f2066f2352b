import {draw} from "../charts/draw.ts";
import {intervalRows, intervalSpec} from "../charts/interval_spec.ts";
import {chartFigure, notes} from "../components/chart_figure.ts";
import {claimList, comparisonClaims} from "../components/claim.ts";
import {
  type Compared,
  comparedGroups,
  comparedTable,
  intervalRow,
  standingClaims,
  withoutFigure
} from "../components/compared.ts";
import {formatValue, unitCaption} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {reasons} from "../components/reasons.ts";
import {breakdownLabel, groupLabel, lowerFirst, upperFirst} from "../components/words.ts";
import {overallValue} from "./places.ts";
import type {Subject} from "./section.ts";

interface Stratum {
  breakdown: string;
  label: string;
  groups: readonly Compared[];
}

/** Groups of people against everyone, a small chart for each breakdown; crossed breakdowns as tables only. */
export async function groups(subject: Subject): Promise<Markup | null> {
  const all = strata(subject);
  if (all.length === 0) return null;
  const single = all.filter(({breakdown}) => !breakdown.includes("+"));
  const crossed = all.filter(({breakdown}) => breakdown.includes("+"));
  const charts = await Promise.all(single.filter(hasValue).map((stratum) => chart(subject, stratum)));
  const hidden = single.filter((stratum) => !hasValue(stratum)).map(({label}) => label);
  return html`<div class="charts">${charts}</div>
${hidden.length === 0 ? null : html`<p class="rule">No group has a value to draw: ${hidden.join(", ")}. The numbers below say why.</p>`}
<details><summary>Show the numbers of groups</summary>${single.map((stratum) => numbers(subject, stratum))}</details>
${crossed.map((stratum) => html`<details><summary>Show the numbers by ${lowerFirst(stratum.label)}</summary>${numbers(subject, stratum)}</details>`)}`;
}

function strata({catalogue, measure, tables}: Subject): Stratum[] {
  const own = tables.results.filter((row) => row.measure === measure.id && row.period_type === "all");
  const found = [...new Set(own.map(({breakdown}) => breakdown))];
  return found
    .filter((breakdown) => !["all", "program", "site"].includes(breakdown))
    .map((breakdown) => ({
      breakdown,
      label: breakdownLabel(catalogue, breakdown),
      groups: comparedGroups(own, tables.comparison, breakdown)
    }));
}

function hasValue({groups}: Stratum): boolean {
  return groups.some(({row}) => row.value !== null);
}

async function chart(subject: Subject, stratum: Stratum): Promise<Markup> {
  const {catalogue, measure, tables} = subject;
  const {label, groups} = stratum;
  const overall = overallValue(tables.results, measure.id);
  const rows = groups.flatMap((group) => intervalRow(catalogue, group) ?? []);
  const hidden = withoutFigure(catalogue, groups);
  const everyone = overall === null ? "" : `everyone ${formatValue(overall, measure.unit)}`;
  const listed = rows.map((row) => `${row.label.replace(" ◆", ",")}: ${row.detail}`).join("; ");
  const words = `${measure.label} by ${lowerFirst(label)}. ${everyone === "" ? "" : `${everyone}; `}${listed}. ${hidden.join(" ")}`;
  return chartFigure({
    title: `Does it differ by ${lowerFirst(label)}?`,
    subtitle: `${measure.label}, all time,${unitCaption(measure.unit)}; dot and 95% interval${everyone === "" ? "" : `, upright mark ${everyone}`}`,
    wide: await draw(intervalSpec({unit: measure.unit, scale: "linear"}), intervalRows(rows, overall), words),
    below: html`${notes(hidden)}${standingClaims(tables.claims, groups)}`
  });
}

function numbers({catalogue, measure, tables}: Subject, {breakdown, label, groups}: Stratum): Markup {
  const claims = comparisonClaims(tables.claims, [breakdown]);
  return html`${comparedTable(catalogue, {
    caption: `${measure.label} by ${lowerFirst(label)}, all time`,
    heading: label,
    groups,
    name: ({group}) => upperFirst(groupLabel(catalogue, breakdown, group))
  })}
${reasons(
  catalogue,
  groups.map(({row}) => row)
)}
${claimList(claims)}`;
}
