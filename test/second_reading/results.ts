import {accessMeasures} from "./access_measures.ts";
import {attendanceMeasures} from "./attendance_measures.ts";
import {courseMeasures} from "./course_measures.ts";
import {doseMeasures} from "./dose_measures.ts";
import {exitMeasures} from "./exit_measures.ts";
import {factsOf} from "./facts.ts";
import {followupMeasures} from "./followup_measures.ts";
import {type Breakdown, breakdowns} from "./groups.ts";
import {ideationMeasures} from "./ideation_measures.ts";
import {instruments} from "./instruments.ts";
import type {Measure, Unit} from "./measure.ts";
import {measurementMeasures} from "./measurement_measures.ts";
import {meetingMeasures} from "./meeting_measures.ts";
import {compareKeys} from "./order.ts";
import {type PeriodType, periodOf} from "./periods.ts";
import {readmissionMeasures} from "./readmission_measures.ts";
import type {Reading, Statement} from "./rows.ts";
import {scoreMeasures} from "./score_measures.ts";
import {isTooEarly, type Tally, tally} from "./tally.ts";

/** The additive facts of one row of results; an immature row has units 0, denominator 0, numerator null and no lists. */
export interface ResultCounts extends Tally {
  measure: string;
  breakdown: Breakdown;
  group: string;
  period_type: PeriodType;
  period: string;
  immature: boolean;
}

/** Measures of the second reading, in the order of their results. */
export const measures: Measure[] = [
  ...exitMeasures,
  ...attendanceMeasures,
  ...doseMeasures,
  ...accessMeasures,
  ...readmissionMeasures,
  ...instruments.flatMap(scoreMeasures),
  ...courseMeasures,
  ...measurementMeasures,
  ...followupMeasures,
  ...meetingMeasures,
  ...ideationMeasures
];

/** Every row of results, in the order measure, breakdown, period type, group, period. */
export function secondReading(statement: Statement, reading: Reading): ResultCounts[] {
  const facts = factsOf(statement, reading);
  const results: ResultCounts[] = [];
  for (const measure of measures) {
    const units = measure.units(facts);
    for (const breakdown of breakdowns) {
      for (const type of lattice(measure, breakdown)) results.push(...rowsOf(measure, units, breakdown, type));
    }
  }
  return results;
}

/** Which periods a breakdown has. */
function lattice(measure: Measure, breakdown: Breakdown): PeriodType[] {
  if (breakdown === "program+payer") return ["year", "all"];
  const fine = breakdown === "all" || breakdown === "program" || breakdown === "site";
  return fine && measure.months ? ["month", "quarter", "year", "all"] : ["quarter", "year", "all"];
}

function rowsOf(measure: Measure, units: Unit[], breakdown: Breakdown, period_type: PeriodType): ResultCounts[] {
  const cells = new Map<string, {group: string; period: string; units: Unit[]}>();
  for (const unit of units) {
    const group = unit.groups[breakdown];
    if (group === undefined) continue; // 17.30, 17.41: referrals and meetings have few breakdowns
    const period = periodOf(unit.on, period_type);
    const key = `${period} ${group}`; // no period holds a space
    const cell = cells.get(key) ?? {group, period, units: []};
    cell.units.push(unit);
    cells.set(key, cell);
  }
  const inOrder = [...cells.values()].sort((x, y) => compareKeys(x.group, y.group) || compareKeys(x.period, y.period));
  return inOrder.flatMap(({group, period, units}) => {
    const counts = countsOf(measure, units);
    return counts === null ? [] : [{measure: measure.id, breakdown, group, period_type, period, ...counts}];
  });
}

type Counts = Tally & {immature: boolean};

/** What a row says of its units; null where there is no row (17.22). */
function countsOf(measure: Measure, units: Unit[]): Counts | null {
  const immature = {units: 0, denominator: 0, numerator: null, immature: true}; // 17.32
  if (!units.some((u) => u.matured)) return immature; // 17.6
  const counted = units.filter((u) => u.matured && u.counts);
  if (counted.length === 0) return null;
  return isTooEarly(measure, counted) ? immature : {...tally(measure, counted), immature: false};
}
