import type {Estimate} from "../../statistics/estimate.ts";
import {newcombeDifference} from "../../statistics/newcombe_difference.ts";
import type {Random} from "../../statistics/random.ts";
import {binomial} from "../binomial.ts";
import {type IntervalStudy, promised} from "../study.ts";

const shares = {first: 0.68, second: 0.55};
const truth = shares.first - shares.second;

export const shareDifference: IntervalStudy = {
  id: "share_difference",
  figure: "difference of the completion of two sites",
  interval: "Newcombe",
  model:
    "Two sites complete 68 and 55 of 100; the second has half the episodes of the first (n is the first's). Every possible pair of counts is summed up for the exact coverage.",
  unit: "share",
  truth,
  sizes: [20, 40, 150, 600],
  expected: promised,
  cohort(random, size) {
    return differenceOf(
      size,
      successes(random, size, shares.first),
      successes(random, secondSize(size), shares.second)
    );
  },
  exactCoverage(size) {
    const second = binomial(secondSize(size), shares.second);
    return binomial(size, shares.first).reduce(
      (sum, share, a) =>
        sum + share * second.reduce((inner, part, b) => inner + (holds(differenceOf(size, a, b)) ? part : 0), 0),
      0
    );
  }
};

function secondSize(size: number): number {
  return Math.round(size / 2);
}

function successes(random: Random, units: number, share: number): number {
  let successes = 0;
  for (let unit = 0; unit < units; unit++) if (random.chance(share)) successes += 1;
  return successes;
}

function differenceOf(size: number, a: number, b: number): Estimate {
  return newcombeDifference({numerator: a, denominator: size}, {numerator: b, denominator: secondSize(size)});
}

function holds({lower, upper}: Estimate): boolean {
  return lower !== null && upper !== null && lower <= truth && truth <= upper;
}
