/** Units to which a model gave the same probability, 0 to 1, and how many of them had the outcome. */
export interface PredictedTally {
  readonly predicted: number;
  readonly units: number;
  readonly successes: number;
}

/**
 * The chance, 0 to 1, that of two units, one with the outcome and one without, the former was given the greater
 * probability; equal ones count half. 0.5 is no better than a coin. Null where all or none had the outcome.
 *
 * Method: pairs are counted along the ascending probabilities (Mann-Whitney), equal ones together.
 * Source: Hanley & McNeil 1982, https://doi.org/10.1148/radiology.143.1.7063747; R: pROC::auc().
 *
 * @example cStatistic([{predicted: 0.3, units: 40, successes: 12}, {predicted: 0.7, units: 60, successes: 42}]) // 0.6932
 */
export function cStatistic(tallies: readonly PredictedTally[]): number | null {
  let failuresBelow = 0;
  let successes = 0;
  let wins = 0;
  for (const level of byProbability(tallies)) {
    const failures = level.units - level.successes;
    wins += level.successes * (failuresBelow + failures / 2);
    failuresBelow += failures;
    successes += level.successes;
  }
  const pairs = successes * failuresBelow;
  return pairs === 0 ? null : wins / pairs;
}

/**
 * One tally per probability, ascending; probabilities that differ by rounding only (by less than 1e-12) are one.
 *
 * @example byProbability([{predicted: 0.7, units: 5, successes: 2}, {predicted: 0.7, units: 5, successes: 4}])
 * // [{predicted: 0.7, units: 10, successes: 6}]
 */
export function byProbability(tallies: readonly PredictedTally[]): PredictedTally[] {
  const levels: PredictedTally[] = [];
  for (const tally of tallies.toSorted((one, other) => one.predicted - other.predicted)) {
    const last = levels.at(-1);
    if (last === undefined || tally.predicted - last.predicted > 1e-12) levels.push(tally);
    else levels.splice(-1, 1, joined(last, tally));
  }
  return levels;
}

function joined(one: PredictedTally, other: PredictedTally): PredictedTally {
  return {
    predicted: one.predicted,
    units: one.units + other.units,
    successes: one.successes + other.successes
  };
}
