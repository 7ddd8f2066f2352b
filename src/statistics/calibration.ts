import {byProbability, cStatistic, type PredictedTally} from "./c_statistic.ts";
import {type Estimate, notEstimable} from "./estimate.ts";
import {logisticRegression} from "./logistic_regression.ts";
import {z95} from "./normal_quantile.ts";
import {quantileType7} from "./quantile_type7.ts";

/** Units of neighbouring probabilities: how many had the outcome, and how many were expected to. */
export interface CalibrationGroup {
  readonly lowest: number;
  readonly highest: number;
  readonly units: number;
  readonly observed: number;
  readonly expected: number;
}

/**
 * How well the probabilities of a model fit what happened. `c_statistic`: 0.5 to tell nothing, 1 to tell all;
 * `brier_score`: the mean squared error of the probabilities; `intercept` (log odds): 0 where as many had the outcome
 * as expected, above 0 where more had; `slope`: 1 where the probabilities are as far apart as they should be, below 1
 * where they are too far apart.
 */
export interface Calibration {
  readonly c_statistic: number | null;
  readonly brier_score: number | null;
  readonly intercept: Estimate;
  readonly slope: Estimate;
  readonly groups: readonly CalibrationGroup[];
}

/**
 * Discrimination and calibration of predicted probabilities, from counts; what does not exist is null. The order of the
 * tallies does not matter.
 *
 * Method: c-statistic with ties half; Brier score; intercept of a logistic regression with the predicted log odds as
 * offset (calibration in the large), slope of one on the predicted log odds, both with 95 % normal intervals. Up to ten
 * groups, cut at the tenths of the predicted probabilities over units (type 7, the upper end included); units
 * of one probability stay together.
 * Source: Steyerberg 2010, https://doi.org/10.1097/EDE.0b013e3181c30fb2; R: pROC::auc(), and glm() as described.
 *
 * @example calibration([{predicted: 0.3, units: 40, successes: 12}, {predicted: 0.7, units: 60, successes: 42}])
 * // c_statistic 0.6932, brier_score 0.21, intercept 0, slope 1
 */
export function calibration(tallies: readonly PredictedTally[]): Calibration {
  const levels = byProbability(tallies.filter(({units}) => units > 0));
  return {
    c_statistic: cStatistic(levels),
    brier_score: brierScore(levels),
    intercept: coefficient(levels, 0, (odds) => ({row: [1], offset: odds})),
    slope: coefficient(levels, 1, (odds) => ({row: [1, odds]})),
    groups: calibrationGroups(levels)
  };
}

function brierScore(levels: readonly PredictedTally[]): number | null {
  const units = sum(levels, (level) => level.units);
  if (units === 0) return null;
  const squares = sum(
    levels,
    ({predicted, units, successes}) => successes * (1 - predicted) ** 2 + (units - successes) * predicted ** 2
  );
  return squares / units;
}

/** A probability of 0 or 1 has no log odds. */
function coefficient(
  levels: readonly PredictedTally[],
  index: number,
  model: (odds: number) => {row: number[]; offset?: number}
): Estimate {
  if (levels.some(({predicted}) => !(predicted > 0 && predicted < 1))) return notEstimable;
  const fit = logisticRegression(
    levels.map(({predicted, ...counts}) => ({...counts, ...model(Math.log(predicted / (1 - predicted)))}))
  );
  const value = fit?.coefficients[index] ?? null;
  const variance = fit?.covariance[index]?.[index] ?? null;
  if (value === null || variance === null) return notEstimable;
  const half = z95 * Math.sqrt(variance);
  return {value, lower: value - half, upper: value + half};
}

function calibrationGroups(levels: readonly PredictedTally[]): CalibrationGroup[] {
  const histogram = levels.map(({predicted, units}) => ({value: predicted, count: units}));
  const ends = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((tenth) => quantileType7(histogram, tenth / 10) ?? 1);
  const groupOf = ({predicted}: PredictedTally) => ends.findIndex((end) => predicted <= end + 1e-12);
  const groups = Map.groupBy(levels, groupOf);
  return [...groups.values()].map((members) => ({
    lowest: members[0]?.predicted ?? 0,
    highest: members.at(-1)?.predicted ?? 0,
    units: sum(members, ({units}) => units),
    observed: sum(members, ({successes}) => successes),
    expected: sum(members, ({predicted, units}) => predicted * units)
  }));
}

function sum(levels: readonly PredictedTally[], of: (level: PredictedTally) => number): number {
  return levels.reduce((total, level) => total + of(level), 0);
}
