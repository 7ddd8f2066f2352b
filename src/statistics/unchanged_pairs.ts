import {normalDensity} from "./normal_cdf.ts";
import {meanAndSpread, type Normal, roundedNormal, scoreChances} from "./rounded_normal.ts";

/** Chance of each pair of whole scores: `chances[first][second]`, both from 0; all together 1. */
export type PairChances = readonly (readonly number[])[];

/** What is known of the scores of everyone measured, before anyone is selected. */
export interface ScoresOfAll {
  /** Mean and standard deviation in points, of the whole scores as they stand. */
  readonly mean: number;
  readonly sd: number;
  /** Correlation of two measurements between which nobody changed: 0 to 0.99, or 1. */
  readonly reliability: number;
  /** Highest score. */
  readonly maximum: number;
}

/**
 * The chance of every first and second score where nobody changed: each person has a true score that stays, and each
 * measurement adds an error of its own. Null where no such scores are found (an SD of 0, a mean outside the range, another
 * reliability).
 *
 * Method: the bivariate normal with equal margins, rounded to whole points and clipped to the range, whose rounded scores
 * have the given mean, SD and correlation. The two measurements are independent given the true score, so the chance of a
 * pair is the integral of P(first | true)·P(second | true) over the true score. The trapezoidal rule is exact to rounding
 * for such curves.
 * Source: Lord and Novick 1968, Statistical Theories of Mental Test Scores (the model); https://doi.org/10.1137/130932132
 * (the rule). R: mvtnorm::pmvnorm of each cell.
 *
 * @example unchangedPairs({mean: 15, sd: 5.7, reliability: 0.737, maximum: 27})?.[10]?.[10] // 0.00453
 */
export function unchangedPairs({mean, sd, reliability, maximum}: ScoresOfAll): PairChances | null {
  if (!(reliability >= 0 && (reliability <= 0.99 || reliability === 1))) return null;
  const normal = roundedNormal({mean, sd, maximum});
  if (normal === null) return null;
  if (reliability === 1) return neverDiffering(scoreChances(normal, maximum));
  // the share of the variance that is error; rounding adds to it
  let error = 1 - reliability;
  for (let step = 0; step < mostSteps; step += 1) {
    const pairs = pairsOf(normal, error, maximum);
    const correlation = correlationOf(pairs);
    if (Math.abs(correlation - reliability) < tolerance) return pairs;
    error *= (1 - reliability) / (1 - correlation);
  }
  return null;
}

const mostSteps = 60;
const tolerance = 1e-12;

function neverDiffering(chances: readonly number[]): number[][] {
  return chances.map((chance, first) => chances.map((_, second) => (first === second ? chance : 0)));
}

function pairsOf({centre, spread}: Normal, error: number, maximum: number): number[][] {
  const spreadOfTrue = spread * Math.sqrt(1 - error);
  const spreadOfError = spread * Math.sqrt(error);
  const pairs = Array.from({length: maximum + 1}, () => Array.from({length: maximum + 1}, () => 0));
  // half an error wide, and narrow enough for the density of the true score
  const step = Math.min(0.25, spreadOfError / spreadOfTrue / 2);
  const steps = Math.ceil(9 / step);
  for (let index = -steps; index <= steps; index += 1) {
    const z = index * step;
    const given = scoreChances({centre: centre + spreadOfTrue * z, spread: spreadOfError}, maximum);
    addProducts(pairs, given, step * normalDensity(z));
  }
  return pairs;
}

function addProducts(pairs: number[][], given: readonly number[], weight: number): void {
  for (const [first, row] of pairs.entries()) {
    const weighted = weight * (given[first] ?? 0);
    for (const [second, chance] of given.entries()) row[second] = (row[second] ?? 0) + weighted * chance;
  }
}

/** Both margins are the same, so the variance of either will do. */
function correlationOf(pairs: PairChances): number {
  const {mean, sd} = meanAndSpread(pairs.map((row) => row.reduce((sum, chance) => sum + chance, 0)));
  const covariance = pairs.reduce(
    (sum, row, first) =>
      sum + (first - mean) * row.reduce((part, chance, second) => part + chance * (second - mean), 0),
    0
  );
  return covariance / (sd * sd);
}
