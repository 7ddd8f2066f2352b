import {hiddenReason, isSmall} from "../disclosure/primary.ts";
import {unitWords} from "../measures/grain.ts";
import {isOverUnits, type Measure} from "../measures/measure.ts";
import type {Settings} from "../settings.ts";
import {benjaminiHochberg} from "../statistics/benjamini_hochberg.ts";
import type {Cells, Place} from "./cells.ts";
import {type Figure, figureOf} from "./figure.ts";
import {spotKey} from "./lattice.ts";
import {differenceOf, hasDifference} from "./rest.ts";
import type {Result, Status} from "./result.ts";
import type {ShareMeasured} from "./share_measured.ts";

/** One row of comparison.csv: a group beside everyone else in the same period, in the unit of the measure. */
export interface ComparisonRow extends Place {
  readonly units: number | null;
  readonly value: number | null;
  readonly rest_units: number | null;
  readonly rest_value: number | null;
  readonly difference: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly unit: string;
  readonly p_value: number | null;
  /** Among all groups of the measure in the period; null where there is no p-value. */
  readonly stands_out: "yes" | "no" | null;
  readonly share_measured: number | null;
  readonly status: Status;
  readonly reason: string;
}

export interface ComparisonOptions {
  /** Protected: what they hide is compared with nothing. */
  readonly results: readonly Result[];
  readonly measures: readonly Measure[];
  readonly cells: Cells;
  readonly settings: Settings;
  readonly shareMeasured: ShareMeasured;
}

/**
 * Every group of a breakdown against everyone else, over all time and by year, in the order of the results: nobody is
 * ranked, and no group is the standard for another.
 */
export function comparisons(options: ComparisonOptions): ComparisonRow[] {
  const measures = new Map(options.measures.filter(hasDifference).map((measure) => [measure.id, measure]));
  const everyone = new Map(options.results.filter(isOfAll).map((result) => [periodKey(result), result]));
  const rows = options.results.filter(isGroup).flatMap((result) => {
    const measure = measures.get(result.measure);
    const all = everyone.get(periodKey(result));
    return measure === undefined || all === undefined ? [] : [compare(measure, result, all, options)];
  });
  return withStandouts(rows);
}

function isOfAll({breakdown}: Result): boolean {
  return breakdown === "all";
}

function isGroup({breakdown, period_type}: Result): boolean {
  return breakdown !== "all" && !breakdown.includes("+") && (period_type === "all" || period_type === "year");
}

function periodKey({measure, period_type, period}: Place): string {
  return `${measure}|${period_type}|${period}`;
}

type Judged = Omit<ComparisonRow, keyof Place | "unit" | "share_measured" | "stands_out">;

function compare(measure: Measure, result: Result, all: Result, options: ComparisonOptions): ComparisonRow {
  const {breakdown, group, period_type, period, unit} = result;
  const judged = judge(measure, result, all, options);
  const share_measured = judged.units === null ? null : options.shareMeasured(measure.id, result);
  return {
    measure: measure.id,
    breakdown,
    group,
    period_type,
    period,
    unit,
    ...judged,
    stands_out: null,
    share_measured
  };
}

function judge(measure: Measure, result: Result, all: Result, {cells, settings}: ComparisonOptions): Judged {
  if (result.units === null) return {...nothing, status: result.status, reason: result.reason};
  if (all.units === null) return {...nothing, status: "suppressed", reason: all.reason};
  const own = {...nothing, units: result.units, value: result.value, status: "insufficient"} as const;
  const incomparable = whyIncomparable(result);
  if (incomparable !== null) return {...own, reason: incomparable};
  if (result.value === null || all.value === null)
    return {...own, reason: (result.value === null ? result : all).reason};
  const group = cells.find(result.measure, spotKey(result))?.counts;
  const rest = cells.restOf(result.measure, result);
  if (group === undefined || rest === null) throw new Error(`${result.measure}: expected the counts of a result`);
  const figure = figureOf(measure, rest, settings);
  if (figure.units === 0) return {...own, reason: nobodyElse};
  if (isHidden(figure)) return {...nothing, status: "suppressed", reason: hiddenReason};
  const both = {...own, rest_units: figure.units, rest_value: figure.value};
  if (Math.min(result.units, figure.units) < settings.minimum_units) {
    const units = isOverUnits(measure) ? unitWords[measure.grain][1] : "episodes";
    return {...both, reason: `fewer than ${settings.minimum_units} ${units} in the group or in the rest`};
  }
  const {value: difference, lower, upper, p_value} = differenceOf(measure, group, rest);
  return {...both, difference, lower, upper, p_value, status: "published", reason: ""};
}

/** Why a group is compared with nobody. */
export const nobodyElse = "everyone is in this group";

const nothing = {
  ...{units: null, value: null, rest_units: null, rest_value: null, difference: null},
  ...{lower: null, upper: null, p_value: null}
};

/** Why some groups are described, but not held against each other. */
function whyIncomparable({measure, breakdown}: Result): string | null {
  if (breakdown === "discharge_reason") return "how a stay ended is an outcome itself: its groups are not compared";
  if (measure.endsWith("_remission") && (breakdown === "program" || breakdown === "site"))
    return "remission favours places whose people began milder: compare response, or figures adjusted for case mix";
  return null;
}

function isHidden({units, denominator, numerator}: Figure): boolean {
  return [units, denominator, numerator ?? 0, denominator - (numerator ?? 0)].some(isSmall);
}

/**
 * Groups whose difference stands out at a false discovery rate of 5 % among all of the measure, over all time or in one
 * year.
 */
function withStandouts(rows: readonly ComparisonRow[]): ComparisonRow[] {
  const families = Map.groupBy(
    rows.filter(({p_value}) => p_value !== null),
    periodKey
  );
  const found = new Map<ComparisonRow, "yes" | "no">();
  for (const family of families.values()) {
    const adjusted = benjaminiHochberg(family.map(({p_value}) => p_value ?? 1));
    for (const [index, row] of family.entries()) found.set(row, (adjusted[index] ?? 1) <= 0.05 ? "yes" : "no");
  }
  return rows.map((row) => ({...row, stands_out: found.get(row) ?? null}));
}
