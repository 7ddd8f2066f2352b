import {type Coverage, coverageRate, monteCarloError} from "./coverage.ts";
import {type Expectation, promised} from "./study.ts";

/**
 * `within` 93-97 %; `chance`: the simulation strayed, while the sum over all possible cohorts lies where it should; `known`:
 * outside, for the reason that the study gives; `unexplained` is a finding, and ends a nightly run with an error.
 */
export type Verdict = "within" | "chance" | "known" | "unexplained";

/** A simulation further from the exact sum than this many Monte-Carlo errors simulates something else. */
const farthest = 3.5;

export function verdictOf(coverage: Coverage): Verdict {
  const {study, size} = coverage;
  const rate = coverageRate(coverage);
  if (rate === null) return "unexplained";
  const exact = study.exactCoverage?.(size);
  if (exact !== undefined && Math.abs(rate - exact) > farthest * monteCarloError(exact, coverage.intervals)) {
    return "unexplained";
  }
  if (holds(study.expected, rate)) return holds(promised, rate) ? "within" : "known";
  return exact !== undefined && holds(study.expected, exact) ? "chance" : "unexplained";
}

function holds({from, to}: Expectation, rate: number): boolean {
  return from <= rate && rate <= to;
}
