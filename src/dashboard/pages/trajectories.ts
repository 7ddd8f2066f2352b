import type {Catalogue} from "../catalogue.ts";
import {html, type Markup} from "../components/markup.ts";
import {measureLink} from "../components/measure_link.ts";
import type {Page} from "../page.ts";
import {type Section, sectionsWithNav} from "../sections/section.ts";
import {trajectory} from "../sections/trajectory.ts";
import type {Tables} from "../tables.ts";

/** Score trajectories: the mean score of each instrument by week since admission, of everyone and of each program. */
export async function trajectoriesPage(catalogue: Catalogue, tables: Pick<Tables, "trajectory">): Promise<Page> {
  const sections = await Promise.all(
    catalogue.instruments.map(async (instrument): Promise<Section> => {
      const rows = tables.trajectory.filter((row) => row.instrument === instrument.id);
      const content = rows.length === 0 ? null : await trajectory(catalogue, instrument, rows);
      return {id: instrument.id, question: `How do ${instrument.label} scores run?`, content};
    })
  );
  const body = html`<h1>Score trajectories</h1>
<p class="question">How do scores run from week to week of an episode?</p>
<p class="lead">Everyone with a score in a week since admission, all time, data as of <time>${catalogue.as_of}</time>. A lower score is a
lighter burden.</p>
<p class="read-first">A line here is not the course of anyone. Each week averages over whoever is still in the program and answered:
those of week 12 are not those of week 0. Whoever left, for better or worse, is missing from the later weeks, so a line can fall although
nobody’s score did.${samePeople(catalogue)}</p>
${
  sections.every(({content}) => content === null)
    ? html`<p>This release has no score by week.</p>`
    : sectionsWithNav(sections)
}`;
  return {body};
}

/** The measures that follow the same people from their first score to the last. */
function samePeople(catalogue: Catalogue): Markup | null {
  const ids = catalogue.instruments.map(({id}) => `${id}_change`);
  const links = ids.filter((id) => catalogue.measures.some((measure) => measure.id === id));
  if (links.length === 0) return null;
  return html` How much the same people changed: ${links.map((id, index) => html`${index === 0 ? "" : ", "}${measureLink(catalogue, id)}`)}.`;
}
