import {takingPart} from "../second_reading/context.ts";
import {addDays, daysBetween} from "../second_reading/days.ts";
import {minutesOf} from "../second_reading/dose.ts";
import {factsOf} from "../second_reading/facts.ts";
import {measures} from "../second_reading/results.ts";
import type {Attendance, ClientRow, Instrument, Reading, SessionRow, Statement} from "../second_reading/rows.ts";
import type {InstrumentFacts, Score} from "../second_reading/scores.ts";
import type {EpisodeFacts} from "../second_reading/units.ts";

export type PlainRow = Record<string, string | number | null>;

const instruments: Instrument[] = ["phq9", "gad7", "pcl5"];

/** By source and episode: what a cohort's columns must hold, read once more from what was stated, in plain steps. */
export function plainRows(statement: Statement, reading: Reading): Map<string, PlainRow> {
  const facts = factsOf(statement, reading);
  const rows = new Map<string, PlainRow>();
  const current = takingPart(statement);
  for (const one of facts.episodes) rows.set(keyOf(one), plainRow(one, current));
  for (const measure of measures) {
    for (const unit of measure.units(facts)) {
      const row = isEpisode(unit.of) ? rows.get(keyOf(unit.of)) : undefined;
      if (row === undefined || !unit.matured || !unit.counts) continue;
      if (measure.kind === "proportion") row[measure.id] = unit.met ? "yes" : "no";
      // an effect size is of no single episode
      if (measure.kind === "pairs" && unit.pair !== null && !measure.id.includes("effect_size"))
        row[measure.id] = unit.pair[0] - unit.pair[1];
    }
  }
  return rows;
}

function isEpisode(of: object): of is EpisodeFacts {
  return "episode" in of && "sessions" in of;
}

function keyOf({episode}: EpisodeFacts): string {
  return `${episode.source} ${episode.episode_key}`;
}

function plainRow(facts: EpisodeFacts, statement: Statement): PlainRow {
  const {episode, groups} = facts;
  const {admitted_on, discharged_on} = episode;
  const since = (on: string | null) => (on === null ? null : daysBetween(admitted_on, on));
  const own = statement.clients.find((c) => c.source === episode.source && c.client_key === episode.client_key);
  const {all: _all, "program+payer": _crossed, ...characteristics} = groups;
  return {
    ...characteristics,
    admission_year: Number(admitted_on.slice(0, 4)),
    age_5_years: ageBand(facts.age),
    zip3: own?.zip3 ?? "unknown",
    veteran: own?.veteran ?? "unknown",
    transfer_to: episode.transfer_to ?? "none",
    has_prior_episode: hasPrior(facts, statement, own) ? "yes" : "no",
    discharge_day: since(discharged_on),
    first_service_day: since(facts.first_treated_on),
    last_session_day: since(
      facts.sessions
        .map((s) => s.held_on)
        .sort()
        .at(-1) ?? null
    ),
    los_days: facts.los_days,
    prescribed_hours_week: episode.prescribed_hours_week,
    treated_sessions: facts.treated_sessions,
    attended_hours: minutesOf(facts.sessions) / 60,
    ...sessionCounts(facts),
    ...Object.assign({}, ...instruments.map((instrument) => scoresOf(instrument, facts[instrument], admitted_on))),
    ...Object.assign({}, ...instruments.map((instrument) => weeksOf(instrument, facts[instrument], facts)))
  };
}

function ageBand(age: number | null): string {
  if (age === null) return "unknown";
  if (age > 89) return "90+";
  const low = age < 0 ? 0 : age - (age % 5);
  return `${low}-${low + 4}`;
}

function hasPrior({episode}: EpisodeFacts, statement: Statement, own: ClientRow | undefined): boolean {
  return statement.episodes.some(
    (other) =>
      other.source === episode.source &&
      other.client_key === own?.client_key &&
      other.episode_key !== episode.episode_key &&
      (other.admitted_on < episode.admitted_on ||
        (other.admitted_on === episode.admitted_on && isSmaller(other.episode_key, episode.episode_key)))
  );
}

function isSmaller(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
}

function sessionCounts({sessions, episode}: EpisodeFacts): PlainRow {
  const inRange = sessions.filter((s) => episode.discharged_on === null || s.held_on <= episode.discharged_on);
  const of = (...codes: Attendance[]) => inRange.filter((s) => codes.includes(s.attendance)).length;
  return {
    sessions: inRange.length,
    expected_sessions: inRange.length - of("program_cancel", "excused"),
    attended_sessions: inRange.filter(isAttended).length,
    missed_sessions: of("no_show", "late_cancel"),
    client_cancelled_sessions: of("client_cancel", "late_cancel"),
    program_cancelled_sessions: of("program_cancel")
  };
}

function isAttended({attendance, attended_minutes, scheduled_minutes}: SessionRow): boolean {
  return attendance === "attended" && (attended_minutes ?? scheduled_minutes) * 2 >= scheduled_minutes;
}

function scoresOf(instrument: Instrument, facts: InstrumentFacts, admitted_on: string): PlainRow {
  const score = (name: string, found: Score | null): PlainRow => ({
    [`${instrument}_${name}`]: found?.value ?? null,
    [`${instrument}_${name}_day`]: found === null ? null : daysBetween(admitted_on, found.on)
  });
  return {
    ...score("baseline", facts.baseline),
    ...score("end", facts.post_last),
    ...score("followup", facts.followup),
    ...(instrument === "phq9"
      ? {
          phq9_baseline_item_9: facts.baseline?.item_9 ?? null,
          phq9_end_item_9: facts.post_last?.item_9 ?? null
        }
      : {})
  };
}

/** Of the scores of a week the last; the facts have the dates, not the scores, so only whether there is one is told. */
function weeksOf(instrument: Instrument, facts: InstrumentFacts, {episode}: EpisodeFacts): PlainRow {
  const until = episode.discharged_on ?? "9999-12-31";
  const entries = Array.from({length: 13}, (_, week) => {
    const from = addDays(episode.admitted_on, 7 * week);
    const to = addDays(episode.admitted_on, 7 * week + 6);
    const has = facts.scored_on.some((on) => on >= from && on <= to && on <= until);
    return [`${instrument}_week_${week}`, has ? "a score" : null] as const;
  });
  return Object.fromEntries(entries);
}
