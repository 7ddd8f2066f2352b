import {addDays} from "../second_reading/days.ts";
import type {Facts} from "../second_reading/facts.ts";
import {instruments, thresholds} from "../second_reading/instruments.ts";
import {periodOf, quarterEnd} from "../second_reading/periods.ts";
import type {SessionRow} from "../second_reading/rows.ts";
import type {EpisodeFacts} from "../second_reading/units.ts";
import {plainOutcomes} from "./plain_outcomes.ts";

/** Counts by cell, in words: "completion | … : 3 2". */
export type Counted = Map<string, number[]>;

/** mart.pattern added up by hand for all, programs and sites, over all time and by year; open quarters left out. */
export function plainPatterns({episodes, as_of}: Facts): Counted {
  const counted: Counted = new Map();
  for (const outcome of plainOutcomes) {
    for (const facts of episodes) {
      const on = facts.episode.discharged_on;
      if (on === null || !outcome.asked(facts)) continue;
      if (outcome.atFollowup && !(isOfCohort(facts) && isClosed(on, as_of))) continue;
      const y = outcome.found(facts);
      const first = y === null ? outcome.first(facts) : null;
      const measured = y === null ? [0, 0, 0] : [1, y, y * y];
      const counts = [1, ...measured, first === null ? 0 : 1, first ?? 0];
      const alike = [attendanceBand(facts), completionOf(facts), outcome.severity(facts)];
      for (const place of placesOf(facts, on)) add(counted, [outcome.id, place, ...alike], counts);
    }
  }
  return counted;
}

/** mart.reached by hand: the follow-up cohort by program and quarter, with the levels and scores of its people. */
export function plainReached({episodes}: Facts): Counted {
  const counted: Counted = new Map();
  for (const facts of episodes) {
    const on = facts.episode.discharged_on;
    if (on === null || !isOfCohort(facts)) continue;
    const reached = instruments.some((instrument) => facts[instrument].followup !== null);
    const {baseline, post_last} = facts.phq9;
    const scores = {
      phq9_baseline: baseline?.value ?? null,
      phq9_last: post_last?.value ?? null,
      phq9_change: baseline === null || post_last === null ? null : baseline.value - post_last.value
    };
    const {age_band, sex, payer, co_occurring_sud} = facts.groups;
    const levels = {age_band, sex, payer, completion: completionOf(facts), co_occurring_sud};
    const {source, program_key} = facts.episode;
    const cell = [source, program_key, periodOf(on, "quarter"), reached];
    for (const [name, level] of Object.entries(levels)) add(counted, [...cell, name, level], [1, 0, 0]);
    for (const [name, score] of Object.entries(scores))
      if (score !== null) add(counted, [...cell, name, ""], [1, score, score * score]);
  }
  return counted;
}

/** The histograms from which four definitions of success are counted, by hand. */
export function plainSuccess({episodes}: Facts): Counted {
  const counted: Counted = new Map();
  for (const facts of episodes) {
    const {source, program_key, discharged_on: on} = facts.episode;
    if (on === null || !facts.treated || facts.closed_by_death || facts.under_12) continue;
    for (const instrument of instruments) {
      const {baseline, post_last} = facts[instrument];
      const {elevated_from, reliable, remission_below} = thresholds[instrument];
      if (baseline === null || post_last === null || baseline.value < elevated_from) continue;
      const fall = baseline.value - post_last.value;
      const digits = [post_last.value * 2 <= baseline.value, fall >= reliable, post_last.value < remission_below];
      const event = digits.map(Number).join("");
      add(counted, [`${instrument}_success`, source, program_key, periodOf(on, "month"), event, fall], [1]);
    }
  }
  return counted;
}

function add(counted: Counted, cell: readonly (string | number | boolean)[], counts: readonly number[]): void {
  const key = cell.join(" | ");
  counted.set(
    key,
    counts.map((count, index) => count + (counted.get(key)?.[index] ?? 0))
  );
}

function isOfCohort({last_discharge_of_quarter, alive_at_day_150}: EpisodeFacts): boolean {
  return last_discharge_of_quarter && alive_at_day_150;
}

function isClosed(discharged_on: string, as_of: string): boolean {
  return addDays(quarterEnd(discharged_on), 210) <= as_of;
}

function placesOf({groups}: EpisodeFacts, on: string): string[] {
  const places = [`all `, `program ${groups.program}`, `site ${groups.site}`];
  return places.flatMap((place) => [`${place} `, `${place} ${periodOf(on, "year")}`]);
}

function completionOf({episode}: EpisodeFacts): string {
  return episode.discharge_reason === "completed" ? "completed" : "not completed";
}

/** Sessions attended of those expected, from admission to discharge. */
function attendanceBand({episode, sessions}: EpisodeFacts): string {
  const {admitted_on, discharged_on} = episode;
  const expected = sessions.filter(
    ({held_on, attendance}) =>
      held_on >= admitted_on &&
      (discharged_on === null || held_on <= discharged_on) &&
      !["program_cancel", "excused"].includes(attendance)
  );
  if (expected.length === 0) return "none expected";
  const percent = (100 * expected.filter(isAttended).length) / expected.length;
  if (percent < 50) return "under 50 %";
  if (percent < 70) return "50-69 %";
  return percent < 85 ? "70-84 %" : "85 % or more";
}

function isAttended({attendance, attended_minutes, scheduled_minutes}: SessionRow): boolean {
  return attendance === "attended" && (attended_minutes ?? scheduled_minutes) >= scheduled_minutes / 2;
}
