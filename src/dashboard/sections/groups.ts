import {notes} from "../components/chart_figure.ts";
import {claimList, comparisonClaims} from "../components/claim.ts";
import {type Compared, comparedGroups, comparedTable, withoutFigure} from "../components/compared.ts";
import {formatPeriod} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {reasons} from "../components/reasons.ts";
import {breakdownLabel, groupLabel, lowerFirst, upperFirst} from "../components/words.ts";
import {isDuring, isEveryone} from "../view.ts";
import {dotChart, overallValue, sharedDomain} from "./dot_chart.ts";
import type {Subject} from "./section.ts";

interface Stratum {
  breakdown: string;
  label: string;
  groups: readonly Compared[];
}

/**
 * Groups of people against everyone, a small chart for each breakdown, all on one scale; crossed breakdowns as tables only. `of`
 * picks breakdowns; `differences` puts the distance from the rest below each figure, and leaves the sentences about groups that do not
 * stand out to the measure's own page.
 */
export async function groups(
  subject: Subject,
  {of = () => true, differences = false}: {of?: (breakdown: string) => boolean; differences?: boolean} = {}
): Promise<Markup | null> {
  const {catalogue} = subject;
  const all = strata(subject).filter(({breakdown}) => of(breakdown));
  if (all.length === 0 || !isEveryone(subject.view)) return null;
  const single = all.filter(({breakdown}) => !breakdown.includes("+"));
  const crossed = all.filter(({breakdown}) => breakdown.includes("+"));
  const everyGroup = single.flatMap((stratum) => stratum.groups);
  const domain = sharedDomain(everyGroup, overallValue(subject));
  const charts = await Promise.all(single.map((stratum) => dotChart(subject, {...stratum, domain, differences})));
  const hidden = single.filter((stratum) => !hasValue(stratum));
  return html`<div class="charts">${charts}</div>
${notes(hidden.map(({label, groups}) => `No group has a value to draw: ${label}. ${withoutFigure(catalogue, groups).join(" ")}`))}
<details><summary>Show the numbers of groups</summary>${single.map((stratum) => numbers(subject, stratum, !differences))}</details>
${crossed.map((stratum) => html`<details><summary>Show the numbers by ${lowerFirst(stratum.label)}</summary>${numbers(subject, stratum, !differences)}</details>`)}`;
}

function strata({catalogue, measure, tables, view}: Subject): Stratum[] {
  const own = tables.results.filter(isDuring(view)).filter((row) => row.measure === measure.id);
  const found = [...new Set(own.map(({breakdown}) => breakdown))];
  return found
    .filter((breakdown) => !["all", "program", "site"].includes(breakdown))
    .map((breakdown) => ({
      breakdown,
      label: breakdownLabel(catalogue, breakdown),
      groups: comparedGroups(own, tables.comparison, {breakdown, view})
    }));
}

function hasValue({groups}: Stratum): boolean {
  return groups.some(({row}) => row.value !== null);
}

function numbers(
  {catalogue, measure, tables, view}: Subject,
  {breakdown, label, groups}: Stratum,
  hasSentences: boolean
): Markup {
  const claims = comparisonClaims(tables.claims, view, [breakdown]);
  return html`${comparedTable(catalogue, {
    caption: `${measure.label} by ${lowerFirst(label)}, ${formatPeriod(view.period)}`,
    heading: label,
    groups,
    name: ({group}) => upperFirst(groupLabel(catalogue, breakdown, group))
  })}
${reasons(
  catalogue,
  groups.map(({row}) => row)
)}
${hasSentences ? claimList(claims) : null}`;
}
