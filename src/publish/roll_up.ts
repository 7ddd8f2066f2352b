import type {Warehouse} from "../database/warehouse.ts";
import type {Suffix} from "../measures/count.ts";
import {isOverUnits, type Measure} from "../measures/measure.ts";
import {cohortOf, countedUnder} from "../measures/shared_counts.ts";
import type {Moments} from "../statistics/moments.ts";
import {peopleInMeetings} from "./attendees.ts";
import {Cells, type Counts} from "./cells.ts";
import {latticeOf, type MartCell, type Spot} from "./lattice.ts";
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
  const own = new Map(options.measures.map((measure) => [measure.id, [measure]]));
  const shared = countedUnder(options.measures);
  const ofCohort = cohortOf(options.measures);
  const spotsOf = latticeOf(options.programs, options.crossed);
  const add = <Row extends MartRow>(
    row: Row,
    measures: readonly Measure[] | undefined,
    to: (counts: Counts, row: Row, isOpen: boolean) => void
  ) => {
    for (const measure of measures ?? []) {
      const isOpen = isQuarterOpen(measure, row, as_of);
      for (const spot of spotsOf(row, !isOverUnits(measure))) {
        if (isSpotOf(measure, spot)) to(cells.at(measure.id, spot), row, isOpen);
      }
    }
  };
  const rowsOf = <Row extends MartRow>(mart: string) => warehouse.query<Row>(`select * from mart${suffix}.${mart}`);
  for (const row of await rowsOf<TallyRow>("tally")) {
    add(row, own.get(row.measure), addTally);
    add(row, ofCohort.get(row.measure), addCohort);
  }
  for (const row of await rowsOf<MomentRow>("moment")) add(row, shared.get(row.measure), addMoments);
  for (const row of await rowsOf<HistogramRow>("histogram")) add(row, shared.get(row.measure), addDay);
  await addPeople(warehouse, cells, options);
  return cells;
}

/** Referrals and meetings have no breakdowns but those by place. */
function isSpotOf(measure: Measure, {breakdown}: Spot): boolean {
  if (!isOverUnits(measure) || measure.grain === "episode" || measure.grain === "score") return true;
  return ["all", "program", "site"].includes(breakdown);
}

/** How many clients are behind cells whose units are meetings. */
async function addPeople(
  warehouse: Warehouse,
  cells: Cells,
  {measures, programs, suffix}: RollUpOptions
): Promise<void> {
  const ofMeetings = measures.filter((measure) => isOverUnits(measure) && measure.grain === "meeting");
  const ids = new Set(ofMeetings.map(({id}) => id));
  if (ids.size === 0) return;
  const peopleIn = await peopleInMeetings(warehouse, programs, suffix);
  for (const {place, counts} of cells.values()) if (ids.has(place.measure)) counts.people = peopleIn(place);
}

/** Whether a row of SQL's counts lies in a discharge quarter whose follow-up window is still open. */
export function isQuarterOpen(measure: Measure, row: Pick<MartCell, "period_on">, as_of: string): boolean {
  if (!isOverUnits(measure) || measure.quarter === undefined) return false;
  return addDays(lastDayOfQuarter(row.period_on), measure.quarter.closes_after_days) > as_of;
}

function addTally(counts: Counts, row: TallyRow, isOpen: boolean): void {
  if (isOpen) return;
  counts.n += row.n;
  counts.numerator += row.numerator;
  counts.n_immature += row.n_immature;
}

function addCohort(counts: Counts, {n}: TallyRow, isOpen: boolean): void {
  if (isOpen) counts.n_immature += n;
  else counts.n_cohort += n;
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
