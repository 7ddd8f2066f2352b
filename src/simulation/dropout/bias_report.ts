import {markdownTable, percent} from "../markdown_table.ts";
import {biasOf, meanOf, type OrganisationBias, weightingHelped} from "./bias.ts";
import type {Dropout} from "./organisation.ts";

/** What the table shows: three sizes where attendance decides, and two studies of where weighting does not help. */
export const biasStudies: readonly {readonly dropout: Dropout; readonly size: number}[] = [
  {dropout: "attendance", size: 60},
  {dropout: "attendance", size: 200},
  {dropout: "attendance", size: 600},
  {dropout: "outcome", size: 200},
  {dropout: "chance", size: 200}
];

/** Cohorts of one organisation. */
export const cohortsOfOne = 40;

const who: Readonly<Record<Dropout, string>> = {
  attendance: "attendance, severity, completion",
  outcome: "the outcome itself",
  chance: "nothing"
};

const introduction = `## Do weights repair what those who do not answer take away?

At six months some people answer and some do not, and who answers is no accident. Here every person's outcome is known, so the share that got
better among *all* is the truth, and what a report can say is held against it.

One seed is one organisation: its true parameters (completion, attendance, baseline, and what these do to the outcome and to answering) are drawn
from ranges that fit an IOP, then ${cohortsOfOne} cohorts are drawn from it. Its bias is their mean less the truth. The weights see what a warehouse
knows: attendance in five bands, baseline in six (one is "not measured"), completed or not. People within a band still differ, so the
weights cannot be perfect.

| column | says |
| --- | --- |
| nearer, % of seeds | seeds in which the weighted share is nearer to the truth than the observed one; where attendance decides it must be 95 or more |
| answering, % | how many of 100 people answer |
| bias of observed | of the share among those who answer |
| bias of weighted | of the same share, each answer weighted by how rarely people like this one answer |
| bias of failure | where whoever did not answer counts as not better: also the lower bound |
| bias of best | where whoever did not answer counts as better: the upper bound |

Biases are percentage points, means over the seeds; the largest of any seed stands in brackets.`;

const conclusion = `Where attendance decides, counting answers only flatters, and the larger the cohort the more surely its interval misses the truth. Weights
take away most of the bias. What remains comes from people who differ within a band, from cutting off the largest weights, and in
small cohorts from bands in which nobody answered, for whom no weight can speak.

Where the outcome itself decides, weights do not repair the bias, and nothing in the data shows that it is there: whoever feels better answers, and
attendance explains only a little of that. They are nearer in nearly every seed and still far off: nearer is not near. The bounds hold the truth all the same.

Where nothing decides, there is no bias to repair: which of the two is nearer is a toss of a coin, and the weights do no harm.`;

export function biasReport({seed, organisations}: {seed: number; organisations: number}): string {
  const rows = biasStudies.map(({dropout, size}) => {
    const plan = {seed, dropout, size, cohorts: cohortsOfOne};
    return [who[dropout], String(size), ...cellsOf(Array.from({length: organisations}, (_, k) => biasOf(k, plan)))];
  });
  return [introduction, markdownTable(head, rows), conclusion].join("\n\n");
}

const head = [
  "who answers is decided by",
  "n",
  "nearer, % of seeds",
  "truth, %",
  "answering, %",
  "bias of observed",
  "bias of weighted",
  "bias of failure",
  "bias of best",
  "observed interval holds the truth, %",
  "weighted interval holds it, %"
];

function cellsOf(biases: readonly OrganisationBias[]): string[] {
  const mean = (of: (bias: OrganisationBias) => number) => meanOf(biases.map(of));
  const bias = (of: (bias: OrganisationBias) => number) => {
    const all = biases.map((each) => of(each) - each.truth);
    const largest = all.reduce((most, each) => (Math.abs(each) > Math.abs(most) ? each : most), 0);
    return `${signed(meanOf(all))} (${signed(largest)})`;
  };
  return [
    percent(biases.filter(weightingHelped).length / biases.length),
    percent(mean(({truth}) => truth)),
    percent(mean(({answering}) => answering)),
    bias(({observed}) => observed),
    bias(({weighted}) => weighted),
    bias(({failure}) => failure),
    bias(({best}) => best),
    percent(mean(({observedCoverage}) => observedCoverage)),
    percent(mean(({weightedCoverage}) => weightedCoverage))
  ];
}

function signed(share: number): string {
  return `${share < 0 ? "-" : "+"}${percent(Math.abs(share))}`;
}
