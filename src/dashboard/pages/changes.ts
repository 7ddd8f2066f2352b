import type {Changes} from "../../releases/compare_releases.ts";
import {summaryOf} from "../../releases/words.ts";
import type {Catalogue} from "../catalogue.ts";
import {html, type Markup} from "../components/markup.ts";
import type {Page} from "../page.ts";
import {everyMeasure, headlineCards} from "../sections/changed_figures.ts";
import {checks, definitionsAndSettings, deliveries, twoReleases} from "../sections/changed_inputs.ts";
import {hiddenAndShown, pastQuarters} from "../sections/changed_places.ts";
import {type Section, sectionList, sectionNav} from "../sections/section.ts";

/** What changed since the release before. Null where there is none here: then the page says what will stand on it. */
export function changesPage(catalogue: Catalogue, changes: Changes | null): Page {
  const body = html`<h1>What changed</h1>
${changes === null ? noneBefore() : since(catalogue, changes)}`;
  return {body};
}

function noneBefore(): Markup {
  return html`<p class="lead">There is no earlier release here, so nothing can be held against this one.</p>
<p>From the next release on, this page says what moved since the one before it: the headline figures and every measure for everyone,
figures of quarters that had been reported and are told otherwise, figures of programs that were hidden or are shown again, definitions
and settings that are not the same, deliveries that came in or were refused, and checks that began or ceased to fail.</p>`;
}

function since(catalogue: Catalogue, changes: Changes): Markup {
  const {before, after} = changes;
  const sections: Section[] = [
    {
      id: "headline",
      question: "What are the headline figures, then and now?",
      content: headlineCards(catalogue, changes)
    },
    {id: "figures", question: "What is every measure, then and now?", content: everyMeasure(catalogue, changes)},
    {id: "past", question: "Did figures move that had been reported?", content: pastQuarters(catalogue, changes)},
    {
      id: "hidden",
      question: "Were figures of programs hidden, or shown again?",
      content: hiddenAndShown(catalogue, changes)
    },
    {
      id: "definitions",
      question: "Is anything counted another way?",
      content: definitionsAndSettings(catalogue, changes)
    },
    {id: "deliveries", question: "Which deliveries came in?", content: deliveries(changes)},
    {id: "checks", question: "Do other checks fail?", content: checks(changes)},
    {id: "releases", question: "Which two releases are these?", content: twoReleases(changes)}
  ];
  return html`<p class="lead">This release, data as of <time>${after.as_of}</time>, beside the one before it, data as of <time>${before.as_of}</time>.
${summaryOf(changes).join(" ")}</p>
<p>A difference here is one published number less the other, with its sign, rounded afterwards. It has no interval and no test, and says neither that anything got
better or worse nor why. What is not told in one of the two is not subtracted. A figure that is held stands as it was told earlier,
because what changed since is too little to be shown.</p>
${sectionNav(sections)}
${sectionList(sections)}`;
}
