import type {Catalogue, Measure} from "../catalogue.ts";
import {claimAbout, claimSentence, trendClaim} from "../components/claim.ts";
import {definition} from "../components/definition.ts";
import {figure} from "../components/figure.ts";
import {filters, shownWords} from "../components/filters.ts";
import {ladderTable} from "../components/ladder_table.ts";
import {type AttachedFile, html, type Markup} from "../components/markup.ts";
import {measuredBeside, measuredBy} from "../components/measured_beside.ts";
import {workedExamples} from "../components/worked_examples.ts";
import {givenName} from "../given_names.ts";
import type {Page} from "../page.ts";
import {adjusted} from "../sections/adjusted.ts";
import {curves} from "../sections/curves.ts";
import {downloads} from "../sections/downloads.ts";
import {groups} from "../sections/groups.ts";
import {naturalCourse} from "../sections/natural_course.ts";
import {notMeasured} from "../sections/not_measured.ts";
import {places} from "../sections/places.ts";
import {isFollowUp} from "../sections/reached.ts";
import {type Section, type Subject, sectionList, sectionNav} from "../sections/section.ts";
import {success} from "../sections/success.ts";
import {trend} from "../sections/trend.ts";
import type {Tables} from "../tables.ts";
import {everyone, isAbout, isShown, isWhole, viewInWords} from "../view.ts";

/**
 * A measure's page: what it shows can be chosen, and is drawn by `measureView`; below it the published rows, the counting rule and
 * the worked examples, which no filter touches.
 */
export async function measurePage(
  catalogue: Catalogue,
  measure: Measure,
  {tables, files}: {tables: Tables; files: readonly AttachedFile[]}
): Promise<Page> {
  const own = tables.results.filter((row) => row.measure === measure.id);
  const named = [
    ...files.map(givenName),
    ...measuredBy(catalogue, measure.id).map((id) => `${id}/results`),
    ...(tables.success.length > 0 ? ["success"] : []),
    ...(tables.reached.length > 0 && isFollowUp(catalogue, measure) ? ["reached"] : [])
  ];
  const body = html`<h1>${measure.label}</h1>
<p class="question">${measure.question}</p>
${filters(catalogue, {page: "measure", measure: measure.id, files: named, rows: own})}
<div id="view">${await measureView({catalogue, measure, tables, view: everyone})}</div>
${sectionList(ruleSections(measure, files))}`;
  return {body};
}

/**
 * What a measure's page shows of one view: the figure, its trend, places and groups, who was not measured, and what else it can be
 * held against; then who was counted. A section that the release has nothing for is left out.
 */
export async function measureView(subject: Subject): Promise<Markup> {
  const {catalogue, measure, tables, view} = subject;
  const ofPlace = tables.results.filter((row) => row.measure === measure.id).filter(isAbout(view));
  const row = ofPlace.find(isShown(view));
  const spc = tables.spc.filter(isAbout(view));
  const [ofPlaces, ofAdjusted] = [await places(subject), await adjusted(subject)];
  const sections: Section[] = [
    {
      ...{id: "trend", question: "Has it changed over time?"},
      content: await trend(subject, {rows: ofPlace, spc, claim: trendClaim(tables.claims, view)})
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
      content: ladderTable(catalogue, measure, tables.ladder, view)
    }
  ];
  return html`${shownWords(catalogue, view)}
<div class="headline">${figure(catalogue, measure, row)}${row === undefined ? notPublished(subject) : measuredBeside(catalogue, row, tables.results)}
${claimSentence(claimAbout(tables.claims, view, "target", "movement", "level"))}</div>
${isWhole(view) ? null : html`<p class="rule">What compares places, groups or references is shown for all programs only.</p>`}
${sectionNav([...sections, ...ruleSections(measure, [])])}
${sectionList(sections)}`;
}

/** What no filter changes. */
function ruleSections(measure: Measure, files: readonly AttachedFile[]): Section[] {
  return [
    {id: "definition", question: "How is it counted?", content: definition(measure)},
    {id: "examples", question: "What counts, and what does not?", content: workedExamples(measure)},
    {id: "download", question: "Download the published rows", content: downloads(files)}
  ];
}

function notPublished({catalogue, measure, view}: Subject): Markup | null {
  if (isWhole(view)) return null;
  return html`<p class="rule">No row of ${measure.label} is published for ${viewInWords(catalogue, view)}: choose a longer period, or fewer things at once.</p>`;
}
