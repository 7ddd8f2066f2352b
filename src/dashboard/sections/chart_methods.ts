import {signalLabel} from "../components/control_limits.ts";
import {html, type Markup} from "../components/markup.ts";
import {upperFirst} from "../components/words.ts";
import {assumptionWords} from "./not_measured.ts";
import {definitions} from "./success.ts";
import {termList} from "./terms.ts";

/** How each kind of chart is made, and how it is read. */
export function chartMethods(): Markup {
  return html`${controlCharts()}
${places()}
${curves()}
${notMeasured()}
${outcomes()}
${ladder()}`;
}

const rules = ["outside_limits", "trend", "two_of_three", "shift"];

function controlCharts(): Markup {
  return html`<h3 id="control-charts">Has it changed over time: control charts</h3>
<p>Figures go up and down from month to month without anything having changed. A control chart (XmR, individuals and moving range) tells that usual
movement from a signal. Its limits lie 2.66 mean moving ranges from the average. There is a chart from eight periods on. With fewer than twelve the
limits are on trial and move with each new point; the first twelve points then freeze them. An event that the organisation names, such as a new
program, starts average and limits anew. A diamond marks a signal, which is one of four:</p>
<ul>${rules.map((rule) => html`<li>${upperFirst(signalLabel(rule))}</li>`)}</ul>
<p>“Near a limit” is the outer third between average and limit. A signal says that something is no longer as it was, not what. It is called an
improvement or a concern only where one direction is the better one for the measure. Where periods hold many people, a second pair of limits
for shares is given, which allows for how many were counted. The rules are those of Making Data Count (NHS England).</p>`;
}

function places(): Markup {
  return html`<h3 id="funnels">Do programs and sites differ: funnels</h3>
<p>A small program moves far from the average by chance alone, a large one hardly. A funnel draws limits around the share of all programs together, wide
where few people were counted and narrow where many were. Inside the 95% limits a program differs no more than chance explains; one in twenty lies
outside of them by chance, and two in a thousand outside the 99.8% limits. From ten programs on the limits also allow for programs that
really differ a little. Programs stand in the order of the organisation and are never ranked.</p>
<h3 id="comparisons">Each group beside everyone else</h3>
<p>A group is compared with all others together, with a 95% interval of the difference. Where many groups are compared, some differ by chance, so a
difference stands out only after a correction for how many were looked at (Benjamini and Hochberg, 5%).</p>
<h3 id="adjusted">What is left after adjustment: observed over expected</h3>
<p>Programs that admit people who are more ill look worse. A model of all people of a fixed period says what to expect of each person from what was known at
admission, and never from what the program did. The number that was observed is divided by the number expected: a ratio of 1 is as
expected. Programs with fewer than 50 people are not adjusted. The page shows how well the model tells people apart and whether it expects what happens.</p>`;
}

function curves(): Markup {
  return html`<h3 id="curves">How it runs from day to day: curves</h3>
<p>For measures of time a curve shows, day by day, what share of people is still there, or to what share something has happened. People who are still in care count as long as they
were seen, and leave the curve without an event on the last day known (Kaplan and Meier). Where an episode can end in several
ways, each way has its own curve, and the curves and those still in care add up to everyone (Aalen and Johansen). The band is a 95% interval
for each single day.</p>`;
}

function notMeasured(): Markup {
  return html`<h3 id="missing">Who was not measured: how far the figure could move</h3>
<p>An average of those who answered can be far from that of everyone. The same outcome is therefore counted under several assumptions about those who
were not measured:</p>
${termList(Object.values(assumptionWords).map(({label, meaning}) => ({term: label, meaning})))}
<p>Beside follow-up stand those who were reached and those who were not, compared in what was known at admission and at the end. A standardised
difference above 0.10 is marked as a difference, above 0.25 as a serious one.</p>`;
}

function outcomes(): Markup {
  return html`<h3 id="success">Definitions of success</h3>
<p>What share of people succeeded depends on what is called success. All definitions are shown side by side for the same people, and the one that the
organisation registered beforehand is marked:</p>
${termList(Object.values(definitions).map(({label, meaning}) => ({term: label, meaning: `${upperFirst(meaning)}.`})))}
<h3 id="natural-course">How scores move without the program</h3>
<p>People come when they feel worst, and many feel better later with or without treatment. Two references stand beside a change: published courses of
people who waited or had usual care, graded from A to D by how well they match, and regression to the mean, which is what the figure would be if
nobody had changed. Neither is a target and neither may be subtracted.</p>`;
}

function ladder(): Markup {
  return html`<h3 id="claims">Sentences: the claim ladder</h3>
<p>Sentences about figures are made by rules and not written by hand. How strongly a sentence may be worded depends on the evidence: the weakest rule that applies
decides, and what kept a sentence from saying more stands behind it. No sentence says that treatment caused anything.</p>
${termList([
  {term: "Silent", meaning: "no figure, only why there is none"},
  {term: "Tentative", meaning: "the interval alone, since too few were counted"},
  {term: "Partial", meaning: "the figure of those measured, after the share that they are; no direction"},
  {term: "Descriptive", meaning: "the figure with interval and count; no direction"},
  {term: "Directional", meaning: "that scores fell or rose, that figures differ or a chart shifts"},
  {term: "Evaluative", meaning: "better or worse, a target met or not met"}
])}`;
}
