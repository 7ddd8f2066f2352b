import type {Coverage} from "./coverage.ts";
import {coverageTable, withError} from "./coverage_table.ts";
import {verdictOf} from "./verdict.ts";

const introduction = `## Do the intervals hold the truth?

A 95 % interval should hold the truth in about 95 of 100 cohorts; here it must in 93 to 97 of 100. Each row draws cohorts of one size from a population in
which the truth is known, as a sum over a table of probabilities and not from another simulation, and counts the cohorts whose interval holds
it. After the coverage stands its Monte-Carlo error: another seed moves it by about that much.

*Exact* is the coverage over all possible cohorts, where that can be summed up; the simulation must agree with it, which tests the simulation too.
*Too low, too high* are the intervals that lie wholly below, wholly above the truth. *No interval*: cohorts in which the figure cannot be
estimated, which are published empty and count for nothing here. A limit that a curve does not reach counts as unlimited, and such an interval has no width.`;

export function coverageReport(coverages: readonly Coverage[]): string {
  return [introduction, coverageTable(coverages), outside(coverages), models(coverages)].join("\n\n").trimEnd();
}

function outside(coverages: readonly Coverage[]): string {
  const rows = coverages
    .filter((coverage) => verdictOf(coverage) !== "within")
    .map((coverage) => `- ${reason(coverage)}`);
  return `### Rows outside 93-97 %, and why\n\n${rows.length === 0 ? "None." : rows.join("\n")}`;
}

function reason(coverage: Coverage): string {
  const {study, size} = coverage;
  const row = `${study.figure}, n = ${size}, ${withError(coverage)} %`;
  const verdict = verdictOf(coverage);
  if (verdict === "known") return `${row}: ${study.expected.because ?? ""}.`;
  return verdict === "chance"
    ? `${row}: chance of these cohorts; over all possible ones it is within.`
    : `${row}: **no reason known**.`;
}

function models(coverages: readonly Coverage[]): string {
  const studies = [...new Set(coverages.map(({study}) => study))];
  const lines = studies.map(({figure, model}) => `- *${figure}*: ${model}`);
  return `### How the cohorts are made\n\n${lines.join("\n")}`;
}
