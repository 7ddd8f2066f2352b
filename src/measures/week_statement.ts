import type {CountStatement} from "./count.ts";
import type {Relations} from "./grain.ts";

/** Weeks since admission that the score trajectory covers. */
export const trajectoryWeeks = 12;

/**
 * Scores by week since admission of treated episodes, the last of each week: a histogram per instrument and program, its event
 * the week ("00" to "12"). Prorated scores take part.
 */
export function weekStatement(from: Relations): CountStatement {
  const select = `
    select w.instrument || '_by_week' as measure, 'all' as dimension, '' as group_key, w.source, w.program_key,
      'all' as period_type, date '1900-01-01' as period_on, lpad(w.week::text, 2, '0') as event, w.last[3] as value, count(*) as n
    from (
      select a.instrument, e.source, e.program_key, (a.assessed_on - e.admitted_on) / 7 as week,
        min(array[e.admitted_on - a.assessed_on, a.day_rank, coalesce(a.complete_score, a.prorated_score)]) as last
      from ${from.episodes} as e
      join ${from.assessments} as a using (person_key, source, episode_key)
      where e.is_treated and coalesce(a.complete_score, a.prorated_score) is not null
        and a.assessed_on - e.admitted_on between 0 and ${7 * trajectoryWeeks + 6}
        and a.assessed_on <= coalesce(e.discharged_on, 'infinity')
      group by a.person_key, e.source, e.program_key, a.episode_key, a.instrument, (a.assessed_on - e.admitted_on) / 7
    ) as w
    group by w.instrument, w.source, w.program_key, w.week, w.last[3]`;
  return {mart: "histogram", select};
}
