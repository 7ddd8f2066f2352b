import type {Random} from "../statistics/random.ts";
import {baselineBand} from "./dropout/bands.ts";
import {iopPairs} from "./pairs.ts";

/** A pair of scores; the later one is null where it was not measured. */
export interface MeasuredPair {
  readonly x: number;
  readonly y: number | null;
}

export const measuredPairsModel =
  "Pairs as for the mean change; the worse at the start, the less likely the later score: 76 of 100 are measured where the baseline is 0 to 4, 28 where it is 20 or more. Whoever starts worse changes more, so those measured change too little.";

export function drawMeasuredPairs(random: Random, size: number): MeasuredPair[] {
  return Array.from({length: size}, () => {
    const {x, y} = iopPairs.draw(random);
    return {x, y: random.chance(answering(baselineBand(x).middle)) ? y : null};
  });
}

/** Falls with the baseline, and is the same for a whole band of it. */
function answering(middle: number): number {
  return 1 / (1 + Math.exp(0.11 * (middle - 13) - 0.05));
}
