import {z95} from "./normal_quantile.ts";

/**
 * By how many points a score must change to be beyond its error of measurement (95 %). `sd`, of the scores at baseline,
 * is in points (> 0), `reliability` from 0 to below 1; null outside.
 *
 * The threshold is a choice of the reliability, not a fact of nature: say which one was taken.
 *
 * Method: 1.96·sqrt(2)·SD·sqrt(1 - r), with the exact normal quantile.
 * Source: Jacobson & Truax 1991, https://doi.org/10.1037/0022-006X.59.1.12.
 *
 * @example reliableChangeThreshold(4.5, 0.92) // 3.528; with the retest reliability 0.83 it is 5.14
 */
export function reliableChangeThreshold(sd: number, reliability: number): number | null {
  const error = errorOfDifference(sd, reliability);
  return error === null ? null : z95 * error;
}

/**
 * RCI: a change in points over the standard error of a difference of two scores; beyond ±1.96 it is reliable.
 *
 * @example reliableChangeIndex(5, 4.5, 0.92) // 2.777778
 */
export function reliableChangeIndex(change: number, sd: number, reliability: number): number | null {
  const error = errorOfDifference(sd, reliability);
  return error === null ? null : change / error;
}

function errorOfDifference(sd: number, reliability: number): number | null {
  return sd > 0 && reliability >= 0 && reliability < 1 ? sd * Math.sqrt(2 * (1 - reliability)) : null;
}

/** Mean and SD of a score in a population, in points. */
export interface ScoreNorm {
  readonly mean: number;
  readonly sd: number;
}

/** Scores below a cut-off are those of a population without the disorder, by three definitions. */
export interface CutOffs {
  readonly a: number;
  readonly b: number;
  readonly c: number | null;
}

/**
 * Where people with a disorder (higher scores) end and others begin: a, two SDs below the mean of the former; b, two
 * SDs above the mean of the latter; c, the point as many SDs from the one mean as from the other (null where
 * neither population has a spread).
 *
 * Method: c = (SD_norm·M_clinical + SD_clinical·M_norm)/(SD_norm + SD_clinical). Each mean is weighted by the
 * other's SD; weighted by their own the example would give 10.53.
 * Source: Jacobson & Truax 1991, https://doi.org/10.1037/0022-006X.59.1.12.
 *
 * @example cutOffs({mean: 16, sd: 5.5}, {mean: 3, sd: 4}) // a 5, b 11, c 8.47
 */
export function cutOffs(clinical: ScoreNorm, norm: ScoreNorm): CutOffs {
  const spread = norm.sd + clinical.sd;
  return {
    a: clinical.mean - 2 * clinical.sd,
    b: norm.mean + 2 * norm.sd,
    c: spread > 0 ? (norm.sd * clinical.mean + clinical.sd * norm.mean) / spread : null
  };
}

export type IndividualChange = "recovered" | "improved" | "unchanged" | "deteriorated";

/**
 * The class of a pair of scores, higher being worse: a change beyond the threshold is reliable, one of exactly the
 * threshold is not (a rule of "6 points or more" is a threshold of 5.5); recovered is a reliable improvement from the
 * cut-off or above to below it.
 *
 * Source: Jacobson & Truax 1991, https://doi.org/10.1037/0022-006X.59.1.12.
 *
 * @example classifyChange({before: 18, after: 7}, {threshold: 5.2, cutOff: 10}) // "recovered"
 */
export function classifyChange(
  {before, after}: {readonly before: number; readonly after: number},
  {threshold, cutOff}: {readonly threshold: number; readonly cutOff: number}
): IndividualChange {
  const change = before - after;
  if (change < -threshold) return "deteriorated";
  if (!(change > threshold)) return "unchanged";
  return before >= cutOff && after < cutOff ? "recovered" : "improved";
}
