import type {Warehouse} from "../database/warehouse.ts";
import {isSmall} from "../disclosure/primary.ts";
import type {Suffix} from "../measures/count.ts";
import type {Group, Period} from "./lattice.ts";
import {type PeriodType, periodOf} from "./periods.ts";
import type {Program} from "./programs.ts";

interface AttendeeRow {
  readonly source: string;
  readonly program_key: string;
  readonly period_type: PeriodType;
  readonly period_on: string;
  readonly n: number;
  /** Who they were; empty where they are too many to be counted one by one. */
  readonly persons: readonly string[];
}

/**
 * How many distinct clients took part in the group meetings of a program, a site or all in a period; those of several programs
 * are counted one by one only where none of the programs has many: Infinity stands for more than can be small.
 */
export async function peopleInMeetings(warehouse: Warehouse, programs: readonly Program[], suffix: Suffix) {
  const rows = await warehouse.query<AttendeeRow>(attendees(suffix));
  const byPlace = new Map<string, AttendeeRow[]>();
  const byKey = new Map(programs.map((program) => [`${program.source}|${program.program_key}`, program]));
  for (const row of rows) {
    const program = byKey.get(`${row.source}|${row.program_key}`);
    if (program === undefined) continue;
    const period = periodOf(row.period_on, row.period_type);
    for (const group of [`program|${program.group}`, `site|${program.site}`, "all|"]) {
      const key = `${group}|${row.period_type}|${period}`;
      byPlace.set(key, [...(byPlace.get(key) ?? []), row]);
    }
  }
  return ({breakdown, group, period_type, period}: Group & Period): number =>
    distinct(byPlace.get(`${breakdown}|${group}|${period_type}|${period}`) ?? []);
}

function distinct(rows: readonly AttendeeRow[]): number {
  if (rows.some(({n}) => n > 0 && !isSmall(n))) return Number.POSITIVE_INFINITY;
  return new Set(rows.flatMap(({persons}) => persons)).size;
}

function attendees(suffix: Suffix): string {
  const periods: Readonly<Record<PeriodType, string>> = {
    all: "date '1900-01-01'",
    year: "date_trunc('year', month)::date",
    quarter: "date_trunc('quarter', month)::date",
    month: "month"
  };
  const selects = Object.entries(periods).map(
    ([period_type, period_on]) => `
      select distinct '${period_type}' as period_type, source, program_key, ${period_on} as period_on, person_key
      from attendee`
  );
  return `
    with attendee as materialized (
      select distinct o.source, o.program_key, m.month, m.person_key
      from warehouse${suffix}.session_month as m
      join warehouse${suffix}.episode_outcome as o using (person_key, source, episode_key)
      where m.group_sessions > 0
    ),

    placed as materialized (${selects.join(" union all ")}),

    counted as (
      select source, program_key, period_type, period_on, count(*) as n
      from placed
      group by source, program_key, period_type, period_on
    ),

    few as (
      select source, program_key, period_type, period_on, array_agg(person_key::text) as persons
      from placed
      join counted using (source, program_key, period_type, period_on)
      where n <= 10
      group by source, program_key, period_type, period_on
    )

    select source, program_key, period_type, period_on, n, coalesce(persons, '{}') as persons
    from counted
    left join few using (source, program_key, period_type, period_on)`;
}
