import {instruments} from "../instruments/index.ts";
import {type Instrument, maximumOf} from "../instruments/instrument.ts";
import {changeLimits} from "../reference/change_limits.ts";
import {referencesFor} from "../reference/natural_course.ts";
import type {Grade, NaturalCourse, Reference} from "../reference/natural_course_schema.ts";
import type {Estimate} from "../statistics/estimate.ts";
import {type PairSummary, summarizePairs} from "../statistics/moments.ts";
import {type RegressionOfScores, regressionOfScores} from "../statistics/regression_to_the_mean.ts";
import {unchangedPairs} from "../statistics/unchanged_pairs.ts";
import type {Cells} from "./cells.ts";
import {spotKey} from "./lattice.ts";
import type {Result} from "./result.ts";

/** One row of natural_course.csv: what a measure shows of people without the program, in the measure's own unit. */
export interface NaturalCourseRow extends Estimate {
  readonly measure: string;
  readonly kind: "published" | "regression_to_the_mean";
  /** Id of the published reference, or what the expectation assumes. */
  readonly reference: string;
  readonly unit: "points" | "sd" | "share";
  readonly weeks: number | null;
  readonly grade: Grade | "";
  /** What the people of a published reference had instead of the program; null for an expectation. Not printed: the note says it. */
  readonly comparator: Reference["comparator"] | null;
  readonly citation: string;
  readonly note: string;
  readonly status: "published";
}

export interface NaturalCourseOptions {
  readonly natural: NaturalCourse;
  readonly cells: Cells;
  /** Protected: what stands beside a hidden figure is hidden with it. */
  readonly results: readonly Result[];
}

/** How long an episode usually lasts, in weeks: references of like spans come first. */
const usualWeeks = 8;

/** Assumed where no retest is published, and beside those that are. */
const cautious = {value: 0.6, kind: "a cautious assumption", source: "program definition"} as const;

/** How alike the items of one sitting are says nothing of two measurements. */
const ofOneSitting = "internal consistency";

const everywhere = {breakdown: "all", group: "", period_type: "all", period: ""} as const;

/**
 * References for the change, effect size and shares of each instrument, for all programs and all time, where these are published:
 * changes of people who waited, and what regression to the mean alone would show, given the mean and spread of the baseline scores
 * of everyone with a later one.
 */
export function naturalCourses({natural, cells, results}: NaturalCourseOptions): NaturalCourseRow[] {
  const shown = new Set(results.filter(isShownOfAll).map(({measure}) => measure));
  return instruments.flatMap((instrument) => {
    const pairs = cells.find(`${instrument.id}_change`, spotKey(everywhere));
    if (pairs === undefined || !shown.has(`${instrument.id}_change`)) return [];
    const baseline = summarizePairs(pairs.counts.moments);
    const references = referencesFor(natural, {instrument: instrument.id, weeks: usualWeeks});
    const {sd_x} = baseline;
    return [
      ...references.map((reference) => publishedRow(instrument, reference, "points", 1)),
      ...(sd_x ? references.map((reference) => publishedRow(instrument, reference, "sd", sd_x)) : []),
      ...expectedRows(instrument, baseline)
    ].filter(({measure}) => shown.has(measure));
  });
}

function isShownOfAll({breakdown, period_type, status}: Result): boolean {
  return breakdown === "all" && period_type === "all" && status === "published";
}

function publishedRow({id}: Instrument, reference: Reference, unit: "points" | "sd", per: number): NaturalCourseRow {
  const {change, weeks, grade, citation, population, comparator, statistic, people, caveat} = reference;
  const limits = changeLimits(reference);
  const {authors, year, title, journal, doi, url} = citation;
  const whom = `${population}; ${comparator}${people === null ? "" : `; n = ${people}`}`;
  return {
    measure: unit === "points" ? `${id}_change` : `${id}_effect_size`,
    kind: "published",
    reference: reference.id,
    value: change.value / per,
    lower: limits === null ? null : limits.lower / per,
    upper: limits === null ? null : limits.upper / per,
    unit,
    ...{weeks, grade, comparator},
    citation: `${authors} (${year}). ${title}. ${journal}.${doi === null ? ` ${url ?? ""}` : ` doi:${doi}`}`,
    note: [
      whom,
      ...(statistic === "median" ? ["a median"] : []),
      ...(unit === "sd" ? ["points divided by our baseline standard deviation"] : []),
      ...(caveat === null ? [] : [caveat])
    ].join("; "),
    status: "published"
  };
}

interface Expected {
  readonly measure: string;
  readonly cutoff: number | null;
  readonly of: (regression: RegressionOfScores) => number;
}

function expectedRows(instrument: Instrument, {mean_x, sd_x}: PairSummary): NaturalCourseRow[] {
  const {id, elevated_from, remission_below} = instrument;
  const rules = {
    remission_below,
    reliable_change: instrument.reliable_change.points,
    minimal_important_change: instrument.minimal_important_change.points
  };
  const expected: readonly Expected[] = [
    {measure: `${id}_reliable_improvement`, cutoff: null, of: (one) => one.reliable_improvement},
    {measure: `${id}_reliable_deterioration`, cutoff: null, of: (one) => one.reliable_deterioration},
    {measure: `${id}_response`, cutoff: elevated_from, of: (one) => one.response},
    {measure: `${id}_remission`, cutoff: elevated_from, of: (one) => one.remission},
    {measure: `${id}_mcid`, cutoff: rules.minimal_important_change, of: (one) => one.important_change}
  ];
  const reliabilities = [...instrument.reliability.filter(({kind}) => !kind.includes(ofOneSitting)), cautious];
  return reliabilities.flatMap(({value: reliability, kind, source}) => {
    if (mean_x === null || sd_x === null) return [];
    const pairs = unchangedPairs({mean: mean_x, sd: sd_x, reliability, maximum: maximumOf(instrument)});
    if (pairs === null) return [];
    return expected.flatMap(({measure, cutoff, of}): NaturalCourseRow[] => {
      const regression = regressionOfScores(pairs, {...rules, cutoff});
      if (regression === null) return [];
      return [
        {
          measure,
          kind: "regression_to_the_mean",
          reference: `reliability ${reliability}`,
          value: of(regression),
          lower: null,
          upper: null,
          unit: "share",
          weeks: null,
          grade: "",
          comparator: null,
          citation: source,
          note: `expected where nobody changed, if two measurements correlate ${reliability} (${kind})`,
          status: "published"
        }
      ];
    });
  });
}
