import type {Catalogue} from "../catalogue.ts";
import {notes} from "../components/chart_figure.ts";
import {trendClaim} from "../components/claim.ts";
import {figureCard} from "../components/figure_card.ts";
import {insufficientFollowUp} from "../components/follow_up.ts";
import {formatPeriod} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {measureLink} from "../components/measure_link.ts";
import {groupLabel, upperFirst} from "../components/words.ts";
import type {Page} from "../page.ts";
import {laterCards, laterChart} from "../sections/later_scores.ts";
import {assumptions, possibleRange} from "../sections/not_measured.ts";
import {places} from "../sections/places.ts";
import {reached} from "../sections/reached.ts";
import {type Section, type Subject, sectionsWithNav, subjectsOf} from "../sections/section.ts";
import {trend} from "../sections/trend.ts";
import type {Tables} from "../tables.ts";

const retention = ["followup_retention", "followup_retention_wide"];

/** Follow-up: how many were reached six months later, how those were, who was not reached, and what that could change. */
export async function followUpPage(catalogue: Catalogue, tables: Tables): Promise<Page> {
  const reach = subjectsOf(catalogue, tables, retention);
  const of = (outcome: string) =>
    subjectsOf(
      catalogue,
      tables,
      catalogue.instruments.map(({id}) => `${id}_${outcome}`)
    );
  const kept = of("gains_maintained");
  const sections: Section[] = [
    {id: "retention", question: "How many were reached?", content: await reachedSoFar(catalogue, reach, tables)},
    {
      ...{id: "kept", question: "Did those who had improved keep it?"},
      content: await laterChart(kept, tables, "How many kept the gain they left with?")
    },
    {
      ...{id: "change", question: "Are scores still lower than at admission?"},
      content: await stillLower(of("change_at_followup"), of("effect_size_at_followup"), tables)
    },
    {
      ...{id: "since", question: "Did scores go on falling after discharge, or rise again?"},
      content: laterCards(of("change_since_discharge"), tables)
    },
    {
      id: "whom",
      question: "Are those reached like those not reached?",
      content: reach[0] === undefined ? null : reached(reach[0])
    },
    {
      ...{id: "unreached", question: "What could the figures be if those not reached fared otherwise?"},
      content: await ranges([...kept, ...of("change_at_followup"), ...of("change_since_discharge")], tables)
    }
  ];
  const body = html`<h1>Follow-up</h1>
<p class="question">Are people still well six months after discharge?</p>
<p class="lead">Everyone discharged, all programs, all time unless said otherwise, data as of <time>${catalogue.as_of}</time>.</p>
<p class="read-first">Every figure of later scores is of those who were reached. Whoever was not may be better or worse off: read the
share reached first, then the figure, then what it could be. Below 40% reached the page says so, and the figure says little about the rest.
Quarters whose six months have not passed are named as too early; they are not zero.</p>
${reach.length === 0 ? html`<p>This release has no follow-up.</p>` : sectionsWithNav(sections)}`;
  return {body};
}

async function reachedSoFar(catalogue: Catalogue, reach: readonly Subject[], tables: Tables): Promise<Markup | null> {
  const parts = reach.map(async (subject, index) => {
    const {measure, tables: own, view} = subject;
    const rows = own.results.filter((row) => row.measure === measure.id && row.breakdown === "all");
    const spc = own.spc.filter(({breakdown}) => breakdown === "all");
    const content = html`${await trend(subject, {rows, spc, claim: trendClaim(own.claims, view)})}${await places(subject, "standing")}`;
    if (index === 0) return content;
    return html`<details><summary>Show the same for ${measure.label}</summary>${content}</details>`;
  });
  return html`<div class="cards">${reach.map(({measure}) => figureCard(catalogue, measure, tables))}</div>
${notes(tooFew(catalogue, tables))}
${await Promise.all(parts)}`;
}

/** The programs, sites and periods of which fewer than 40% were reached, in words. */
function tooFew(catalogue: Catalogue, {results}: Tables): string[] {
  const rows = results.filter(
    (row) =>
      row.measure === retention[0] && ["all", "program", "site"].includes(row.breakdown) && insufficientFollowUp(row)
  );
  const names = rows.map(({breakdown, group, period}) =>
    [
      breakdown === "all" ? "all programs" : upperFirst(groupLabel(catalogue, breakdown, group)),
      formatPeriod(period)
    ].join(", ")
  );
  return names.length === 0 ? [] : [`Insufficient follow-up, fewer than 40% were reached: ${names.join("; ")}.`];
}

async function stillLower(
  change: readonly Subject[],
  effect: readonly Subject[],
  tables: Tables
): Promise<Markup | null> {
  if (change.length === 0 && effect.length === 0) return null;
  return html`${laterCards(change, tables)}
${await laterChart(effect, tables, "How large is the fall, beside how much people differed at admission?")}`;
}

/** The range of each measure that has one; the others are named. */
async function ranges(subjects: readonly Subject[], tables: Tables): Promise<Markup | null> {
  const panels = await Promise.all(subjects.map(async (subject) => ({subject, panel: await possibleRange(subject)})));
  const shown = panels.filter(({panel}) => panel !== null);
  const [first] = subjects;
  if (first === undefined) return null;
  const without = panels.filter(({panel}) => panel === null).map(({subject}) => subject.measure.label);
  const ids = new Set(shown.map(({subject}) => subject.measure.id));
  return html`${shown.map(
    ({subject, panel}) => html`<h3>${measureLink(first.catalogue, subject.measure.id)}</h3>
${panel}`
  )}
${notes(without.length === 0 ? [] : [`No range is published, as a count behind it is hidden or missing: ${without.join(", ")}.`])}
${shown.length === 0 ? null : assumptions(tables.missing.filter(({measure}) => ids.has(measure)))}`;
}
