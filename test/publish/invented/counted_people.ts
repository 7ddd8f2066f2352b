import type {Measure, UnitMeasure} from "../../../src/measures/measure.ts";
import {isOverUnits} from "../../../src/measures/measure.ts";
import {outcomesWithMissing} from "../../../src/measures/pattern_statement.ts";
import {Cells, type Counts} from "../../../src/publish/cells.ts";
import type {Counted} from "../../../src/publish/counted.ts";
import {judgeCells} from "../../../src/publish/judge_cells.ts";
import {stepsOf} from "../../../src/publish/ladder.ts";
import {latticeOf, type MartCell, type Spot, spotKey} from "../../../src/publish/lattice.ts";
import {eligibleOf, hasPatterns, type Pattern} from "../../../src/publish/patterns.ts";
import {groupPrograms, type Program} from "../../../src/publish/programs.ts";
import type {Settings} from "../../../src/settings.ts";
import {levelOf, type Month, type Person, siteOf} from "./people.ts";
import {isCounted, monthOf} from "./rules.ts";

const source = "ehr";

/** What a warehouse of these people would count, counted one by one. */
export function countPeople(
  people: readonly Person[],
  {measures, settings, as_of}: {measures: readonly Measure[]; settings: Settings; as_of: string}
): Counted {
  const programs = programsOf(people);
  const spotsOf = latticeOf(programs, settings.crossed_breakdowns);
  const cells = new Cells();
  for (const person of people)
    for (const measure of measures) {
      if (isOverUnits(measure)) {
        const month = monthOf(measure, person);
        if (month === null || !isCounted(measure.counted, person)) continue;
        for (const spot of spotsAt(spotsOf, person, month)) addUnit(cells.at(measure.id, spot), measure, person);
      } else addSessions(cells, measure, person, spotsOf);
    }
  const ladders = new Map<string, Map<string, number>>();
  const patterns = new Map<string, Pattern[]>();
  const outcomes = outcomesWithMissing(measures.filter(isOverUnits));
  for (const person of people) {
    for (const measure of measures.filter(isOverUnits)) addSteps(ladders, measure, person, spotsOf);
    for (const outcome of outcomes) {
      const month = monthOf(outcome, person);
      const whom = (outcome.counted as readonly string[]).filter(
        (one) => !(outcome.measured as string[]).includes(one)
      );
      if (month === null || !isCounted(whom, person)) continue;
      const pattern = patternOf(outcome, person);
      for (const spot of spotsAt(spotsOf, person, month).filter(hasPatterns)) {
        const key = `${outcome.id}|${spot.key}`;
        patterns.set(key, [...(patterns.get(key) ?? []), pattern]);
      }
    }
  }
  return {
    programs,
    cells,
    results: judgeCells(cells, {measures, settings, as_of}),
    laddersOf: (measure, place) => ladders.get(`${measure}|${spotKey(place)}`) ?? new Map(),
    patternsOf: (measure, place) => {
      const found = patterns.get(`${measure}|${spotKey(place)}`);
      return found === undefined ? null : eligibleOf(found);
    },
    successes: [],
    cohorts: [],
    trajectories: []
  };
}

function programsOf(people: readonly Person[]): Program[] {
  const keys = [...new Set(people.map(({program}) => program))].sort();
  return groupPrograms(
    keys.map((program_key) => ({
      source,
      program_key,
      site_key: siteOf(program_key),
      name: program_key,
      population: "mh",
      level_of_care: levelOf(program_key)
    }))
  );
}

type SpotsOf = (cell: MartCell, isOwnPeriod?: boolean) => readonly Spot[];

function spotsAt(
  spotsOf: SpotsOf,
  {program, payer}: Person,
  month: Month,
  period_type: MartCell["period_type"] = "month",
  isOwnPeriod = false
): Spot[] {
  const at = {source, program_key: program, period_type, period_on: `${month}-01`};
  return [
    ...spotsOf({...at, dimension: "all", group_key: ""}, isOwnPeriod),
    ...spotsOf({...at, dimension: "payer", group_key: payer}, isOwnPeriod)
  ];
}

