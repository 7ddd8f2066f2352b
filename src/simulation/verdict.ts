import {type Coverage, coverageRate, monteCarloError} from "./coverage.ts";
import {type Expectation, promised} from "./study.ts";

/**
 * `within` 93-97 %; `known`: outside, for the reason that the study gives; `chance`: outside by no more than the simulation
 * errs, and where the sum over all possible cohorts is known, that lies where it should; `unexplained` is a finding.
 */
export type Verdict = "within" | "known" | "chance" | "unexplained";

/** In Monte-Carlo errors: further from the exact sum, a simulation simulates something else. */
const farFromExact = 3.5;
/** Further beyond the limits than this, where no exact sum is known, is not chance. */
const farBeyond = 2;

export function verdictOf(coverage: Coverage): Verdict {
  const {study, size} = coverage;
  const rate = coverageRate(coverage);
  if (rate === null) return "unexplained";
  const exact = study.exactCoverage?.(size);
  const isNear = (share: number, errors: number) =>
    Math.abs(rate - share) <= errors * monteCarloError(share, coverage.intervals);
  if (exact !== undefined && !isNear(exact, farFromExact)) return "unexplained";
  if (holds(study.expected, rate)) return holds(promised, rate) ? "within" : "known";
  const {from, to} = study.expected;
  const strayed = exact === undefined ? isNear(rate < from ? from : to, farBeyond) : holds(study.expected, exact);
  return strayed ? "chance" : "unexplained";
}

function holds({from, to}: Expectation, rate: number): boolean {
  return from <= rate && rate <= to;
}
