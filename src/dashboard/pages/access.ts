import type {Catalogue} from "../catalogue.ts";
import {html} from "../components/markup.ts";
import type {Page} from "../page.ts";
import {measureBlock} from "../sections/measure_block.ts";
import {type Section, sectionsWithNav, subjectsOf} from "../sections/section.ts";
import type {Tables} from "../tables.ts";

const questions = [
  {id: "seen", question: "Are people seen in time?", measures: ["seen_within_48_hours", "time_to_first_service"]},
  {id: "come", question: "Do they come?", measures: ["attendance", "no_show"]},
  {id: "cancelled", question: "Who cancels?", measures: ["client_cancellation", "program_cancellation"]},
  {id: "dose", question: "Do they get the hours prescribed?", measures: ["attended_hours_per_week", "weeks_at_dose"]},
  {id: "groups", question: "Are groups of the size aimed at?", measures: ["group_size", "group_size_in_range"]}
];

/** Access and attendance: from the referral to the hours received; each measure for everyone, as control chart, and by program. */
export async function accessPage(catalogue: Catalogue, tables: Tables): Promise<Page> {
  const sections = await Promise.all(
    questions.map(async ({id, question, measures}): Promise<Section> => {
      const subjects = subjectsOf(catalogue, tables, measures);
      return {
        id,
        question,
        content: subjects.length === 0 ? null : html`${await Promise.all(subjects.map(measureBlock))}`
      };
    })
  );
  const body = html`<h1>Access and attendance</h1>
<p class="question">Are people seen in time, do they come, and do they get the treatment prescribed?</p>
<p class="lead">Everyone referred to or treated in any program, all time and by quarter, data as of <time>${catalogue.as_of}</time>.
Sessions that were excused count for nobody; each measure leads to its counting rule.</p>
<p class="read-first">A point outside the limits of a control chart is a reason to look, not a verdict: a quarter can differ because others
were referred, because a holiday fell into it, or because something was recorded another way. Programs stand in the order of the
catalogue, and are not adjusted for whom they admit.</p>
${
  sections.every(({content}) => content === null)
    ? html`<p>This release has no measure of access or attendance.</p>`
    : sectionsWithNav(sections)
}`;
  return {body};
}
