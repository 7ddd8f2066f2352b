import {hideParts} from "../disclosure/hide_parts.ts";
import {isSmall} from "../disclosure/primary.ts";
import {isScore, reachedCharacteristics} from "../measures/reached_statement.ts";
import type {SampleSums} from "../statistics/sample_sums.ts";
import {standardisedMeanDifference, standardisedShareDifference} from "../statistics/standardised_mean_difference.ts";
import type {Cohort, Sides} from "./reached.ts";
import type {HiddenInPlace} from "./reached_hidden.ts";

/** Those reached at six months beside those not reached: means of a score, or the shares of a level. */
export interface Compared {
  readonly characteristic: string;
  readonly level: string;
  readonly reached_units: number | null;
  readonly reached: number | null;
  readonly not_reached_units: number | null;
  readonly not_reached: number | null;
  readonly unit: "points" | "share";
  /** Standardised difference, reached less not reached. */
  readonly difference: number | null;
  readonly weight: "" | "differs" | "seriously";
  readonly status: "published" | "suppressed";
}

/** How many people a row is about, on each side. */
interface Counts {
  readonly reached: number;
  readonly not_reached: number;
}

/** FU-04: above the first a standardised difference is worth a word, above the second it is serious. */
const differs = 0.1;
const seriously = 0.25;

/** Every characteristic of the people of one place, in order; hidden where a count of 1 to 10 would show or follow. */
export function compareCharacteristics(cohort: Cohort, hidden: HiddenInPlace): Compared[] {
  const everyone = totalOf([...(cohort.get("completion")?.values() ?? [])]);
  const shown = {above: everyone};
  return reachedCharacteristics.flatMap((characteristic) => {
    const levels = [...(cohort.get(characteristic) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    if (!isScore(characteristic)) return levelRows(characteristic, levels, everyone, hidden);
    return levels.map(([, sides]) => scoreRow(characteristic, sides, shown, hidden));
  });
}

function totalOf(levels: readonly Sides[]): Counts {
  return levels.reduce(
    (sum, {reached, not_reached}) => ({
      reached: sum.reached + reached.n,
      not_reached: sum.not_reached + not_reached.n
    }),
    {reached: 0, not_reached: 0}
  );
}

/**
 * Whoever has a last score has a first one, and is in the cohort. Where few of those in the last row above with its units shown have no
 * such score, the units are left out, and the means are rounded, since a mean in full tells of how many it is.
 */
function scoreRow(characteristic: string, sides: Sides, shown: {above: Counts}, hidden: HiddenInPlace): Compared {
  const {reached, not_reached} = sides;
  const row = {characteristic, level: "", unit: "points"} as const;
  if (hidden.all || isSmall(reached.n) || isSmall(not_reached.n)) return {...row, ...nothing};
  const {difference, ...weight} = judged(standardisedMeanDifference(reached, not_reached));
  const lost = [shown.above.reached - reached.n, shown.above.not_reached - not_reached.n];
  if (hidden.score(characteristic, reached.n) || lost.some(isSmall)) {
    const means = {reached: rounded(meanOf(reached), 1), not_reached: rounded(meanOf(not_reached), 1)};
    return {...row, ...nothing, ...means, ...weight, difference: rounded(difference, 2)};
  }
  shown.above = totalOf([sides]);
  return {
    ...row,
    ...{reached_units: reached.n, reached: meanOf(reached)},
    ...{not_reached_units: not_reached.n, not_reached: meanOf(not_reached)},
    ...weight,
    difference
  };
}

function rounded(value: number | null, decimals: number): number | null {
  return value === null ? null : Number(value.toFixed(decimals));
}

function meanOf({n, sum_x}: SampleSums): number | null {
  return n === 0 ? null : sum_x / n;
}

/** Shares of a level among all levels of the characteristic. */
function levelRows(
  characteristic: string,
  levels: readonly (readonly [level: string, Sides])[],
  everyone: Counts,
  hidden: HiddenInPlace
): Compared[] {
  const mustHide = levels.flatMap(([level, sides], index) =>
    hidden.all || hidden.level(characteristic, level) || isFew(sides, everyone) ? [index] : []
  );
  const stayHidden = hideParts(
    levels.map(([, {reached, not_reached}]) => [reached.n, not_reached.n]),
    new Set(mustHide)
  );
  return levels.map(([level, {reached, not_reached}], index) => {
    const row = {characteristic, level, unit: "share"} as const;
    if (stayHidden.has(index)) return {...row, ...nothing};
    const one = {numerator: reached.n, denominator: everyone.reached};
    const other = {numerator: not_reached.n, denominator: everyone.not_reached};
    return {
      ...row,
      reached_units: one.denominator,
      reached: shareOf(one),
      not_reached_units: other.denominator,
      not_reached: shareOf(other),
      ...judged(standardisedShareDifference(one, other))
    };
  });
}

function isFew({reached, not_reached}: Sides, everyone: Counts): boolean {
  const sides = [
    [reached.n, everyone.reached],
    [not_reached.n, everyone.not_reached]
  ] as const;
  return sides.some(([own, all]) => [own, all, all - own].some(isSmall));
}

function shareOf({numerator, denominator}: {numerator: number; denominator: number}): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

function judged(difference: number | null): Pick<Compared, "difference" | "weight" | "status"> {
  const size = Math.abs(difference ?? 0);
  return {difference, weight: size > seriously ? "seriously" : size > differs ? "differs" : "", status: "published"};
}

const nothing = {
  reached_units: null,
  reached: null,
  not_reached_units: null,
  not_reached: null,
  difference: null,
  weight: "",
  status: "suppressed"
} as const;
