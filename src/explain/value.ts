import type {UnitMeasure} from "../measures/measure.ts";
import {counted, says, spoken} from "./evidence.ts";
import type {Facts} from "./facts.ts";
import {type Picks, pick, scoreOf} from "./picks.ts";
import {dayOf, reasonInWords, stayInWords, stayOf, stayRows} from "./stay_evidence.ts";
import type {Value} from "./verdict.ts";

/** What an episode counts with, once it is counted; null where it is only counted. */
export function valueFor(measure: UnitMeasure, facts: Facts): Value | null {
  switch (measure.kind) {
    case "proportion":
    case "share_within":
      return null;
    case "mean_change":
    case "effect_size":
      return changeOf(measure.instrument ?? "", measure.pair, facts);
    case "median":
      return measure.value === "los_days" ? lengthOfStay(facts) : plain(measure.value, facts);
    case "median_rate":
      return hoursPerWeek(facts);
    case "unit_ratio":
      return weeksAtDose(facts);
    case "time_to_event":
      return timeInProgram(facts);
    case "cumulative_incidence":
      return exitBy(Number(facts.settings[measure.by_day]), measure.of, facts);
  }
}

/** "17 - 9 = 8 points" */
function changeOf(instrument: string, [earlier, later]: readonly [string, string], facts: Facts): Value | null {
  const picks = pick(facts, instrument);
  const [high, low] = [pickedAs(earlier, picks), pickedAs(later, picks)];
  const [first, last] = [high, low].map((one) => (one === null ? null : scoreOf(one, facts.settings.prorate)));
  if (first == null || last == null) return null;
  const {rows} = says(true, "", [high, low]);
  return {number: first - last, because: `a change of ${first} - ${last} = ${counted(first - last, "point")}`, rows};
}

function pickedAs(column: string, {baseline, later, followup}: Picks) {
  return column === "baseline" ? baseline : column === "post_last" ? later : followup;
}

function lengthOfStay(facts: Facts): Value | null {
  const stay = stayOf(facts);
  return stay === null
    ? null
    : {number: stay.days, because: stayInWords(facts), rows: says(true, "", stayRows(facts)).rows};
}

function hoursPerWeek(facts: Facts): Value | null {
  const stay = stayOf(facts);
  if (stay === null) return null;
  const treated = facts.sessions.filter(({is_treated}) => is_treated);
  const hours = treated.reduce((sum, {half_minutes}) => sum + half_minutes, 0) / 120;
  const number = (7 * hours) / stay.days;
  const because = `${round(hours)} hours in ${counted(treated.length, "session")} over ${counted(stay.days, "day")}: ${round(hours)} / ${stay.days} × 7 = ${round(number)} hours a week`;
  return {number, because, rows: treated};
}

/** Whole weeks of the stay, and of these, those with 80 % or more of the prescribed hours. */
function weeksAtDose(facts: Facts): Value | null {
  const {
    sessions,
    episode: {prescribed_hours_week: prescribed}
  } = facts;
  const weeks = Math.floor((stayOf(facts)?.days ?? 0) / 7);
  if (prescribed === null || weeks === 0) return null;
  const minutes = Array.from({length: weeks}, () => 0);
  for (const {day, is_treated, half_minutes} of sessions) {
    const week = Math.floor(day / 7);
    if (is_treated && week < weeks) minutes[week] = (minutes[week] ?? 0) + half_minutes / 2;
  }
  const enough = minutes.filter((one) => one >= 48 * prescribed).length;
  const hours = minutes.map((one) => round(one / 60)).join(", ");
  const because = `${enough} of ${counted(weeks, "whole week")} at 80 % or more of ${prescribed} hours; hours week by week: ${hours}`;
  return {number: enough / weeks, because, rows: sessions.filter(({is_treated}) => is_treated)};
}

/** Days to the exit, or to the as-of date while open. */
function timeInProgram(facts: Facts): Value | null {
  const stay = stayOf(facts);
  if (stay === null) return null;
  const {episode, outcome, as_of, settings} = facts;
  const days = Number(outcome.days_in_program);
  const kind = String(outcome.exit_kind);
  const {rows} = says(true, "", stayRows(facts));
  if (kind === "open")
    return {number: days, because: `${counted(days, "day")} from admission to ${as_of}, still open: censored`, rows};
  const lastOn = facts.sessions.at(-1)?.on ?? as_of;
  const exit =
    episode.discharged_on === null
      ? `open, but the last session of any attendance was on ${dayOf(episode, lastOn)}, more than ${settings.stale_after_days} days before ${as_of}: it counts as an unplanned exit`
      : `${kind === "death" ? "closed by death" : `${kind} exit`}: ${reasonInWords(facts)}${transferInWords(facts)}`;
  return {number: days, because: `${stayInWords(facts)}; ${exit}`, rows};
}

/** 1 for an exit of the kind up to the day, 0 for any other course that is known up to it; null where it is censored before. */
function exitBy(day: number, kind: "planned" | "unplanned", facts: Facts): Value | null {
  const time = timeInProgram(facts);
  if (time?.number == null) return time;
  const exit = String(facts.outcome.exit_kind);
  if (time.number > day) return {...time, number: 0, because: `${time.because}; no exit by day ${day}`};
  if (exit === kind) return {...time, number: 1, because: `${time.because}; by day ${day}, so an event`};
  const competes = exit === "planned" || exit === "unplanned";
  const because = competes ? `by day ${day}, so it competes` : `before day ${day}, so it is censored`;
  return {...time, number: competes ? 0 : null, because: `${time.because}; ${because}`};
}

function transferInWords({episode: {discharge_reason, transfer_to}}: Facts): string {
  return discharge_reason === "transferred" && transfer_to !== null ? ` (${spoken(transfer_to)})` : "";
}

function plain(column: string, {outcome}: Facts): Value {
  const number = typeof outcome[column] === "number" ? outcome[column] : null;
  return {number, because: `${spoken(column)} ${number ?? "not known"}`, rows: []};
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
