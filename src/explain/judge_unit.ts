import {instruments} from "../instruments/index.ts";
import type {UnitMeasure} from "../measures/measure.ts";
import {stepLabel} from "../measures/steps.ts";
import {afterEvidence} from "./after_evidence.ts";
import {courseEvidence} from "./course_evidence.ts";
import {addDays, lastDayOfQuarter, quarterOf} from "./dates.ts";
import type {Dictionary} from "./dictionary.ts";
import {type Evidence, says} from "./evidence.ts";
import type {Columns, Facts} from "./facts.ts";
import {scoreEvidence} from "./score_evidence.ts";
import {daysPassed, stayEvidence} from "./stay_evidence.ts";
import {valueFor} from "./value.ts";
import type {Counts, Step, UnitVerdict, Value} from "./verdict.ts";

/** A unit to be judged: its row of the warehouse, and how its conditions are read from the rows beneath. */
export interface Unit {
  readonly unit: string;
  readonly on: string | null;
  /** The column's value in the unit's row. */
  readonly columnOf: (table: string, column: string) => unknown;
  /** Null for a condition that nothing here reads. */
  readonly evidenceOf: (table: string, column: string) => Evidence | null;
  /** The date from which a condition that waits for time holds. */
  readonly fromOf: (column: string) => string | null;
  readonly value: Value | null;
}

/** The verdict on an episode in a measure of episodes or of their scores. */
export function judgeEpisode(measure: UnitMeasure, facts: Facts, dictionary: Dictionary): UnitVerdict {
  const {episode, as_of, source} = facts;
  const {admitted_on: admission, discharged_on: discharge} = episode;
  const instrument = instruments.find(({id}) => id === measure.instrument);
  const scores: Columns = facts.scores.get(measure.instrument ?? "") ?? {};
  const passed = (column: string) => daysPassed(column, {admission, discharge}, as_of);
  const unit: Unit = {
    unit: `episode ${episode.key} of ${source}`,
    on: measure.period_by === "admitted_on" ? admission : discharge,
    // an episode without a score of the instrument fulfils no condition on it
    columnOf: (table, column) => (table === "episode_score" ? (scores[column] ?? false) : facts.outcome[column]),
    evidenceOf: (table, column) => {
      if (table === "episode_score")
        return instrument === undefined ? null : (scoreEvidence[column]?.(facts, instrument) ?? null);
      const waited = passed(column);
      if (waited !== null) return {...waited.evidence, rows: [episode]};
      return (stayEvidence[column] ?? afterEvidence[column] ?? courseEvidence[column])?.(facts) ?? null;
    },
    fromOf: (column) => passed(column)?.from ?? null,
    value: valueFor(measure, facts)
  };
  return judge(measure, unit, facts, dictionary);
}

/** Goes through the conditions of a measure in their order. */
export function judge(measure: UnitMeasure, unit: Unit, {as_of, settings}: Facts, dictionary: Dictionary): UnitVerdict {
  const steps = measure.counted.map((condition) => stepOf(measure, condition, unit, dictionary));
  const quarter = quarterStep(measure, unit, as_of);
  if (quarter !== null) steps.splice(measure.quarter?.cohort.length ?? 0, 0, quarter.step);
  const numerator =
    measure.kind === "proportion"
      ? measure.numerator.map((condition) => stepOf(measure, condition, unit, dictionary))
      : [];
  if (measure.kind === "share_within")
    numerator.push(withinStep(unit, Number(settings[measure.from]), Number(settings[measure.to])));
  const missing = steps.filter(({holds}) => !holds);
  const isCounted = missing.length === 0 && unit.on !== null;
  const waits =
    missing.length === 1 &&
    missing.every(({condition}) => condition === measure.matures || condition === "is_quarter_closed");
  return {
    unit: unit.unit,
    counts: isCounted ? countsAs(numerator) : "neither",
    steps,
    numerator,
    value: isCounted && numerator.length === 0 ? unit.value : null,
    on: unit.on,
    periods: periodsOf(measure, unit.on),
    counts_from: waits
      ? missing[0]?.condition === "is_quarter_closed"
        ? (quarter?.from ?? null)
        : unit.fromOf(measure.matures ?? "")
      : null
  };
}

function periodsOf({quarter}: UnitMeasure, on: string | null): string[] {
  if (on === null) return [];
  return [...(quarter === undefined ? [on.slice(0, 7)] : []), quarterOf(on), on.slice(0, 4)];
}

function countsAs(numerator: readonly Step[]): Counts {
  if (numerator.length === 0) return "counted";
  return numerator.every(({holds}) => holds) ? "numerator" : "denominator";
}

function stepOf(measure: UnitMeasure, condition: string, unit: Unit, dictionary: Dictionary): Step {
  const isOpposite = condition.startsWith("not ");
  const column = isOpposite ? condition.slice(4) : condition;
  const table = dictionary.tableOf(measure, column);
  const holds = unit.columnOf(table, column) === true;
  const evidence = unit.evidenceOf(table, column) ?? says(holds, `decided by warehouse.${table}.${column}`);
  if (evidence.holds !== holds) {
    throw new Error(`${measure.id}: the rows read for an explanation say otherwise than ${table}.${column}`);
  }
  return {
    ...evidence,
    holds: holds !== isOpposite,
    condition,
    label: labelOf(measure, condition, dictionary.wordsOf(table, column))
  };
}

/** The words of the ladder, of one unit; or what the column means. */
function labelOf(measure: UnitMeasure, condition: string, words: string): string {
  if (!(measure.counted as readonly string[]).includes(condition)) return `${words[0]?.toLowerCase()}${words.slice(1)}`;
  return stepLabel(condition, measure).replace(/^were /, "was ");
}

/** Whole discharge quarters are counted once the window of their last day has closed. */
function quarterStep(measure: UnitMeasure, {on}: Unit, as_of: string): {step: Step; from: string} | null {
  if (measure.quarter === undefined || on === null) return null;
  const {closes_after_days: days} = measure.quarter;
  const last = lastDayOfQuarter(on);
  const from = addDays(last, days);
  const because = `${quarterOf(on)} ended on ${last}; its window closes ${days} days later, on ${from}, and the data speak for ${as_of}`;
  const label = stepLabel("is_quarter_closed", measure).replace(/^were /, "was ");
  return {step: {condition: "is_quarter_closed", label, ...says(from <= as_of, because)}, from};
}

function withinStep({value}: Unit, from: number, to: number): Step {
  const number = value?.number ?? 0;
  const holds = number >= from && number <= to;
  const place = holds ? `from ${from} to ${to}` : number < from ? `fewer than ${from}` : `more than ${to}`;
  return {
    condition: "is_within",
    label: `${from} to ${to} people took part`,
    ...says(holds, `${value?.because ?? "nobody"}, ${place}`, value?.rows)
  };
}
