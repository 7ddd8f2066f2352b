import type {Warehouse} from "../database/warehouse.ts";
import {daysBetween} from "./dates.ts";
import type {Assessment, Columns, Contact, Facts, Reading, Referral, Row, Session, Stay} from "./facts.ts";

interface Place {
  readonly source: string;
  readonly episode_key: string;
}

/** Reads what the warehouse holds of an episode that takes part. */
export async function readFacts(warehouse: Warehouse, {source, episode_key}: Place, reading: Reading): Promise<Facts> {
  const {suffix, as_of} = reading;
  const read = <R>(text: string) =>
    warehouse.query<R>(inSchema(text, suffix), [source, episode_key, ...(text.includes("$3") ? [as_of] : [])]);
  const [episode] = await read<Facts["episode"] & {readonly prescribed: string | null}>(statements.episode);
  const [client] = await read<Row>(statements.client);
  const [outcome] = await read<{columns: Columns}>(statements.outcome);
  if (episode === undefined || client === undefined || outcome === undefined) {
    throw new Error("an episode that takes part has no row in warehouse.episode_outcome");
  }
  const {admitted_on, discharged_on} = episode;
  const placed = <R extends {on: string}>(row: R) => ({
    ...row,
    day: daysBetween(admitted_on, row.on),
    day_after: discharged_on === null ? null : daysBetween(discharged_on, row.on)
  });
  return {
    ...reading,
    source,
    episode: {...episode, prescribed_hours_week: episode.prescribed === null ? null : Number(episode.prescribed)},
    client,
    sessions: (await read<Session & {on: string}>(statements.sessions)).map(placed),
    assessments: (await read<Assessment>(statements.assessments)).map(placed),
    contacts: await read<Contact>(statements.contacts),
    stays: await read<Stay>(statements.stays),
    referrals: await read<Referral>(statements.referrals),
    outcome: outcome.columns,
    scores: new Map(
      (await read<{columns: Columns}>(statements.scores)).map(({columns}) => [String(columns.instrument), columns])
    ),
    periods: (await read<{columns: Columns}>(statements.periods)).map(({columns}) => columns)
  };
}

function inSchema(text: string, suffix: Reading["suffix"]): string {
  return text.replaceAll("warehouse.", `warehouse${suffix}.`);
}

/** The statement about a row that stands on the as-of date. */
function stated(table: string, key: string): string {
  return `left join record.${table} as r on r.source = t.source and r.${key} = t.${key}
    and r.stated_on <= $3::date and (r.superseded_on is null or r.superseded_on > $3::date)`;
}

const place = "r.stated_on as delivered_on, r.sequence, r.line";
const person = "(select person_key from warehouse.episode where source = $1 and episode_key = $2)";
const own = `t.person_key = ${person} and t.source = $1 and t.episode_key = $2`;

const statements = {
  episode: `
    select 'episodes' as file, t.episode_key as key, t.admitted_on as on, ${place}, t.client_key, t.program_key, t.admitted_on,
      t.discharged_on, t.discharge_reason, t.transfer_to, t.has_neutral_exit, t.died_on, t.age,
      t.prescribed_hours_week::text as prescribed
    from warehouse.episode as t ${stated("episode", "episode_key")}
    where ${own}`,
  client: `
    select 'clients' as file, t.client_key as key, null as on, ${place}
    from warehouse.episode as t ${stated("client", "client_key")}
    where ${own}`,
  sessions: `
    select 'sessions' as file, t.session_key as key, t.held_on as on, ${place}, t.attendance, r.scheduled_minutes,
      r.attended_minutes, t.is_treated, t.is_attended, t.is_in_range, t.half_minutes, t.group_key, m.attendees
    from warehouse.session as t
    join warehouse.episode as e using (person_key, source, episode_key)
    left join warehouse.meeting as m
      on m.source = e.source and m.program_key = e.program_key and m.group_key = t.group_key and m.held_on = t.held_on
    ${stated("session", "session_key")}
    where ${own}
    order by t.held_on, t.session_key`,
  assessments: `
    select 'assessments' as file, t.assessment_key as key, t.assessed_on as on, ${place}, t.instrument, t.complete_score,
      t.prorated_score, t.ideation, t.day_rank
    from warehouse.assessment as t ${stated("assessment", "assessment_key")}
    where ${own}
    order by t.assessed_on, t.day_rank desc, t.assessment_key`,
  contacts: `
    select 'followups' as file, t.followup_key as key, t.contacted_on as on, ${place}, t.outcome
    from warehouse.followup as t ${stated("followup", "followup_key")}
    where ${own}
    order by t.contacted_on, t.followup_key`,
  stays: `
    select 'episodes' as file, t.episode_key as key, t.admitted_on as on, ${place}, t.program_key, t.admitted_on,
      t.discharged_on, o.is_treated
    from warehouse.episode as t
    join warehouse.episode_outcome as o using (person_key, source, episode_key)
    join warehouse.episode as mine on mine.person_key = t.person_key and mine.client_key = t.client_key
    ${stated("episode", "episode_key")}
    where t.source = $1 and mine.source = $1 and mine.episode_key = $2
    order by t.discharged_on desc nulls last, t.admitted_on desc, t.episode_key desc`,
  referrals: `
    select 'referrals' as file, t.referral_key as key, t.received_on as on, ${place}, t.client_key, t.program_key, t.outcome,
      t.episode_key, t.place, d.first_treated_on, to_jsonb(o) as columns
    from warehouse.referral as t ${stated("referral", "referral_key")}
    join warehouse.referral_outcome as o on o.source = t.source and o.referral_key = t.referral_key
    left join warehouse.episode_dose as d
      on d.person_key = t.person_key and d.source = t.source and d.episode_key = t.episode_key
    where t.source = $1 and (t.episode_key = $2 or exists (
      select from warehouse.referral as named
      where named.source = $1 and named.episode_key = $2
        and named.client_key = t.client_key and named.program_key = t.program_key
    ))
    order by t.client_key, t.program_key, t.place, t.referral_key`,
  outcome: `
    select to_jsonb(t) - 'person_key' as columns from warehouse.episode_outcome as t where ${own}`,
  scores: `
    select to_jsonb(t) - 'person_key' as columns from warehouse.episode_score as t
    where ${own} order by t.instrument`,
  periods: `
    select to_jsonb(t) - 'person_key' as columns from warehouse.session_period as t
    where ${own} order by t.period_type, t.period_on`
};
