import type {Assessment} from "./assessment.ts";
import {type Day, isoOf} from "./calendar.ts";
import type {Episode} from "./episodes.ts";
import type {Followup} from "./followups.ts";
import type {Row} from "./layout.ts";
import type {Client} from "./people.ts";
import type {Program} from "./programs.ts";
import type {Referral} from "./referrals.ts";
import type {Session} from "./sessions.ts";

export function programRow(program: Program, openedOn: Day): Row {
  return cells({
    program_key: program.program_key,
    site_key: program.site_key,
    name: program.name,
    population: program.population,
    age_group: "adult",
    level_of_care: program.level_of_care,
    planned_weeks: program.planned_weeks,
    planned_hours_week: program.hours_week,
    opened_on: isoOf(openedOn)
  });
}

export function clientRow(client: Client, diedOn: Day | null): Row {
  return cells({...client, died_on: diedOn === null ? null : isoOf(diedOn)});
}

/** A referral as known on a day: waiting until its outcome is known. */
export function referralRow(referral: Referral, day: Day): Row {
  const settled = day >= referral.settled_on;
  const date = isoOf(referral.received_on);
  return cells({
    referral_key: referral.referral_key,
    client_key: referral.client?.client_key ?? null,
    program_key: referral.program.program_key,
    received_at: referral.received_at === null ? date : `${date}T${referral.received_at}`,
    outcome: settled ? referral.outcome : "waiting",
    episode_key: settled ? (referral.episode?.episode_key ?? null) : null
  });
}

export function openEpisodeRow(episode: Episode): Row {
  return cells({
    episode_key: episode.episode_key,
    client_key: episode.client.client_key,
    program_key: episode.program.program_key,
    admitted_on: isoOf(episode.admitted_on),
    payer: episode.payer,
    referral_source: episode.referral_source,
    diagnosis_group: episode.diagnosis_group,
    co_occurring_sud: episode.co_occurring_sud,
    part2: episode.part2,
    prescribed_hours_week: episode.prescribed_hours_week
  });
}

export function closedEpisodeRow(episode: Episode): Row {
  return {
    ...openEpisodeRow(episode),
    ...cells({
      discharged_on: isoOf(episode.discharged_on),
      discharge_reason: episode.reason,
      transfer_to: episode.transfer_to,
      neutral_exit: episode.neutral_exit ? "yes" : null
    })
  };
}

export function sessionRow(episode: Episode, session: Session): Row {
  return cells({
    ...session,
    episode_key: episode.episode_key,
    held_on: isoOf(session.held_on)
  });
}

export function assessmentRow(episode: Episode, {items, ...assessment}: Assessment): Row {
  const answers = Object.fromEntries(items.map((answer, index) => [`item_${index + 1}`, answer]));
  return cells({
    ...assessment,
    ...answers,
    episode_key: episode.episode_key,
    assessed_on: isoOf(assessment.assessed_on)
  });
}

export function followupRow(episode: Episode, followup: Followup): Row {
  return cells({
    ...followup,
    episode_key: episode.episode_key,
    contacted_on: isoOf(followup.contacted_on)
  });
}

/** Text of each value; what is null stays out, as an empty cell. */
function cells(values: Readonly<Record<string, string | number | null>>): Row {
  const given = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(given.map(([column, value]) => [column, String(value)]));
}
