import type {Warehouse} from "../database/warehouse.ts";
import {instruments} from "../instruments/index.ts";
import type {Suffix} from "../measures/count.ts";
import {setOf} from "../measures/count_sets.ts";
import {meanChange} from "../statistics/mean_change.ts";
import type {Moments} from "../statistics/moments.ts";
import type {Candidate, Shows} from "./candidates.ts";
import type {Group} from "./lattice.ts";
import type {Program} from "./programs.ts";
import {rankBeside} from "./result_candidates.ts";

/** One row of trajectory.csv: the mean score of those measured in a week since admission, points. */
export interface TrajectoryRow extends Group {
  readonly instrument: string;
  readonly week: number;
  readonly units: number | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: "published" | "unstable" | "suppressed";
}

interface MartRow {
  readonly measure: string;
  readonly source: string;
  readonly program_key: string;
  readonly event: string;
  readonly value: number;
  readonly n: number;
}

/** Scores by week, of all and of each program. Different people are measured each week: it is no course of any of them. */
export async function trajectories(
  warehouse: Warehouse,
  {programs, suffix, minimum_units}: {programs: readonly Program[]; suffix: Suffix; minimum_units: number}
): Promise<TrajectoryRow[]> {
  const rows = await warehouse.query<MartRow>(
    `select measure, source, program_key, event, value, n from mart${suffix}.histogram where measure like '%\\_by\\_week'`
  );
  return instruments.flatMap(({id}) => {
    const own = rows.filter(({measure}) => measure === `${id}_by_week`);
    const groups = [{breakdown: "all", group: "", rows: own}, ...programs.map((program) => ofProgram(program, own))];
    return groups.flatMap((group) =>
      weeksOf(group.rows).map((week) => ({instrument: id, ...placeOf(group), ...judge(week, minimum_units)}))
    );
  });
}

/** What each row would tell: how many were measured in the week. */
export function weekCandidates(rows: readonly TrajectoryRow[]): Candidate[] {
  return rows.map((row) => {
    const place = {breakdown: row.breakdown, group: row.group, period_type: "all", period: ""} as const;
    const tells = [[setOf(`${row.instrument} in week ${row.week}`), row.units ?? 0]] as const;
    return {key: weekKey(row), place, tells, rank: rankBeside(place, 500), must_hide: false, hides_extremes: false};
  });
}

/** The rows; those that may not be shown as they last were, or hidden. */
export function shownTrajectories(
  rows: readonly TrajectoryRow[],
  shows: Shows,
  earlier: readonly unknown[] = []
): TrajectoryRow[] {
  const last = new Map((earlier as readonly TrajectoryRow[]).map((row) => [weekKey(row), row]));
  const nothing = {units: null, value: null, lower: null, upper: null, status: "suppressed"} as const;
  return rows.map((row) => (shows(weekKey(row)) ? row : (last.get(weekKey(row)) ?? {...row, ...nothing})));
}

export function weekKey({instrument, breakdown, group, week}: TrajectoryRow): string {
  return `trajectory|${instrument}|${week}|${breakdown}|${group}`;
}

function ofProgram(program: Program, rows: readonly MartRow[]) {
  const own = rows.filter(({source, program_key}) => source === program.source && program_key === program.program_key);
  return {breakdown: "program", group: program.group, rows: own};
}

function placeOf({breakdown, group}: Group): Group {
  return {breakdown, group};
}

function weeksOf(rows: readonly MartRow[]): {week: number; moments: Moments}[] {
  const weeks = [...Map.groupBy(rows, ({event}) => event)].sort(([a], [b]) => (a < b ? -1 : 1));
  return weeks.map(([event, scores]) => ({week: Number(event), moments: momentsOf(scores)}));
}

function momentsOf(scores: readonly MartRow[]): Moments {
  const sum = (term: (row: MartRow) => number) => scores.reduce((total, row) => total + term(row), 0);
  return {
    n: sum(({n}) => n),
    sum_x: sum(({n, value}) => n * value),
    sum_xx: sum(({n, value}) => n * value * value),
    sum_y: 0,
    sum_yy: 0,
    sum_xy: 0
  };
}

function judge(
  {week, moments}: {week: number; moments: Moments},
  minimum: number
): Omit<TrajectoryRow, "instrument" | keyof Group> {
  return {week, units: moments.n, ...meanChange(moments), status: moments.n < minimum ? "unstable" : "published"};
}
