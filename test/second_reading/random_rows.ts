import {addDays} from "./days.ts";
import type {AssessmentPlan, DayPlan, EpisodePlan, SessionPlan} from "./random_plans.ts";
import type {AssessmentRow, EpisodeRow, FollowupRow, Reading, SessionRow, Statement} from "./rows.ts";

/** Names of an episode's parents in its source. */
export interface Parents {
  source: string;
  client_key: string;
  program_key: string;
}

/** The episode of a plan; no date is after as-of. */
export function plannedEpisode(plan: EpisodePlan, parents: Parents, number: number, as_of: string): EpisodeRow {
  const anchor = "date" in plan.anchor ? plan.anchor.date : addDays(as_of, -plan.anchor.days_before_as_of);
  const admitted_on = earlier(plan.anchored === "admitted" ? anchor : addDays(anchor, -plan.los), as_of);
  const end = plan.anchored === "admitted" ? addDays(anchor, plan.los) : anchor;
  const open = plan.open || end > as_of;
  return {
    ...parents,
    episode_key: `${plan.prefix}e${number}`,
    admitted_on,
    discharged_on: open ? null : end,
    discharge_reason: open ? null : plan.discharge_reason,
    transfer_to: plan.transfer_to,
    neutral_exit: plan.neutral_exit,
    payer: plan.payer,
    referral_source: null,
    diagnosis_group: plan.diagnosis_group,
    co_occurring_sud: plan.co_occurring_sud,
    part2: null,
    prescribed_hours_week: null
  };
}

/** Sessions, assessments and followups of an episode; their keys are made with `number`. */
export function plannedChildren(
  plan: EpisodePlan,
  episode: EpisodeRow,
  number: number,
  reading: Reading
): Pick<Statement, "sessions" | "assessments" | "followups"> {
  const {as_of, settings} = reading;
  const open = episode.discharged_on === null;
  const quiet = open && plan.quiet !== null ? addDays(as_of, -settings.stale_after_days - plan.quiet) : as_of;
  const last = quiet < episode.admitted_on ? as_of : quiet;
  return {
    sessions: plan.sessions.map((s, i) => plannedSession(s, episode, `${number}-${i}`, last)),
    assessments: plan.assessments.map((a, i) => plannedAssessment(a, episode, `${number}-${i}`, as_of)),
    followups: plan.followups.map((f, i) => ({
      ...child(episode),
      followup_key: `f${number}-${i}`,
      contacted_on: plannedDay({base: "discharged", days: f.days}, episode, as_of),
      outcome: f.outcome,
      attempts: null
    })) satisfies FollowupRow[]
  };
}

/** The date of a plan, but no later than `last`; an open episode's dates all hang on its admission. */
export function plannedDay(plan: DayPlan, episode: EpisodeRow, last: string): string {
  const base =
    plan.base === "discharged" && episode.discharged_on !== null ? episode.discharged_on : episode.admitted_on;
  return earlier(addDays(base, plan.days), last);
}

function plannedSession(plan: SessionPlan, episode: EpisodeRow, number: string, last: string): SessionRow {
  return {
    ...child(episode),
    session_key: `${plan.prefix}s${number}`,
    held_on: plannedDay(plan, episode, last),
    kind: "group",
    modality: plan.modality,
    group_key: null,
    scheduled_minutes: plan.scheduled_minutes,
    attended_minutes: attendedMinutes(plan),
    attendance: plan.attendance
  };
}

function attendedMinutes(plan: SessionPlan): number | null {
  if (plan.attended === "none") return null;
  if (plan.attended === "zero") return 0;
  if (plan.attended === "half_down") return Math.floor(plan.scheduled_minutes / 2);
  if (plan.attended === "half_up") return Math.ceil(plan.scheduled_minutes / 2);
  return plan.attended === "all" ? plan.scheduled_minutes : plan.scheduled_minutes + 5;
}

function plannedAssessment(plan: AssessmentPlan, episode: EpisodeRow, number: string, as_of: string): AssessmentRow {
  const length = plan.instrument === "phq9" ? 9 : 7;
  const score = Math.min(plan.score, length * 3);
  const items = plan.given.startsWith("items") ? spread(score, length, plan) : [];
  const answered = items.filter((item) => item !== null).length;
  const [item_1 = null, item_2 = null, item_3 = null, item_4 = null, item_5 = null] = items;
  const [item_6 = null, item_7 = null, item_8 = null, item_9 = null] = items.slice(5);
  return {
    ...child(episode),
    assessment_key: `${plan.prefix}a${number}`,
    instrument: plan.instrument,
    assessed_on: plannedDay(plan, episode, as_of),
    ...{item_1, item_2, item_3, item_4, item_5, item_6, item_7, item_8, item_9},
    total: plan.given === "items_and_total" || plan.given === "total" ? score : null,
    missing_reason:
      plan.given === "nothing" || (plan.given !== "total" && answered === 0) ? "refused" : plan.missing_reason,
    mode: null,
    language: null,
    assessment_sequence: plan.assessment_sequence
  };
}

/** Items that add up to the score, as threes and a rest, some then left unanswered: the score stays one they allow. */
function spread(score: number, length: number, plan: AssessmentPlan): (number | null)[] {
  const items: (number | null)[] = new Array(length).fill(0);
  for (let i = 0; i < length; i++) items[(i + plan.rotation) % length] = Math.min(3, Math.max(0, score - 3 * i));
  for (let i = 0; i < plan.unanswered; i++) items[length - 1 - i] = null;
  return items;
}

function child(episode: EpisodeRow): {source: string; episode_key: string} {
  return {source: episode.source, episode_key: episode.episode_key};
}

function earlier(a: string, b: string): string {
  return [a, b].sort()[0] ?? a;
}
