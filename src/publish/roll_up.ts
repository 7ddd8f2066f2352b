import type {Warehouse} from "../database/warehouse.ts";
import type {Suffix} from "../measures/count.ts";
import type {Measure} from "../measures/measure.ts";
import {Cells, type Counts, type Place} from "./cells.ts";
import {groupsOf, periodsOf, publishedPeriods} from "./lattice.ts";
import {addDays, lastDayOfQuarter, type PeriodType, periodOf} from "./periods.ts";
import type {Program} from "./programs.ts";

interface MartRow {
  readonly measure: string;
  readonly dimension: string;
  readonly group_key: string;
  readonly source: string;
  readonly program_key: string;
  readonly period_type: PeriodType;
  readonly period_on: string;
}

interface TallyRow extends MartRow {
  readonly n: number;
  readonly numerator: number;
  readonly n_immature: number;
}

interface MomentRow extends MartRow {
  readonly n: number;
  readonly sum_x: number;
  readonly sum_y: number;
  readonly sum_xx: number;
  readonly sum_yy: number;
  readonly sum_xy: number;
}

interface HistogramRow extends MartRow {
  readonly event: string;
  readonly value: number;
  readonly n: number;
}

export interface RollUpOptions {
  readonly measures: readonly Measure[];
  readonly programs: readonly Program[];
  readonly crossed: readonly string[];
  readonly as_of: string;
  readonly suffix: Suffix;
}

/** Adds SQL's finest counts up to every published group and period. */
export async function rollUp(warehouse: Warehouse, options: RollUpOptions): Promise<Cells> {
  const cells = new Cells();
  const places = placesOf(options);
  const {suffix} = options;
  for (const row of await warehouse.query<TallyRow>(`select * from mart${suffix}.tally`)) {
    for (const {place, isOpen} of places(row)) addTally(cells.at(place), row, isOpen);
  }
  for (const row of await warehouse.query<MomentRow>(`select * from mart${suffix}.moment`)) {
    for (const {place, isOpen} of places(row)) if (!isOpen) addMoments(cells.at(place), row);
  }
  for (const row of await warehouse.query<HistogramRow>(`select * from mart${suffix}.histogram`)) {
    for (const {place} of places(row)) addDay(cells.at(place), row);
  }
  return cells;
}

/** Where a row of a mart is published, and whether its quarter is still open for its measure. */
function placesOf({measures, programs, crossed, as_of}: RollUpOptions) {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const byKey = new Map(programs.map((program) => [`${program.source}|${program.program_key}`, program]));
  return (row: MartRow): {place: Place; isOpen: boolean}[] => {
    const measure = byId.get(row.measure);
    const program = byKey.get(`${row.source}|${row.program_key}`);
    if (measure === undefined || program === undefined) return [];
    const isOpen = isQuarterOpen(measure, row, as_of);
    return groupsOf(row.dimension, row.group_key, program, crossed).flatMap((group) =>
      periodsFor(measure, group.breakdown, row).map((period) => ({
        place: {measure: row.measure, ...group, ...period},
        isOpen
      }))
    );
  };
}

/** Ratios of totals do not add over periods: SQL counted each type by itself. */
function periodsFor(measure: Measure, breakdown: string, row: MartRow) {
  if (measure.kind !== "session_ratio") return periodsOf(breakdown, row.period_type, row.period_on);
  const {period_type} = row;
  return publishedPeriods(breakdown).includes(period_type)
    ? [{period_type, period: periodOf(row.period_on, period_type)}]
    : [];
}

function isQuarterOpen(measure: Measure, row: MartRow, as_of: string): boolean {
  if (measure.kind === "session_ratio" || measure.quarter === undefined) return false;
  return addDays(lastDayOfQuarter(row.period_on), measure.quarter.closes_after_days) > as_of;
}

function addTally(counts: Counts, row: TallyRow, isOpen: boolean): void {
  if (isOpen) {
    counts.n_immature += row.n;
    return;
  }
  counts.n += row.n;
  counts.numerator += row.numerator;
  counts.n_immature += row.n_immature;
}

function addMoments(counts: Counts, row: MomentRow): void {
  const {n, sum_x, sum_y, sum_xx, sum_yy, sum_xy} = counts.moments;
  counts.moments = {
    n: n + row.n,
    sum_x: sum_x + row.sum_x,
    sum_y: sum_y + row.sum_y,
    sum_xx: sum_xx + row.sum_xx,
    sum_yy: sum_yy + row.sum_yy,
    sum_xy: sum_xy + row.sum_xy
  };
}

function addDay(counts: Counts, {event, value, n}: HistogramRow): void {
  const days = counts.days.get(event) ?? new Map<number, number>();
  counts.days.set(event, days);
  days.set(value, (days.get(value) ?? 0) + n);
}
