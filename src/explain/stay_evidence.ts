import {addDays, daysBetween} from "./dates.ts";
import {counted, type Evidence, listed, onDay, says, spoken, type Witness} from "./evidence.ts";
import type {Facts, Session} from "./facts.ts";

/** Conditions on how an episode went: admission, treatment, discharge. */
export const stayEvidence: Readonly<Record<string, Witness>> = {
  is_discharged: ({episode, as_of}) =>
    episode.discharged_on === null
      ? says(false, `still open on ${as_of}`, [episode])
      : says(true, `discharged on ${dayOf(episode, episode.discharged_on)}`, [episode]),
  is_treated: treated,
  is_finished: (facts) => {
    const all = facts.sessions.filter(({is_treated}) => is_treated);
    if (facts.episode.discharged_on === null) return says(false, "still open", [facts.episode]);
    return says(all.length >= 2, `discharged, with ${counted(all.length, "treated session")}; two are needed`, [
      facts.episode,
      ...all.slice(0, 2)
    ]);
  },
  is_of_age: ({episode: {age}, client}) =>
    age === null
      ? says(true, "age unknown, which leaves nobody out", [client])
      : says(age >= 12, `aged ${age} at admission (year of admission less year of birth)`, [client]),
  is_death: closedByDeath,
  is_completed: reasonAmong("completed"),
  is_completed_or_transferred: reasonAmong("completed", "transferred"),
  is_neutral_exit: neutralExit,
  is_early_dropout: (facts) => {
    const early = earlyLeaver(facts);
    const {discharge_reason: reason} = facts.episode;
    const isDropout = reason === "dropped_out" || reason === "terminated";
    return says(early.holds && isDropout, `${reasonInWords(facts)}; ${early.because}`, early.rows);
  },
  is_early_neutral_exit: (facts) => {
    const early = earlyLeaver(facts);
    const neutral = neutralExit(facts);
    return says(early.holds && neutral.holds, `${neutral.because}; ${early.because}`, [
      ...neutral.rows,
      ...early.rows.slice(1)
    ]);
  },
  has_stayed_a_week: (facts) => {
    if (facts.episode.discharged_on === null) return says(false, "still open", [facts.episode]);
    return says((stayOf(facts)?.days ?? 0) >= 7, stayInWords(facts), stayRows(facts));
  },
  has_weeks_of_dose: (facts) => {
    const {episode} = facts;
    if (episode.prescribed_hours_week === null) return says(false, "no hours a week were prescribed", [episode]);
    if (episode.discharged_on === null) return says(false, "still open", [episode]);
    const weeks = Math.floor((stayOf(facts)?.days ?? 0) / 7);
    return says(
      weeks > 0,
      `${episode.prescribed_hours_week} hours a week prescribed, ${counted(weeks, "whole week")} of stay`,
      [episode]
    );
  }
};

/** The stay up to the last treated session or the discharge, whichever came first; null if never treated. */
export function stayOf({episode, sessions}: Facts): {readonly days: number; readonly last: Session} | null {
  const last = sessions.findLast(({is_treated}) => is_treated);
  if (last?.on == null) return null;
  const {admitted_on, discharged_on} = episode;
  const end = discharged_on !== null && discharged_on < last.on ? discharged_on : last.on;
  return {days: Math.max(1, daysBetween(admitted_on, end) + 1), last};
}

/** "50 days, from admission on 2026-01-05 to the last treated session on day 49 (2026-02-23), both counted" */
export function stayInWords(facts: Facts): string {
  const stay = stayOf(facts);
  if (stay === null) return "no treated session";
  const {admitted_on, discharged_on} = facts.episode;
  const isCut = discharged_on !== null && stay.last.on !== null && discharged_on < stay.last.on;
  const end = isCut
    ? `discharge on ${dayOf(facts.episode, discharged_on)}`
    : `the last treated session on ${onDay(stay.last)}`;
  return `${counted(stay.days, "day")}, from admission on ${admitted_on} to ${end}, both counted`;
}

export function stayRows(facts: Facts) {
  return [facts.episode, stayOf(facts)?.last];
}

