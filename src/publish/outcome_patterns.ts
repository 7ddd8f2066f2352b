import type {OutcomePattern} from "../statistics/inverse_probability_weights.ts";
import type {Pattern} from "./patterns.ts";

/** Severity of a unit without a baseline. */
const unknown = "0";

/**
 * Patterns as the weights need them. Where an outcome needs a baseline, nobody without one was measured, so no weight could speak
 * for them: they are taken to be as severe as those with a baseline who are like them in attendance and completion (or, where
 * there are none, as everybody with a baseline).
 */
export function outcomePatterns(patterns: readonly Pattern[]): OutcomePattern[] {
  const isMeasured = patterns.some(({severity, measured}) => isUnknown(severity) && measured > 0);
  return (isMeasured ? patterns : spreadUnknown(patterns)).map((pattern) => ({
    covariates: {
      attendance: pattern.attendance,
      completion: pattern.completion,
      ...Object.fromEntries(pattern.severity.split("/").map((band, index) => [`severity ${index + 1}`, band]))
    },
    units: pattern.n,
    measured: pattern.measured,
    sum: pattern.sum_y,
    sum_squares: pattern.sum_yy
  }));
}

function spreadUnknown(patterns: readonly Pattern[]): Pattern[] {
  const known = patterns.filter(({severity}) => !isUnknown(severity));
  const everyone = total(known);
  if (everyone === 0) return [...patterns];
  const like = ({attendance, completion}: Pattern) =>
    known.filter((other) => other.attendance === attendance && other.completion === completion);
  const spread = patterns
    .filter(({severity}) => isUnknown(severity))
    .flatMap((pattern) => {
      const alike = like(pattern);
      const donors = alike.length > 0 ? alike : known;
      const all = total(donors);
      return donors.map((donor) => ({...pattern, severity: donor.severity, n: (pattern.n * donor.n) / all}));
    });
  return merged([...known, ...spread]);
}

/** Units that have become alike are one pattern: only the known among them were measured. */
function merged(patterns: readonly Pattern[]): Pattern[] {
  const groups = Map.groupBy(patterns, ({attendance, completion, severity}) =>
    [attendance, completion, severity].join("|")
  );
  return [...groups.values()].map((group) => ({
    ...(group[0] as Pattern),
    n: total(group),
    measured: group.reduce((sum, {measured}) => sum + measured, 0),
    sum_y: group.reduce((sum, {sum_y}) => sum + sum_y, 0),
    sum_yy: group.reduce((sum, {sum_yy}) => sum + sum_yy, 0)
  }));
}

function isUnknown(severity: string): boolean {
  return severity === unknown;
}

function total(patterns: readonly Pattern[]): number {
  return patterns.reduce((sum, {n}) => sum + n, 0);
}
