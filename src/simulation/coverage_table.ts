import {type Coverage, coverageRate, monteCarloError} from "./coverage.ts";
import {markdownTable, percent} from "./markdown_table.ts";
import type {IntervalStudy} from "./study.ts";
import {type Verdict, verdictOf} from "./verdict.ts";

const head = [
  "figure",
  "interval",
  "n",
  "truth",
  "mean estimate",
  "coverage, %",
  "exact, %",
  "too low, too high, %",
  "mean width",
  "without",
  "verdict"
];

const verdicts: Readonly<Record<Verdict, string>> = {
  within: "within",
  chance: "outside by chance",
  known: "outside",
  unexplained: "OUTSIDE, UNEXPLAINED"
};

/** One row for each study and size, in Markdown. */
export function coverageTable(coverages: readonly Coverage[]): string {
  return markdownTable(head, coverages.map(rowOf));
}

function rowOf(coverage: Coverage): string[] {
  const {study, size, cohorts, intervals} = coverage;
  const figure = (value: number | null) => inUnit(value, study.unit);
  const exact = study.exactCoverage?.(size);
  return [
    study.figure,
    study.interval,
    String(size),
    figure(study.truth),
    figure(coverage.meanValue),
    withError(coverage),
    exact === undefined ? "" : percent(exact),
    intervals === 0 ? "" : `${percent(coverage.below / intervals)}, ${percent(coverage.above / intervals)}`,
    figure(coverage.meanWidth),
    intervals === cohorts ? "" : String(cohorts - intervals),
    verdicts[verdictOf(coverage)]
  ];
}

/** The coverage with its Monte-Carlo error, as in 94.8 ± 0.5. */
export function withError(coverage: Coverage): string {
  const rate = coverageRate(coverage);
  return rate === null ? "" : `${percent(rate)} ± ${percent(monteCarloError(rate, coverage.intervals))}`;
}

function inUnit(value: number | null, unit: IntervalStudy["unit"]): string {
  if (value === null) return "";
  if (unit === "share") return `${percent(value)} %`;
  return unit === "days" ? `${value.toFixed(1)} days` : `${value.toFixed(2)} ${unit === "sd" ? "SD" : unit}`;
}
