import type {Catalogue} from "../catalogue.ts";
import {html} from "../components/markup.ts";
import type {Page} from "../page.ts";
import type {ResultRow} from "../published.ts";
import type {Release} from "../release.ts";
import {chartMethods} from "../sections/chart_methods.ts";
import {disclosureWords} from "../sections/disclosure_words.ts";
import {glossary} from "../sections/glossary.ts";
import {handbook, instrumentTable} from "../sections/handbook.ts";
import {howToRead, statusesInWords} from "../sections/how_to_read.ts";
import {type Section, sectionList, sectionNav} from "../sections/section.ts";

/** The handbook: how to read a figure, every measure and instrument of the release, how charts are made, and a glossary. */
export function methodsPage(catalogue: Catalogue, release: Release, results: readonly ResultRow[]): Page {
  const sections: Section[] = [
    {id: "reading", question: "How is a figure read?", content: howToRead(catalogue, release, results)},
    {id: "statuses", question: "Why are there words in place of a figure?", content: statusesInWords(catalogue)},
    {id: "measures", question: "What is measured, and how?", content: handbook(catalogue)},
    {id: "instruments", question: "Which questionnaires are used?", content: instrumentTable(catalogue)},
    {id: "charts", question: "How are the charts made?", content: chartMethods()},
    {id: "disclosure", question: "How are people protected?", content: disclosureWords(release)},
    {id: "glossary", question: "What does a word mean?", content: glossary(catalogue, release)}
  ];
  const body = html`<h1>Methods</h1>
<p class="lead">How the figures of ${catalogue.organisation} are counted, drawn and protected, and what the words mean. Measures, instruments and
words for what is not shown are those of release <code>${release.release}</code>.</p>
${sectionNav(sections)}
${sectionList(sections)}`;
  return {body};
}
