import {claim} from "../claims/claim.ts";
import type {ChangeFinding, Finding} from "../claims/finding.ts";
import type {Evidence, Figure, Grounds} from "../claims/grounds.ts";
import {periodWords} from "../claims/period_words.ts";
import {whereOf} from "../claims/where.ts";
import {profiles} from "../disclosure/profile.ts";
import {findingOf} from "../measures/finding_of.ts";
import type {Measure} from "../measures/measure.ts";
import type {Settings} from "../settings.ts";
import type {Cells, Place} from "./cells.ts";
import type {ComparisonRow} from "./comparison.ts";
import {comparisonClaims} from "./comparison_claims.ts";
import {breakdownLabels, groupLabel} from "./labels.ts";
import {spotKey} from "./lattice.ts";
import type {MissingRow} from "./missing.ts";
import type {NaturalCourseRow} from "./natural_course.ts";
import {naturalRange} from "./natural_range.ts";
import {hasPatterns, type PatternsOf} from "./patterns.ts";
import {addDays, lastDayOf} from "./periods.ts";
import type {Program} from "./programs.ts";
import type {Result} from "./result.ts";
import type {ShareMeasured} from "./share_measured.ts";
import type {SpcRow} from "./spc.ts";
import {trendClaims} from "./trend_claims.ts";

/** One row of claims.csv: what may be said of a figure, no stronger than the rule table allows. */
export interface ClaimRow extends Place {
  readonly kind: Grounds["kind"];
  readonly strength: string;
  readonly sentence: string;
  /** What kept the sentence from being stronger. */
  readonly because: string;
}

export interface ClaimOptions {
  /** Protected. */
  readonly results: readonly Result[];
  readonly measures: readonly Measure[];
  readonly programs: readonly Program[];
  readonly cells: Cells;
  /** Those eligible as missing.csv counts them. */
  readonly patternsOf: PatternsOf;
  readonly shareMeasured: ShareMeasured;
  readonly missing: readonly MissingRow[];
  readonly natural: readonly NaturalCourseRow[];
  readonly comparisons: readonly ComparisonRow[];
  readonly charts: readonly SpcRow[];
  readonly settings: Settings;
}

/** The words, the figure and the evidence of a result. */
export type About = (result: Result) => {finding: Finding; figure: Figure; evidence: Evidence};

/**
 * Sentences about every figure of all, programs and sites, over all time and by year; about the last quarter of their control charts;
 * and about every group beside everyone else, over all time.
 */
export function claims(options: ClaimOptions): ClaimRow[] {
  const about = aboutOf(options);
  return [
    ...figureClaims(about, options),
    ...trendClaims(about, options.results, options.charts),
    ...comparisonClaims(about, options.comparisons, options)
  ];
}

function figureClaims(about: About, {results, missing, natural}: ClaimOptions): ClaimRow[] {
  const rangeOf = rangesOf(missing);
  return results.filter(hasPatterns).flatMap((result) => {
    const {finding, figure, evidence} = about(result);
    const said = {finding, figure, evidence};
    const grounds: Grounds[] = [
      finding.form === "change" ? {...said, finding, kind: "movement"} : {...said, kind: "level"}
    ];
    const range = rangeOf.get(placeKey(result));
    if (range !== undefined) grounds.push({...said, kind: "missing", range});
    if (finding.form === "change") grounds.push(...besideNaturalCourse(result, {...said, finding}, natural));
    return grounds.map((one) => rowOf(result, one));
  });
}

/** Makes the words, the figure and the evidence of each result. */
export function aboutOf({
  measures,
  programs,
  cells,
  shareMeasured,
  settings
}: Pick<ClaimOptions, "measures" | "programs" | "cells" | "shareMeasured" | "settings">): About {
  const findings = new Map(measures.map((measure) => [measure.id, findingOf(measure, settings)]));
  const {minimum_units, minimum_units_effect_size} = settings;
  return (result) => {
    const finding = findings.get(result.measure);
    if (finding === undefined) throw new Error(`no words for sentences about ${result.measure}`);
    const window_closed = isClosed(result, cells, finding.measured !== null);
    return {
      finding,
      figure: figureOf(result, programs),
      evidence: {
        share_measured: shareMeasured(result.measure, result),
        window_closed,
        minimum_units,
        minimum_units_effect_size,
        smallest_shown: profiles[settings.disclosure_profile].largest + 1
      }
    };
  };
}

function figureOf(result: Result, programs: readonly Program[]): Figure {
  const {status, units, denominator, numerator, value, lower, upper, unit, period, breakdown, group, as_of} = result;
  const program = programs.find((one) => breakdown === "program" && one.group === group);
  const name = program?.name ?? (breakdown === "site" ? `site ${group}` : groupLabel(breakdown, group));
  const where = whereOf(breakdown, breakdownLabels(breakdown), name);
  return {
    status,
    units,
    denominator,
    numerator,
    value,
    lower,
    upper,
    unit: unit as Figure["unit"],
    period: periodWords(period),
    where,
    as_of
  };
}

/** Days after discharge in which a last score may still come. */
const lastScore = 14;

/** A period is closed when it is over, a last score can no longer come, and nobody of it waits; all time is what there is. */
function isClosed(result: Result, cells: Cells, hasLastScore: boolean): boolean {
  const waiting = cells.find(result.measure, spotKey(result))?.counts.n_immature ?? 0;
  return (
    result.period_type === "all" ||
    (addDays(lastDayOf(result.period), hasLastScore ? lastScore : 0) <= result.as_of && waiting === 0)
  );
}

function rangesOf(missing: readonly MissingRow[]) {
  const places = Map.groupBy(
    missing.filter(({assumption, value}) => (assumption === "worst" || assumption === "best") && value !== null),
    placeKey
  );
  const ranges = [...places].map(([key, rows]) => {
    const values = rows.map(({value}) => value ?? 0);
    return [key, {lower: Math.min(...values), upper: Math.max(...values), over: "bounds" as const}] as const;
  });
  return new Map(ranges);
}

function besideNaturalCourse(
  result: Result,
  said: {finding: ChangeFinding; figure: Figure; evidence: Evidence},
  rows: readonly NaturalCourseRow[]
): Grounds[] {
  const natural = naturalRange(rows.filter(({measure, kind}) => measure === result.measure && kind === "published"));
  const isPoints = result.unit === "points" && result.period_type === "all";
  return natural === null || !isPoints ? [] : [{...said, kind: "natural_course", natural}];
}

/** A row of the file for what the rule table lets the grounds say. */
export function rowOf({measure, breakdown, group, period_type, period}: Place, grounds: Grounds): ClaimRow {
  const {kind, strength, sentence, because} = claim(grounds);
  return {measure, breakdown, group, period_type, period, kind, strength, sentence, because: because.join("; ")};
}

/** Tells a place from every other. */
export function placeKey({measure, breakdown, group, period_type, period}: Place): string {
  return [measure, breakdown, period_type, period, group].join("|");
}
