import type {ExpectedTally} from "../statistics/indirect_standardisation.ts";
import {isAdjusted} from "./adjusted.ts";
import {type Group, latticeOf, type Period, spotKey} from "./lattice.ts";
import type {Program} from "./programs.ts";
import {isModel} from "./reference_model.ts";
import {type CaseRow, covariatesOf, type Reference} from "./reference_period.ts";

/** What a model expects in a place: the sum of the probabilities of its units, and the variance of that. */
export type ExpectedIn = (place: Group & Period) => Omit<ExpectedTally, "observed">;

/** Adds up what the model of a reference expects in programs and sites, by year and over all time. */
export function expectations(rows: readonly CaseRow[], {model}: Reference, programs: readonly Program[]): ExpectedIn {
  const byPlace = new Map<string, ReturnType<ExpectedIn>>();
  if (isModel(model)) {
    const spotsOf = latticeOf(programs, []);
    const probabilityOf = remembered((pattern) => model.probabilityOf(covariatesOf(pattern)));
    for (const row of rows) {
      const p = probabilityOf(row.pattern);
      for (const {key} of spotsOf(row).filter(isAdjusted)) {
        const {expected, variance} = byPlace.get(key) ?? nothing;
        byPlace.set(key, {expected: expected + row.n * p, variance: variance + row.n * p * (1 - p)});
      }
    }
  }
  return (place) => byPlace.get(spotKey(place)) ?? nothing;
}

const nothing = {expected: 0, variance: 0};

function remembered(compute: (pattern: string) => number): (pattern: string) => number {
  const known = new Map<string, number>();
  return (pattern) => {
    const value = known.get(pattern) ?? compute(pattern);
    known.set(pattern, value);
    return value;
  };
}
