import type {Reference} from "./natural_course_schema.ts";

/**
 * 95 % limits of a published mean change, in points, and what they rest on: "reported" by the paper or taken from its
 * pairs, "derived" from a reported standard error or t, or "widest": as wide as they can be unless who was high at first was
 * low at last, because both spreads are known but not the correlation.
 */
export interface ChangeLimits {
  readonly lower: number;
  readonly upper: number;
  readonly basis: "reported" | "derived" | "widest";
}

/**
 * The limits of a reference's change; null for a median and where nothing was reported to make them from. Quartiles are no
 * limits: they say how people differ, not how sure the median is.
 *
 * Method: change ± 1.96 standard errors; the widest standard error is sqrt(SE_first² + SE_last²), SE = SD/sqrt(people).
 */
export function changeLimits({statistic, people, baseline, end, change}: Reference): ChangeLimits | null {
  if (statistic === "median") return null;
  if (change.limits !== null) return {...change.limits, basis: "reported"};
  if (change.standard_error !== null) return around(change.value, change.standard_error, "derived");
  const [first, last] = [standardError(baseline, people), standardError(end, people)];
  return first === null || last === null ? null : around(change.value, Math.hypot(first, last), "widest");
}

const z95 = 1.959963984540054;

function around(value: number, standardError: number, basis: ChangeLimits["basis"]): ChangeLimits {
  return {lower: value - z95 * standardError, upper: value + z95 * standardError, basis};
}

function standardError(score: Reference["baseline"], people: number | null): number | null {
  if (score.standard_error !== null) return score.standard_error;
  const counted = score.people ?? people;
  return score.sd === null || counted === null ? null : score.sd / Math.sqrt(counted);
}
