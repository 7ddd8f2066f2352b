import type {OutcomePattern} from "../statistics/inverse_probability_weights.ts";
import type {Pattern} from "./patterns.ts";

/** Severity of a unit without a baseline. */
const unknown = "0";

/**
 * Patterns as the weights need them, with the severity on each instrument as a covariate of its own. Where an outcome needs a
 * baseline, nobody without one was measured, so no weight could speak for them: they are taken to be as severe as those with a
 * baseline who are like them in attendance and completion (or, where there are none, as everybody with a baseline).
 */
export function outcomePatterns(patterns: readonly Pattern[]): OutcomePattern[] {
  const isMeasured = patterns.some(({severity, measured}) => isUnknown(severity) && measured > 0);
  return (isMeasured ? patterns : spreadUnknown(patterns)).map((pattern) => ({
    covariates: {
      attendance: pattern.attendance,
      completion: pattern.completion,
      ...Object.fromEntries(bandsOf(pattern).map((band, index) => [`severity ${index + 1}`, band]))
    },
    units: pattern.n,
    measured: pattern.measured,
    sum: pattern.sum_y,
    sum_squares: pattern.sum_yy
  }));
}

/** The same with the severity on the first instrument alone. */
export function byFirstSeverity(patterns: readonly Pattern[]): Pattern[] {
  return merged(patterns.map((pattern) => ({...pattern, severity: bandsOf(pattern)[0] ?? unknown})));
}

function bandsOf({severity}: Pattern): string[] {
  return severity.split("/");
}

function spreadUnknown(patterns: readonly Pattern[]): Pattern[] {
  const known = patterns.filter(({severity}) => !isUnknown(severity));
  if (known.length === 0) return [...patterns];
  const spread = patterns
    .filter(({severity}) => isUnknown(severity))
    .flatMap((pattern) => {
      const alike = known.filter((other) => isAlike(other, pattern));
      const donors = alike.length > 0 ? alike : known;
      const all = unitsOf(donors);
      return donors.map((donor) => ({...pattern, severity: donor.severity, n: (pattern.n * donor.n) / all}));
    });
  return merged([...known, ...spread]);
}

function isAlike(one: Pattern, other: Pattern): boolean {
  return one.attendance === other.attendance && one.completion === other.completion;
}

/** Units that have become alike are one pattern. */
function merged(patterns: readonly Pattern[]): Pattern[] {
  const groups = Map.groupBy(patterns, ({attendance, completion, severity}) =>
    [attendance, completion, severity].join("|")
  );
  return [...groups.values()].map((group) => ({
    ...(group[0] as Pattern),
    n: unitsOf(group),
    measured: group.reduce((sum, {measured}) => sum + measured, 0),
    sum_y: group.reduce((sum, {sum_y}) => sum + sum_y, 0),
    sum_yy: group.reduce((sum, {sum_yy}) => sum + sum_yy, 0)
  }));
}

function isUnknown(severity: string): boolean {
  return severity === unknown;
}

function unitsOf(patterns: readonly Pattern[]): number {
  return patterns.reduce((sum, {n}) => sum + n, 0);
}
