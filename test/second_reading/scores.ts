import {addDays, daysBetween} from "./days.ts";
import {thresholds} from "./instruments.ts";
import {answersOf} from "./items.ts";
import {compareKeys} from "./order.ts";
import type {AssessmentRow, EpisodeRow, Instrument} from "./rows.ts";

export interface Score {
  on: string;
  value: number;
  /** Answer to item 9; of the PHQ-9 it is the one on ideation. */
  item_9: number | null;
}

/** What the assessments of one episode say on one instrument. */
export interface InstrumentFacts {
  /** Dates with a score, in order. */
  scored_on: string[];
  baseline: Score | null;
  post_last: Score | null;
  measured_at_end: boolean;
  /** First and last complete score of TT-; last is null where it is not of a later date than first. */
  first_complete: Score | null;
  last_complete: Score | null;
  followup: Score | null;
  followup_wide: Score | null;
}

/** The assessments given are those of the episode that take part. */
export function instrumentFacts(
  episode: EpisodeRow,
  assessments: AssessmentRow[],
  instrument: Instrument,
  prorate: boolean
): InstrumentFacts {
  const own = assessments.filter((a) => a.instrument === instrument);
  const scores = scorePerDay(own, prorate);
  const complete = scorePerDay(own, false); // 17.1: never prorated in TT-
  const baseline = baselineOf(scores, episode.admitted_on);
  const course =
    episode.discharged_on === null ? [] : courseScores(complete, episode.admitted_on, episode.discharged_on);
  const first = course[0] ?? null;
  const last = course[course.length - 1] ?? null;
  return {
    scored_on: scores.map((score) => score.on),
    baseline,
    post_last: postLast(scores, baseline, episode.discharged_on),
    measured_at_end: isMeasuredAtEnd(scores, baseline, episode.discharged_on),
    first_complete: first,
    last_complete: first !== null && last !== null && last.on > first.on ? last : null, // 16.7: two different dates
    followup: followupScore(scores, episode.discharged_on, 150, 210),
    followup_wide: followupScore(scores, episode.discharged_on, 120, 240)
  };
}

/** Score of one assessment, or null: the sum of all items, a total without items, or a prorated total (PHQ-01, GAD-01). */
export function scoreOf(assessment: AssessmentRow, prorate: boolean): number | null {
  const {items: length, answers_needed} = thresholds[assessment.instrument];
  const items = answersOf(assessment, length);
  const answered = items.filter((item) => item !== null);
  if (answered.length === 0) return assessment.total;
  let sum = 0;
  for (const item of answered) sum += item;
  if (answered.length === length) return sum;
  if (!prorate || answered.length < answers_needed) return null;
  return Math.floor((sum * length) / answered.length + 0.5); // rounds a half up
}

/** One score a date, in order of dates: the highest sequence speaks for its date, then the greatest key (17.17). */
function scorePerDay(assessments: AssessmentRow[], prorate: boolean): Score[] {
  const speaking: AssessmentRow[] = [];
  for (const a of assessments) {
    if (scoreOf(a, prorate) === null) continue;
    const other = speaking.findIndex((b) => b.assessed_on === a.assessed_on);
    const rival = speaking[other];
    if (rival === undefined) speaking.push(a);
    else if (speaksBefore(a, rival)) speaking[other] = a;
  }
  return speaking
    .map((a) => ({on: a.assessed_on, value: scoreOf(a, prorate) ?? 0, item_9: a.item_9}))
    .sort((a, b) => daysBetween(b.on, a.on));
}

function speaksBefore(a: AssessmentRow, b: AssessmentRow): boolean {
  const sequenceOfA = a.assessment_sequence ?? 0; // 17.17: empty = 0
  const sequenceOfB = b.assessment_sequence ?? 0;
  if (sequenceOfA !== sequenceOfB) return sequenceOfA > sequenceOfB;
  return compareKeys(a.assessment_key, b.assessment_key) > 0;
}

/** G-06: from 14 days before to 7 days after admission, the closest one; tie: the earlier date. */
function baselineOf(scores: Score[], admitted_on: string): Score | null {
  return closest(scores, admitted_on, addDays(admitted_on, -14), addDays(admitted_on, 7));
}

/** G-07: the last score after the baseline's date, not later than 14 days after discharge. */
function postLast(scores: Score[], baseline: Score | null, discharged_on: string | null): Score | null {
  if (baseline === null || discharged_on === null) return null;
  let last: Score | null = null;
  for (const score of scores) {
    if (score.on > baseline.on && score.on <= addDays(discharged_on, 14)) last = score;
  }
  return last;
}

/** 17.7: a score within 14 days of discharge and, where there is a baseline, after it. */
function isMeasuredAtEnd(scores: Score[], baseline: Score | null, discharged_on: string | null): boolean {
  if (discharged_on === null) return false;
  for (const score of scores) {
    const near = score.on >= addDays(discharged_on, -14) && score.on <= addDays(discharged_on, 14);
    if (near && (baseline === null || score.on > baseline.on)) return true;
  }
  return false;
}

/** 16.7: from 14 days before admission to 14 days after discharge. */
function courseScores(complete: Score[], admitted_on: string, discharged_on: string): Score[] {
  return complete.filter((s) => s.on >= addDays(admitted_on, -14) && s.on <= addDays(discharged_on, 14));
}

/** 6.1, 16.9: the score closest to day 180 inside the window; tie: the earlier date. */
function followupScore(scores: Score[], discharged_on: string | null, from: number, to: number): Score | null {
  if (discharged_on === null) return null;
  return closest(scores, addDays(discharged_on, 180), addDays(discharged_on, from), addDays(discharged_on, to));
}

/** Scores come in order of dates, so that the earlier of two equally close ones is met first and stays. */
function closest(scores: Score[], target: string, from: string, to: string): Score | null {
  let best: Score | null = null;
  for (const score of scores) {
    if (score.on < from || score.on > to) continue;
    if (best === null || distance(score.on, target) < distance(best.on, target)) best = score;
  }
  return best;
}

function distance(a: string, b: string): number {
  return Math.abs(daysBetween(a, b));
}
