import {isScore, reachedCharacteristics} from "../measures/reached_statement.ts";
import type {SampleSums} from "../statistics/sample_sums.ts";
import {standardisedMeanDifference, standardisedShareDifference} from "../statistics/standardised_mean_difference.ts";
import type {Cohort, Sides} from "./reached.ts";

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

/** How many people were reached, and how many not. */
export interface PeopleReached {
  readonly reached: number;
  readonly not_reached: number;
}

/** FU-04: above the first a standardised difference is worth a word, above the second it is serious. */
const differs = 0.1;
const seriously = 0.25;

/** Every characteristic of the people of one place, in order; hidden where it may not be shown. */
export function compareCharacteristics(
  cohort: Cohort,
  isShown: (characteristic: string, level: string) => boolean
): Compared[] {
  const everyone = everyoneOf(cohort);
  return reachedCharacteristics.flatMap((characteristic) => {
    const levels = [...(cohort.get(characteristic) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    return levels.map(([level, sides]) => {
      const unit = isScore(characteristic) ? ("points" as const) : ("share" as const);
      const row = {characteristic, level, unit};
      if (!isShown(characteristic, level)) return {...row, ...nothing};
      return {...row, ...(unit === "points" ? ofScores(sides) : ofLevel(sides, everyone))};
    });
  });
}

/** Everyone of a place: each has one level of completion. */
export function everyoneOf(cohort: Cohort): PeopleReached {
  return [...(cohort.get("completion")?.values() ?? [])].reduce(
    (sum, {reached, not_reached}) => ({
      reached: sum.reached + reached.n,
      not_reached: sum.not_reached + not_reached.n
    }),
    {reached: 0, not_reached: 0}
  );
}

type Shown = Omit<Compared, "characteristic" | "level" | "unit">;

function ofScores({reached, not_reached}: Sides): Shown {
  return {
    ...{reached_units: reached.n, reached: meanOf(reached)},
    ...{not_reached_units: not_reached.n, not_reached: meanOf(not_reached)},
    ...judged(standardisedMeanDifference(reached, not_reached))
  };
}

function meanOf({n, sum_x}: SampleSums): number | null {
  return n === 0 ? null : sum_x / n;
}

/** The shares of a level among all levels of the characteristic. */
function ofLevel({reached, not_reached}: Sides, everyone: PeopleReached): Shown {
  const one = {numerator: reached.n, denominator: everyone.reached};
  const other = {numerator: not_reached.n, denominator: everyone.not_reached};
  return {
    ...{reached_units: one.denominator, reached: shareOf(one)},
    ...{not_reached_units: other.denominator, not_reached: shareOf(other)},
    ...judged(standardisedShareDifference(one, other))
  };
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
