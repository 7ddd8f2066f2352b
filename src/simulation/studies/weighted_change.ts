import {inverseProbabilityMean} from "../../statistics/inverse_probability_weights.ts";
import {baselineBand} from "../dropout/bands.ts";
import {drawMeasuredPairs, type MeasuredPair, measuredPairsModel} from "../measured_pairs.ts";
import {iopPairs} from "../pairs.ts";
import {type IntervalStudy, promised} from "../study.ts";

export const weightedChange: IntervalStudy = {
  id: "weighted_change",
  figure: "mean change of PHQ-9, weighted",
  interval: "inverse probability weights, t",
  model: `${measuredPairsModel} The weights see the band of the baseline.`,
  unit: "points",
  truth: iopPairs.mean((x, y) => x - y),
  sizes: [40, 150, 600],
  expected: promised,
  cohort(random, size) {
    const bands = Map.groupBy(drawMeasuredPairs(random, size), ({x}) => baselineBand(x).label);
    return inverseProbabilityMean([...bands].map(([baseline, pairs]) => ({covariates: {baseline}, ...sumsOf(pairs)})));
  }
};

function sumsOf(pairs: readonly MeasuredPair[]) {
  const changes = pairs.flatMap(({x, y}) => (y === null ? [] : [x - y]));
  return {
    units: pairs.length,
    measured: changes.length,
    sum: changes.reduce((sum, change) => sum + change, 0),
    sum_squares: changes.reduce((sum, change) => sum + change * change, 0)
  };
}