/** "day 56 (2026-03-02)" */
export function dayOf({admitted_on}: Pick<Facts["episode"], "admitted_on">, on: string): string {
  return onDay({day: daysBetween(admitted_on, on), on});
}

/** "discharge reason dropped out", or that the episode is open. */
export function reasonInWords({episode: {discharge_reason}}: Facts): string {
  return discharge_reason === "open" ? "still open" : `discharge reason ${spoken(discharge_reason)}`;
}

/** Flags named is_28_days_since_admission and the like; null for other names. */
export function daysPassed(
  flag: string,
  dates: {readonly admission?: string | null; readonly discharge?: string | null; readonly referral?: string | null},
  as_of: string
): {evidence: Omit<Evidence, "rows">; from: string | null} | null {
  const [, days, event = ""] = /^is_(\d+)_days_since_(admission|discharge|referral)$/.exec(flag) ?? [];
  if (days === undefined) return null;
  const on = dates[event as keyof typeof dates] ?? null;
  if (on === null) return {evidence: {holds: false, because: "still open"}, from: null};
  const from = addDays(on, Number(days));
  const because = `${event} on ${on}; ${days} days later is ${from}, and the data speak for ${as_of}`;
  return {evidence: {holds: from <= as_of, because}, from};
}

function treated({sessions}: Facts): Evidence {
  const [first, ...more] = sessions.filter(({is_treated}) => is_treated);
  if (first !== undefined) {
    const n = more.length + 1;
    return says(
      true,
      `${n} of ${counted(sessions.length, "session")} attended or partly attended, the first on ${onDay(first)}`,
      [first]
    );
  }
  if (sessions.length === 0) return says(false, "no session takes part");
  const byAttendance = Map.groupBy(sessions, ({attendance}) => attendance);
  const kinds = [...byAttendance].map(([attendance, of]) => `${of.length} ${spoken(attendance)}`);
  return says(false, `none of ${counted(sessions.length, "session")} was attended: ${listed(kinds)}`, sessions);
}

export function closedByDeath(facts: Facts): Evidence {
  const {admitted_on, discharged_on, discharge_reason, died_on} = facts.episode;
  if (discharge_reason === "death") return says(true, "discharge reason death", [facts.episode]);
  if (died_on === null) return says(false, `${reasonInWords(facts)}, no date of death`, [facts.episode]);
  const isDuring = discharged_on !== null && died_on >= admitted_on && died_on <= discharged_on;
  const when = isDuring ? "between admission and discharge" : "not between admission and discharge";
  return says(isDuring, `died on ${died_on}, ${when}`, [facts.episode, facts.client]);
}

function reasonAmong(...reasons: readonly string[]): Witness {
  return (facts) => says(reasons.includes(facts.episode.discharge_reason), reasonInWords(facts), [facts.episode]);
}

/** Jail, death, a step up, or what the source marks as neutral and did not complete. */
function neutralExit(facts: Facts): Evidence {
  const {discharge_reason: reason, transfer_to, has_neutral_exit, discharged_on} = facts.episode;
  const death = closedByDeath(facts);
  if (death.holds) return death;
  const isStepUp = reason === "transferred" && transfer_to === "step_up";
  const isMarked = discharged_on !== null && has_neutral_exit;
  const holds = reason === "incarcerated" || isStepUp || (isMarked && reason !== "completed");
  const to = reason === "transferred" ? ` to ${spoken(transfer_to ?? "a place not given")}` : "";
  return says(holds, `${reasonInWords(facts)}${to}, ${has_neutral_exit ? "" : "not "}marked as neutral`, [
    facts.episode
  ]);
}

/** Discharged with fewer than 3 treated sessions, or before day 14. */
function earlyLeaver(facts: Facts): Evidence {
  const sessions = facts.sessions.filter(({is_treated}) => is_treated).length;
  const days = stayOf(facts)?.days ?? 0;
  const holds = facts.episode.discharged_on !== null && (sessions < 3 || days < 14);
  const because = `${counted(sessions, "treated session")} and a stay of ${counted(days, "day")} (early: fewer than 3, or less than 14)`;
  return says(holds, because, stayRows(facts));
}
