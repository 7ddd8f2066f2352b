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
 * Joins the levels of each covariate that have fewer units than `fewest`, or than a quarter of that with or without the
 * outcome, to one; where that is still as rare, they go with the level whose share with the outcome is nearest. A level
 * that nobody had goes with the joined ones, or with the commonest.
 */
export function mergeLevels(patterns: readonly CasePattern[], fewest: number): LevelNames {
  const covariates = Object.keys(patterns[0]?.covariates ?? {});
  return new Map(covariates.map((covariate) => [covariate, levelsOf(countLevels(patterns, covariate), fewest)]));
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

function levelsOf(counts: ReadonlyMap<string, Count>, fewest: number): CovariateLevels {
  const isRare = ({units, successes}: Count) => units < fewest || Math.min(successes, units - successes) < fewest / 4;
  const rare = new Set([...counts].filter(([, count]) => isRare(count)).map(([level]) => level));
  const joined = [...new Set([...rare, rest])].map((level) => counts.get(level)).reduce<Count>(add, none);
  const kept = [...counts].filter(([level]) => !rare.has(level));
  const others = isRare(joined) ? nearest(kept, joined) : rest;
  const names = new Map([...counts.keys()].map((level) => [level, rare.has(level) ? others : level]));
  const base = commonest(renamed(counts, names));
  return {names, base, unseen: [...names.values()].includes(rest) ? rest : base};
}

/** The level, of some, whose share with the outcome is nearest to that of a count. */
function nearest(levels: readonly (readonly [string, Count])[], {units, successes}: Count): string {
  const distance = (count: Count) => Math.abs(count.successes / count.units - successes / units);
  const [first] = levels.toSorted(([a, one], [b, other]) => distance(one) - distance(other) || (a < b ? -1 : 1));
  return first?.[0] ?? rest;
}

function renamed(counts: ReadonlyMap<string, Count>, names: ReadonlyMap<string, string>): Map<string, Count> {
  const levels = new Map<string, Count>();
  for (const [level, count] of counts) {
    const name = names.get(level) ?? level;
    levels.set(name, add(levels.get(name), count));
  }
  return levels;
}

function commonest(counts: ReadonlyMap<string, Count>): string {
  const [first] = [...counts].sort(([a, one], [b, other]) => other.units - one.units || (a < b ? -1 : 1));
  return first?.[0] ?? "";
}

const none: Count = {units: 0, successes: 0};

function add(one = none, other = none): Count {
  return {units: one.units + other.units, successes: one.successes + other.successes};
}
