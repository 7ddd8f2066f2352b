import {normalCdf} from "./normal_cdf.ts";

/** A normal distribution before it is rounded; centre and spread in points. */
export interface Normal {
  readonly centre: number;
  readonly spread: number;
}

/**
 * The chance of each whole score 0 to maximum where a normal value is rounded to the nearest whole point and clipped: score
 * k stands for k - 1/2 to k + 1/2, the lowest and the highest for all that lies beyond too.
 *
 * @example scoreChances({centre: 1, spread: 1}, 2) // 0.3085, 0.3829, 0.3085
 */
export function scoreChances({centre, spread}: Normal, maximum: number): number[] {
  let below = 0;
  return Array.from({length: maximum + 1}, (_, score) => {
    const upTo = score === maximum ? 1 : normalCdf((score + 0.5 - centre) / spread);
    const chance = upTo - below;
    below = upTo;
    return chance;
  });
}

/**
 * The normal distribution whose rounded and clipped scores have the given mean and standard deviation, in points. Null
 * where none is found: an SD near 0, or as large as only scores at both ends have it.
 *
 * Method: centre and spread are corrected by what the rounded scores miss, until nothing is missing to 1e-13.
 * Source: https://mathworld.wolfram.com/SheppardsCorrection.html, which is what remains where nothing is clipped.
 *
 * @example roundedNormal({mean: 15, sd: 5.7, maximum: 27}) // centre 15.0333, spread 5.8209
 */
export function roundedNormal({
  mean,
  sd,
  maximum
}: {
  readonly mean: number;
  readonly sd: number;
  readonly maximum: number;
}): Normal | null {
  if (!(sd > 0 && mean > 0 && mean < maximum && sd * sd < mean * (maximum - mean))) return null;
  let normal: Normal = {centre: mean, spread: sd};
  for (let step = 0; step < mostSteps; step += 1) {
    const rounded = meanAndSpread(scoreChances(normal, maximum));
    if (!(rounded.sd > 0)) return null;
    if (Math.abs(rounded.mean - mean) < tolerance && Math.abs(rounded.sd - sd) < tolerance) return normal;
    normal = {centre: normal.centre + mean - rounded.mean, spread: (normal.spread * sd) / rounded.sd};
  }
  return null;
}

const mostSteps = 1000;
const tolerance = 1e-13;

/** Mean and standard deviation of scores 0, 1, … with these chances. */
export function meanAndSpread(chances: readonly number[]): {readonly mean: number; readonly sd: number} {
  const mean = chances.reduce((sum, chance, score) => sum + chance * score, 0);
  const variance = chances.reduce((sum, chance, score) => sum + chance * (score - mean) ** 2, 0);
  return {mean, sd: Math.sqrt(variance)};
}