function addUnit(counts: Counts, measure: UnitMeasure, person: Person): void {
  const {baseline, last} = person;
  counts.n += 1;
  if (measure.kind === "proportion" && isCounted(measure.numerator, person)) counts.numerator += 1;
  if ((measure.kind === "mean_change" || measure.kind === "effect_size") && baseline !== null && last !== null)
    addMoments(counts, baseline, last);
  const event = measure.kind === "median" ? "" : exitOf(person);
  const days = counts.days.get(event) ?? new Map<number, number>();
  counts.days.set(event, days);
  days.set(person.stay, (days.get(person.stay) ?? 0) + 1);
}

function exitOf({discharged, reason}: Person): string {
  return discharged === null ? "open" : reason === "dropped_out" ? "unplanned" : "planned";
}

function addMoments(counts: Counts, x: number, y: number): void {
  const {n, sum_x, sum_y, sum_xx, sum_yy, sum_xy} = counts.moments;
  counts.moments = {
    ...{n: n + 1, sum_x: sum_x + x, sum_y: sum_y + y},
    ...{sum_xx: sum_xx + x * x, sum_yy: sum_yy + y * y, sum_xy: sum_xy + x * y}
  };
}

/** Sessions count in the period in which they lie, and episodes once in every length of period. */
function addSessions(cells: Cells, {id}: Measure, person: Person, spotsOf: SpotsOf): void {
  for (const period_type of ["all", "year", "quarter", "month"] as const) {
    const periods = Map.groupBy(Object.keys(person.sessions), (month) => startOf(month, period_type));
    for (const [start, months] of periods) {
      const [attended, missed] = months.reduce(
        ([a, b], month) => {
          const [came, not] = person.sessions[month] ?? [0, 0];
          return [a + came, b + not] as const;
        },
        [0, 0] as readonly [number, number]
      );
      if (attended + missed === 0) continue;
      for (const spot of spotsAt(spotsOf, person, start, period_type, true))
        addMoments(cells.at(id, spot), id === "attendance" ? attended : missed, attended + missed);
    }
  }
}

function startOf(month: Month, period_type: MartCell["period_type"]): Month {
  const [year = "", of = "01"] = month.split("-");
  if (period_type === "all") return "1900-01";
  if (period_type === "year") return `${year}-01`;
  if (period_type === "month") return month;
  return `${year}-${String(Number(of) - ((Number(of) - 1) % 3)).padStart(2, "0")}`;
}

function addSteps(
  ladders: Map<string, Map<string, number>>,
  measure: UnitMeasure,
  person: Person,
  spotsOf: SpotsOf
): void {
  const month = monthOf(measure, person);
  if (month === null) return;
  const {steps, notes} = stepsOf(measure);
  const conditions = steps.filter((step) => step !== "referred");
  const reached = [
    ...conditions.filter((_, index) => isCounted(conditions.slice(0, index + 1), person)),
    ...notes.filter((note) => isCounted([...conditions, note], person))
  ];
  for (const {key, breakdown, period_type} of spotsAt(spotsOf, person, month)) {
    if (!["all", "program", "site"].includes(breakdown) || period_type === "month") continue;
    const ladder = ladders.get(`${measure.id}|${key}`) ?? new Map<string, number>();
    ladders.set(`${measure.id}|${key}`, ladder);
    for (const step of reached) ladder.set(step, (ladder.get(step) ?? 0) + 1);
  }
}

function patternOf(outcome: UnitMeasure & {readonly kind: string}, person: Person): Pattern {
  const {baseline, last} = person;
  const isMeasured = isCounted(outcome.measured ?? [], person);
  const value = outcome.kind === "proportion" ? Number(isAchieved(outcome, person)) : (baseline ?? 0) - (last ?? 0);
  const isMissingOne = !isMeasured && outcome.kind === "mean_change" && baseline !== null;
  return {
    attendance: "high",
    completion: person.reason === "completed" ? "completed" : "not completed",
    severity: baseline === null ? "0" : String(Math.floor(baseline / 5)),
    n: 1,
    measured: Number(isMeasured),
    sum_y: isMeasured ? value : 0,
    sum_yy: isMeasured ? value * value : 0,
    n_baseline: Number(isMissingOne),
    sum_baseline: isMissingOne ? (baseline ?? 0) : 0
  };
}

function isAchieved(outcome: UnitMeasure, person: Person): boolean {
  return outcome.kind === "proportion" && isCounted(outcome.numerator, person);
}
