import type {Covariates} from "../statistics/treatment_contrasts.ts";

/** Units that are alike in all covariates, and how many of them had the outcome. */
export interface CasePattern {
  readonly covariates: Covariates;
  readonly units: number;
  readonly successes: number;
}

type Count = Pick<CasePattern, "units" | "successes">;

/** The level that stands for a level of a covariate in the model. */
export type LevelNames = ReadonlyMap<string, CovariateLevels>;

interface CovariateLevels {
  readonly names: ReadonlyMap<string, string>;
  /** For a level that nobody had. */
  readonly unseen: string;
  /** The commonest, which the others are compared with. */
  readonly base: string;
}

/** Where rare levels go; a source may use the same code. */
const rest = "other";

/**
 * Joins the levels of each covariate that have fewer than 20 units, or fewer than 5 with or without the outcome, to one; if that
 * is still as rare, the next smallest level goes there too. A level that nobody had counts as one of these, or as the commonest.
 */
export function mergeLevels(patterns: readonly CasePattern[]): LevelNames {
  const covariates = Object.keys(patterns[0]?.covariates ?? {});
  return new Map(covariates.map((covariate) => [covariate, levelsOf(countLevels(patterns, covariate))]));
}

/** The covariates of a unit, in the levels of the model. */
export function inMergedLevels(levels: LevelNames, covariates: Covariates): Covariates {
  const named = [...levels].map(([covariate, {names, unseen}]) => {
    return [covariate, names.get(covariates[covariate] ?? "") ?? unseen];
  });
  return Object.fromEntries(named);
}

function countLevels(patterns: readonly CasePattern[], covariate: string): Map<string, Count> {
  const levels = new Map<string, Count>();
  for (const {covariates, ...count} of patterns) {
    const level = covariates[covariate] ?? "";
    levels.set(level, add(levels.get(level), count));
  }
  return levels;
}

function levelsOf(counts: ReadonlyMap<string, Count>): CovariateLevels {
  const bySize = [...counts].sort(([a, one], [b, other]) => one.units - other.units || (a < b ? -1 : 1));
  const merged = new Set(bySize.filter(([, count]) => isRare(count)).map(([level]) => level));
  if (merged.size > 0) merged.add(rest);
  for (const [level] of bySize) if (merged.size > 0 && isRare(sizeOf(merged, counts))) merged.add(level);
  const names = new Map(bySize.map(([level]) => [level, merged.has(level) ? rest : level]));
  const base = commonest(counts, names);
  return {names, base, unseen: merged.size > 0 ? rest : base};
}

function sizeOf(levels: ReadonlySet<string>, counts: ReadonlyMap<string, Count>): Count {
  return [...levels].map((level) => counts.get(level)).reduce<Count>((sum, count) => add(sum, count), none);
}

function commonest(counts: ReadonlyMap<string, Count>, names: ReadonlyMap<string, string>): string {
  const sizes = new Map<string, number>();
  for (const [level, name] of names) sizes.set(name, (sizes.get(name) ?? 0) + (counts.get(level)?.units ?? 0));
  const [first] = [...sizes].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return first?.[0] ?? "";
}

function isRare({units, successes}: Count): boolean {
  return units < 20 || successes < 5 || units - successes < 5;
}

const none: Count = {units: 0, successes: 0};

function add(one = none, other = none): Count {
  return {units: one.units + other.units, successes: one.successes + other.successes};
}
