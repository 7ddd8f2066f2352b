import type {Profile} from "../disclosure/profile.ts";
import {roundCount} from "../disclosure/rounding.ts";
import {notEstimable} from "../statistics/estimate.ts";
import type {AdjustedRow} from "./adjusted.ts";
import {type ComparisonRow, nobodyElse} from "./comparison.ts";
import type {HeldResults} from "./held.ts";
import {type Group, type Period, spotKey} from "./lattice.ts";
import type {MissingRow} from "./missing.ts";
import type {CalibrationRow, ModelRow} from "./model_rows.ts";
import type {NaturalCourseRow} from "./natural_course.ts";
import type {ReachedRow} from "./reached.ts";
import type {Tables} from "./release_tables.ts";
import type {Result} from "./result.ts";
import {roundedCurves} from "./rounded_curves.ts";
import {limits, nearestShare, places, rounded, roundedEstimate} from "./rounded_values.ts";

/**
 * The tables of a release whose profile rounds counts. Those made of results have rounded counts already; here is rounded what is made
 * of people's values, of their days, or of models of them. Rows that are held were rounded when they were made.
 */
export function roundTables(tables: Tables, {results, isHeld}: HeldResults, {base}: Pick<Profile, "base">): Tables {
  if (base === 1) return tables;
  const resultOf = new Map(results.map((result) => [`${result.measure}|${spotKey(result)}`, result]));
  const find = (measure: string, place: Group & Period) => resultOf.get(`${measure}|${spotKey(place)}`);
  const fresh =
    <Row extends Group & Period & {readonly measure: string}>(round: (row: Row) => Row) =>
    (row: Row) =>
      isHeld(row.measure, row) ? row : round(row);
  return {
    ...tables,
    curves: roundedCurves(
      tables.curves,
      (row) => isHeld(row.measure, row),
      (row) => find(row.measure, row)
    ),
    comparison: tables.comparison.map(fresh(comparison)),
    adjusted: tables.adjusted.map(adjusted),
    models: tables.models.map((row) => model(row, find(row.measure, everyoneIn(row.reference_period)))),
    calibration: tables.calibration.map(calibration),
    missing: tables.missing.map(fresh(missing)),
    reached: tables.reached.map((row) => (isHeld(row.measure, row) ? row : {...row, ...reached(row)})),
    natural_course: tables.natural_course.map(naturalCourse)
  };
}

function comparison(row: ComparisonRow): ComparisonRow {
  if (row.reason === nobodyElse) return {...row, reason: tooFewOthers};
  const decimals = places(row.unit);
  const isShare = row.unit === "share";
  return {
    ...row,
    rest_value: isShare ? row.rest_value : rounded(row.rest_value, decimals),
    difference: isShare ? row.difference : rounded(row.difference, decimals),
    lower: rounded(row.lower, decimals),
    upper: rounded(row.upper, decimals),
    p_value: row.p_value === null ? null : Number(row.p_value.toPrecision(2))
  };
}

const tooFewOthers = `too few others to compare with, since counts are rounded to ${limits.base}`;

function adjusted(row: AdjustedRow): AdjustedRow {
  const {expected, ratio, lower, upper, adjusted: share, z} = row;
  return {
    ...row,
    expected: rounded(expected, 0),
    ratio: rounded(ratio, 2),
    lower: rounded(lower, 2),
    upper: rounded(upper, 2),
    adjusted: rounded(share, 2),
    z: rounded(z, 1)
  };
}

function everyoneIn(period: string): Group & Period {
  return {breakdown: "all", group: "", period_type: period === "" ? "all" : "year", period};
}

/** People of the reference are those of the result of the same period. */
function model(row: ModelRow, all: Result | undefined): ModelRow {
  const {units, events, c_statistic, brier, calibration_intercept, calibration_slope} = row;
  return {
    ...row,
    units: units === null ? null : (all?.units ?? null),
    events: events === null ? null : (all?.numerator ?? null),
    c_statistic: rounded(c_statistic, 2),
    brier: rounded(brier, 2),
    calibration_intercept: rounded(calibration_intercept, 2),
    calibration_slope: rounded(calibration_slope, 2)
  };
}

function calibration(row: CalibrationRow): CalibrationRow {
  const {units, expected, observed} = row;
  return {
    ...row,
    units: units === null ? null : roundCount(units, limits),
    expected: rounded(expected, 0),
    observed: observed === null ? null : roundCount(observed, limits)
  };
}

/** A weighted share has no limits: those of a share of few tell how many these are. */
function missing(row: MissingRow): MissingRow {
  if (row.unit !== "share") return {...row, ...roundedEstimate(row, places(row.unit))};
  const {assumption, eligible, value} = row;
  if (assumption !== "weighted" || eligible === null || value === null) return row;
  return {...row, ...notEstimable, value: nearestShare(value, eligible)};
}

function reached({unit, reached, not_reached, difference}: ReachedRow): Partial<ReachedRow> {
  const decimals = places(unit);
  const means =
    unit === "points" ? {reached: rounded(reached, decimals), not_reached: rounded(not_reached, decimals)} : {};
  return {...means, difference: rounded(difference, 2)};
}

/** Published references are others' figures, but in standard deviations they are divided by ours. */
function naturalCourse(row: NaturalCourseRow): NaturalCourseRow {
  const isOurs = row.kind === "regression_to_the_mean" || row.unit === "sd";
  return isOurs ? {...row, ...roundedEstimate(row, places(row.unit))} : row;
}
