import {allHold} from "./cells.ts";
import type {CountStatement} from "./count.ts";
import {followup_retention} from "./followup.ts";
import type {Relations} from "./grain.ts";

/** Scores, and coded columns, in which people reached at six months and those not reached are compared. */
const scores = {
  phq9_baseline: "e.baseline",
  phq9_last: "e.post_last",
  phq9_change: "e.baseline - e.post_last"
} as const;
const codes = {
  age_band: "e.age_band",
  sex: "e.sex",
  payer: "e.payer",
  completion: "case when e.is_completed then 'completed' else 'not completed' end",
  co_occurring_sud: "e.co_occurring_sud"
} as const;

/** Everything that reached and not reached are compared in, in the order in which it is shown. */
export const reachedCharacteristics: readonly string[] = [...Object.keys(scores), ...Object.keys(codes)];

/** Characteristics that are scores, in points; the others are shares of their levels. */
export function isScore(characteristic: string): boolean {
  return characteristic in scores;
}

/** The rule that holds for those who have a score that people are compared in; null for a coded column, which all have. */
export function conditionOf(characteristic: string): string | null {
  return isScore(characteristic) ? `phq9 ${characteristic === "phq9_baseline" ? "has_baseline" : "has_pair"}` : null;
}

/** People of the follow-up cohort, by discharge quarter, reached or not, with what is known of them. */
export function reachedStatement(from: Relations): CountStatement {
  const people = `
    select e.*, s.baseline, s.post_last
    from ${from.episodes} as e
    left join ${from.scores} as s
      on s.person_key = e.person_key and s.source = e.source and s.episode_key = e.episode_key and s.instrument = 'phq9'
    where ${allHold(followup_retention.counted)}`;
  const ofScores = Object.entries(scores).map(
    ([name, value]) => `
      select '${name}' as characteristic, ''::text as level, ${groups}, count(*) as n,
        sum(${value})::bigint as sum_x, sum((${value}) * (${value}))::bigint as sum_xx
      from people as e
      where ${value} is not null
      group by ${grouping}`
  );
  const ofCodes = Object.entries(codes).map(
    ([name, value]) => `
      select '${name}' as characteristic, ${value} as level, ${groups}, count(*) as n, 0::bigint as sum_x, 0::bigint as sum_xx
      from people as e
      group by ${value}, ${grouping}`
  );
  const select = `
    with people as materialized (${people})
    select '${followup_retention.id}' as measure, 'all' as dimension, ''::text as group_key, source, program_key,
      'quarter' as period_type, period_on, characteristic, level, is_reached, n, sum_x, sum_xx
    from (${[...ofScores, ...ofCodes].join(" union all ")}) as compared`;
  return {mart: "reached", select};
}

const grouping = "e.source, e.program_key, date_trunc('quarter', e.discharged_on), e.is_followed_up";
const groups =
  "e.source, e.program_key, date_trunc('quarter', e.discharged_on)::date as period_on, e.is_followed_up as is_reached";
