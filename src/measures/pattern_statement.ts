import {allHold, arraysOf, scanOf} from "./cells.ts";
import type {CountStatement} from "./count.ts";
import type {Relations} from "./grain.ts";
import type {MeanChange, Proportion, UnitMeasure} from "./measure.ts";

/** An outcome that can only be known of those who were measured. */
export type OutcomeWithMissing = (Proportion | MeanChange) & Required<Pick<UnitMeasure, "measured">>;

const counts = ["n", "measured", "sum_y", "sum_yy", "n_baseline", "sum_baseline"] as const;

/** Outcomes whose missing scores are counted. Effect sizes have the same missing scores as the changes that they are made of. */
export function outcomesWithMissing(measures: readonly UnitMeasure[]): OutcomeWithMissing[] {
  return measures.filter(
    (measure): measure is OutcomeWithMissing =>
      measure.measured !== undefined && (measure.kind === "proportion" || measure.kind === "mean_change")
  );
}

/** Whom an outcome should speak for, measured or not. */
export function eligible({counted, measured}: OutcomeWithMissing): string[] {
  return (counted as readonly string[]).filter((condition) => !(measured as readonly string[]).includes(condition));
}

/** Whether those not measured are in the figure too, as not having achieved it. */
export function isCountedAgainst({counted, measured}: OutcomeWithMissing): boolean {
  return !(measured as readonly string[]).some((condition) => (counted as readonly string[]).includes(condition));
}

/**
 * Units that are alike in attendance, completion and severity, by year (by quarter where quarters mature): how many an outcome
 * should speak for, how many were measured, and what was found of these.
 */
export function patternStatements(measures: readonly UnitMeasure[], from: Relations): CountStatement[] {
  const outcomes = outcomesWithMissing(measures);
  const scans = Map.groupBy(
    outcomes,
    ({grain, period_by, quarter}) => `${grain} ${period_by} ${quarter === undefined}`
  );
  return [...scans.values()].map((together) => ({mart: "pattern", select: select(together, from)}));
}

function select(outcomes: readonly OutcomeWithMissing[], from: Relations): string {
  const [{grain, period_by, quarter}] = outcomes as readonly [OutcomeWithMissing];
  const period = quarter === undefined ? "year" : "quarter";
  const severity = grain === "score" ? "e.baseline_band::text" : "e.phq9_band || '/' || e.gad7_band";
  const completion = "case when e.is_completed then 'completed' else 'not completed' end";
  const {columns, places} = arraysOf(
    outcomes.map((outcome) => ({
      name: outcome.id,
      instrument: outcome.instrument ?? "",
      counts: countsOf(outcome)
    }))
  );
  const scan = scanOf({grain, by: period_by, period}, "all", from, {
    columns: ["e.attendance_band as attendance", `${completion} as completion`, `${severity} as severity`, ...columns],
    split: ["e.attendance_band", completion, severity],
    everyone: true
  });
  return `
    select m.name as measure, 'all' as dimension, ''::text as group_key, c.source, c.program_key, '${period}' as period_type, c.period_on,
      c.attendance, c.completion, c.severity, ${counts.map((count) => `c.${count}[m.place] as ${count}`).join(", ")}
    from (${scan}) as c
    join ${places}
    where c.n[m.place] > 0`;
}

function countsOf(outcome: OutcomeWithMissing): Record<(typeof counts)[number], string> {
  const all = allHold(eligible(outcome));
  const measured = `${all} and ${allHold(outcome.measured)}`;
  const missing = `${all} and not (${allHold(outcome.measured)})`;
  const sum = (term: string, where: string) => `coalesce(sum(${term}) filter (where ${where}), 0)::bigint`;
  const value =
    outcome.kind === "proportion"
      ? `(${allHold(outcome.numerator)})::integer`
      : `(e.${outcome.pair[0]} - e.${outcome.pair[1]})`;
  const earlier = outcome.kind === "mean_change" ? `e.${outcome.pair[0]}` : "null::integer";
  return {
    n: sum("1", all),
    measured: sum("1", measured),
    sum_y: sum(value, measured),
    sum_yy: sum(`${value} * ${value}`, measured),
    n_baseline: sum("1", `${missing} and ${earlier} is not null`),
    sum_baseline: sum(earlier, missing)
  };
}
