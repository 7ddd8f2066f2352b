import type {Catalogue, Measure} from "../catalogue.ts";
import {claimSentence, overallClaim, trendClaim} from "../components/claim.ts";
import {definition} from "../components/definition.ts";
import {figure} from "../components/figure.ts";
import {ladderTable} from "../components/ladder_table.ts";
import {html} from "../components/markup.ts";
import {measuredBeside} from "../components/measured_beside.ts";
import {workedExamples} from "../components/worked_examples.ts";
import type {Page} from "../page.ts";
import {adjusted} from "../sections/adjusted.ts";
import {curves} from "../sections/curves.ts";
import {groups} from "../sections/groups.ts";
import {naturalCourse} from "../sections/natural_course.ts";
import {notMeasured} from "../sections/not_measured.ts";
import {places} from "../sections/places.ts";
import {type Section, sectionsWithNav} from "../sections/section.ts";
import {success} from "../sections/success.ts";
import {trend} from "../sections/trend.ts";
import type {Tables} from "../tables.ts";

/**
 * A measure's page: the figure, its trend, places and groups, who was not measured, and what else it can be held against; then who
 * was counted and the counting rule. A section that the release has nothing for is left out.
 */
export async function measurePage(catalogue: Catalogue, measure: Measure, tables: Tables): Promise<Page> {
  const subject = {catalogue, measure, tables};
  const everyone = tables.results.filter((row) => row.measure === measure.id && row.breakdown === "all");
  const all = everyone.find(({period_type}) => period_type === "all");
  const spc = tables.spc.filter(({breakdown}) => breakdown === "all");
  const [ofPlaces, ofAdjusted] = [await places(subject), await adjusted(subject)];
  const sections: Section[] = [
    {
      ...{id: "trend", question: "Has it changed over time?"},
      content: html`${claimSentence(trendClaim(tables.claims))}${await trend(catalogue, {measure, rows: everyone, spc})}`
    },
    {
      ...{id: "places", question: "Do programs and sites differ?"},
      content: ofPlaces === null && ofAdjusted === null ? null : html`${ofPlaces}${ofAdjusted}`
    },
    {id: "groups", question: "Do groups of people differ?", content: await groups(subject)},
    {
      ...{id: "not-measured", question: "Who was not measured, and what could that change?"},
      content: await notMeasured(subject)
    },
    {id: "success", question: "Does it depend on what counts as success?", content: await success(subject)},
    {
      ...{id: "natural-course", question: "How do scores move without the program?"},
      content: await naturalCourse(subject)
    },
    {id: "curves", question: "How does it run from day to day?", content: await curves(subject)},
    {
      ...{id: "ladder", question: "Who was counted, and who was left out?"},
      content: ladderTable(catalogue, measure, tables.ladder)
    },
    {id: "definition", question: "How is it counted?", content: definition(measure)},
    {id: "examples", question: "What counts, and what does not?", content: workedExamples(measure)}
  ];
  const body = html`<h1>${measure.label}</h1>
<p class="question">${measure.question}</p>
<div class="headline">${figure(catalogue, measure, all)}${all === undefined ? null : measuredBeside(catalogue, all, tables.results)}
${claimSentence(overallClaim(tables.claims, "movement", "level"))}
${claimSentence(overallClaim(tables.claims, "target"))}</div>
${sectionsWithNav(sections)}`;
  return {title: measure.label, body};
}
