import type {Coverage} from "./coverage.ts";
import {coverageTable, withError} from "./coverage_table.ts";
import {percent} from "./markdown_table.ts";
import {verdictOf} from "./verdict.ts";

const introduction = `## Do the intervals hold the truth?

A 95 % interval should hold the truth in about 95 of 100 cohorts; here it must in 93 to 97 of 100. Each row draws cohorts of one size from a
population in which the truth is known, as a sum over a table of probabilities and not from another simulation, and counts the cohorts whose
interval holds it.

| column | says |
| --- | --- |
| coverage, % | how many of 100 intervals hold the truth, and the Monte-Carlo error of that: another seed moves it by about as much |
| exact, % | the coverage over all possible cohorts, where that can be summed up. The simulation must agree with it, which tests the simulation too |
| too low, too high, % | intervals that lie wholly below, and wholly above, the truth |
| mean width | of the intervals with two limits. A limit that a curve does not reach counts as unlimited |
| without | cohorts without an interval, because the figure cannot be estimated. They are published empty, and count for nothing here |
| verdict | whether coverage is within 93-97 % |`;

export function coverageReport(coverages: readonly Coverage[]): string {
  return [introduction, coverageTable(coverages), outside(coverages), models(coverages)].join("\n\n");
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
  return verdict === "chance" ? `${row}: ${strayed(study.exactCoverage?.(size))}.` : `${row}: **no reason known**.`;
}

function strayed(exact: number | undefined): string {
  if (exact === undefined) return "outside by less than two Monte-Carlo errors; more cohorts decide";
  return `chance of these cohorts; over all possible ones it is ${percent(exact)} %`;
}

/** Figures of the same cohorts share a line. */
function models(coverages: readonly Coverage[]): string {
  const figures = Map.groupBy(new Set(coverages.map(({study}) => study)), ({model}) => model);
  const lines = [...figures].map(
    ([model, studies]) => `- *${studies.map(({figure}) => figure).join("*, *")}*: ${model}`
  );
  return `### How the cohorts are made\n\n${lines.join("\n")}`;
}
