import type {Moments} from "../statistics/moments.ts";
import type {Random} from "../statistics/random.ts";
import {bell} from "./bell.ts";
import {placeSampler, sharesOf} from "./shares.ts";

const scores = 28;

/** Pairs of PHQ-9 scores, baseline x and later y, both whole numbers from 0 to 27. */
export interface PairPopulation {
  /** The mean of any figure of a pair over the whole population, summed over the 784 possible pairs. */
  mean(figure: (x: number, y: number) => number): number;
  draw(random: Random): {x: number; y: number};
}

/**
 * @param baseline the curve of x
 * @param changes how large a share of the pairs (parts of any sum) changes by how many points at the mean baseline
 * @param slope how many points y rises for one point of x; below 1, the worse at the start improve more
 * @param spread the SD of y among those with the same x and change
 */
export function pairPopulation({
  baseline,
  changes,
  slope,
  spread
}: {
  baseline: {mean: number; sd: number};
  changes: readonly {part: number; points: number}[];
  slope: number;
  spread: number;
}): PairPopulation {
  const before = bell({...baseline, highest: scores - 1});
  const parts = sharesOf(changes.map(({part}) => part));
  const joint = before.flatMap((share, x) => {
    const later = changes.map(({points}) =>
      bell({mean: baseline.mean - points + slope * (x - baseline.mean), sd: spread, highest: scores - 1})
    );
    return Array.from(
      before,
      (_, y) => share * later.reduce((sum, bells, k) => sum + (parts[k] ?? 0) * (bells[y] ?? 0), 0)
    );
  });
  const place = placeSampler(joint);
  return {
    mean: (figure) => joint.reduce((sum, share, at) => sum + share * figure(Math.floor(at / scores), at % scores), 0),
    draw(random) {
      const at = place(random);
      return {x: Math.floor(at / scores), y: at % scores};
    }
  };
}

/** What SQL adds up over a cohort of pairs. */
export function drawMoments(population: PairPopulation, random: Random, n: number): Moments {
  const sums = {n, sum_x: 0, sum_y: 0, sum_xx: 0, sum_yy: 0, sum_xy: 0};
  for (let unit = 0; unit < n; unit++) {
    const {x, y} = population.draw(random);
    sums.sum_x += x;
    sums.sum_y += y;
    sums.sum_xx += x * x;
    sums.sum_yy += y * y;
    sums.sum_xy += x * y;
  }
  return sums;
}

/** Pairs as an IOP has them: four of five from people who completed, who improve more than those who left. */
export const iopPairs = pairPopulation({
  baseline: {mean: 15, sd: 5.7},
  changes: [
    {part: 4, points: 5},
    {part: 1, points: 2}
  ],
  slope: 0.5,
  spread: 5
});

/** Milder scores, one of six at 0 to begin with and more later: far from a normal curve. */
export const mildPairs = pairPopulation({
  baseline: {mean: 5, sd: 5},
  changes: [{part: 1, points: 1.5}],
  slope: 0.5,
  spread: 3.5
});
