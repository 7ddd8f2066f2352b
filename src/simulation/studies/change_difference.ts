import type {Random} from "../../statistics/random.ts";
import type {SampleSums} from "../../statistics/sample_sums.ts";
import {welchDifference} from "../../statistics/welch_difference.ts";
import {iopPairs, mildPairs, type PairPopulation} from "../pairs.ts";
import {type IntervalStudy, promised} from "../study.ts";

export const changeDifference: IntervalStudy = {
  id: "change_difference",
  figure: "difference of the mean change of two sites",
  interval: "Welch",
  model:
    "The first site has the pairs of the mean change, the second half as many of the milder ones (n is the first's): other sizes, other spreads.",
  unit: "points",
  truth: iopPairs.mean((x, y) => x - y) - mildPairs.mean((x, y) => x - y),
  sizes: [20, 40, 150, 600],
  expected: promised,
  cohort: (random, size) =>
    welchDifference(drawChanges(iopPairs, random, size), drawChanges(mildPairs, random, Math.round(size / 2)))
};

function drawChanges(pairs: PairPopulation, random: Random, n: number): SampleSums {
  const sums = {n, sum_x: 0, sum_xx: 0};
  for (let unit = 0; unit < n; unit++) {
    const {x, y} = pairs.draw(random);
    sums.sum_x += x - y;
    sums.sum_xx += (x - y) ** 2;
  }
  return sums;
}
