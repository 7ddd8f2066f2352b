import type {Warehouse} from "../database/warehouse.ts";
import type {Suffix} from "../measures/count.ts";
import type {Measure} from "../measures/measure.ts";
import type {Moments} from "../statistics/moments.ts";
import {Cells, type Counts} from "./cells.ts";
import {latticeOf, type MartCell} from "./lattice.ts";
import {addDays, lastDayOfQuarter} from "./periods.ts";
import type {Program} from "./programs.ts";

interface MartRow extends MartCell {
  readonly measure: string;
}

interface TallyRow extends MartRow {
  readonly n: number;
  readonly numerator: number;
  readonly n_immature: number;
}

interface MomentRow extends MartRow, Moments {}

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
  const {suffix, as_of} = options;
  const cells = new Cells();
  const byId = new Map(options.measures.map((measure) => [measure.id, measure]));
  const spotsOf = latticeOf(options.programs, options.crossed);
  const add = <Row extends MartRow>(row: Row, to: (counts: Counts, row: Row, isOpen: boolean) => void) => {
    const measure = byId.get(row.measure);
    if (measure === undefined) return;
    const isOpen = isQuarterOpen(measure, row, as_of);
    const spots = spotsOf(row, measure.kind === "session_ratio");
    for (const spot of spots) to(cells.at(row.measure, spot), row, isOpen);
  };
  const rowsOf = <Row extends MartRow>(mart: string) => warehouse.query<Row>(`select * from mart${suffix}.${mart}`);
  for (const row of await rowsOf<TallyRow>("tally")) add(row, addTally);
  for (const row of await rowsOf<MomentRow>("moment")) add(row, addMoments);
  for (const row of await rowsOf<HistogramRow>("histogram")) add(row, addDay);
  return cells;
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

function addMoments(counts: Counts, row: MomentRow, isOpen: boolean): void {
  if (isOpen) return;
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
