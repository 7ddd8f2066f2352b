import {addDays} from "../second_reading/days.ts";
import {exampleRows} from "../second_reading/example_rows.ts";
import type {AssessmentRow} from "../second_reading/rows.ts";
import {episodeOf, type Source, soundSource} from "./sound_source.ts";

/**
 * A source in which every rule of a check is kept by the smallest margin: one day, session, score or person more, and a check
 * would find it.
 */
export function sourceAtTheLimits(name: string): Source {
  const source = soundSource(name);
  source.delivered = ["2026-02-14"];
  source.mended_sessions = 20;
  for (const limit of limits) limit(source);
  return source;
}

const limits = [staysOpen, closesLate, comesBack, stepsDown, missesEndScores, answersAlike, skipsGad7, attendsAll];

/** The last session exactly 30 days before the as-of date. */
function staysOpen(source: Source): void {
  const admitted_on = "2026-02-16";
  enter(source, 50, admitted_on, null);
  for (const day of [0, 13]) attend(source, 50, addDays(admitted_on, day));
}

/** Discharged exactly 30 days after the last session. */
function closesLate({episodes}: Source): void {
  for (const one of episodes.slice(1, 2)) one.discharged_on = addDays(one.discharged_on ?? "", 30);
}

/** Admitted again on the day of discharge. */
function comesBack(source: Source): void {
  for (const one of source.episodes.slice(3, 4)) {
    const [admitted_on, discharged_on] = [one.discharged_on ?? "", addDays(one.discharged_on ?? "", 20)];
    source.episodes.push({...one, episode_key: "e3 again", admitted_on, discharged_on});
  }
}

/** 14 of 35 discharges of the year without an end score, ten of them in a row, and the one closed late is one of them. */
function missesEndScores(source: Source): void {
  const without = new Set(["e1", "e4", "e7", "e10", ...Array.from({length: 10}, (_, run) => `e${20 + run}`)]);
  source.episodes = source.episodes.filter(({episode_key}) => episode_key !== "e35");
  source.sessions = source.sessions.filter(({episode_key}) => episode_key !== "e35");
  source.assessments = source.assessments.filter(
    ({episode_key, assessment_key}) =>
      episode_key !== "e35" && !(without.has(episode_key) && assessment_key.endsWith("-56"))
  );
  source.referrals = source.referrals.filter(({episode_key}) => episode_key !== "e35");
}

/** Transferred, and said where to. */
function stepsDown({episodes}: Source): void {
  for (const one of episodes.slice(9, 10))
    Object.assign(one, {discharge_reason: "transferred", transfer_to: "step_down"});
}

/** The same answer to every item but another one at the end; the same but for the end; the same but for one item. */
function answersAlike({assessments}: Source): void {
  for (const one of assessments) {
    const isAtEnd = one.assessment_key.endsWith("-56");
    if (one.episode_key === "e2") answerAll(one, isAtEnd ? 0 : 1);
    if (one.episode_key === "e6" && !isAtEnd) answerAll(one, 1);
    if (one.episode_key === "e8") answerAll(one, 1);
    if (one.episode_key === "e8" && one.instrument === "phq9") one.item_8 = 2;
  }
}

function answerAll(assessment: AssessmentRow, answer: number): void {
  for (const [column, value] of Object.entries(assessment))
    if (column.startsWith("item_") && value !== null) Object.assign(assessment, {[column]: answer});
}

/** Nobody of the four who came this quarter was given a GAD-7: too few to say that the program stopped. */
function skipsGad7(source: Source): void {
  source.assessments = source.assessments.filter((one) => one.instrument === "phq9" || one.assessed_on < "2026-02-15");
}

/** 49 sessions in a month of another program, all attended for as long as they were scheduled, by two people at most. */
function attendsAll(source: Source): void {
  source.programs.push(...source.programs.map((program) => ({...program, program_key: "q"})));
  enter(source, 60, "2025-05-01", "2025-07-31", "q");
  for (const held_on of ["2025-05-01", "2025-06-30", "2025-07-31"]) attend(source, 60, held_on);
  for (let index = 0; index < 48; index++) {
    const held_on = addDays("2025-06-01", index % 24);
    attend(source, 60, held_on, `e60-${index}`);
  }
}

function enter(source: Source, number: number, admitted_on: string, discharged_on: string | null, program_key = "p") {
  const discharge_reason = discharged_on === null ? null : ("completed" as const);
  const episode = episodeOf(source.name, number, {admitted_on, discharged_on, discharge_reason, program_key});
  const [client] = source.clients;
  if (client !== undefined) source.clients.push({...client, client_key: episode.client_key});
  source.episodes.push(episode);
}

function attend(source: Source, number: number, held_on: string, session_key = `e${number}-${held_on}`): void {
  const seen = {session_key, attended_minutes: 180, attendance: "attended" as const};
  source.sessions.push(exampleRows.session(held_on, {source: source.name, episode_key: `e${number}`, ...seen}));
}
