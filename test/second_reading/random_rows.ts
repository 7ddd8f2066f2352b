import {addDays} from "./days.ts";
import {earlier, plannedDay} from "./random_days.ts";
import type {EpisodePlan} from "./random_plans.ts";
import {plannedAssessment} from "./random_scores.ts";
import {plannedSession} from "./random_sessions.ts";
import type {EpisodeRow, FollowupRow, Reading, Statement} from "./rows.ts";

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
    discharge_reason: open ? null : plan.next?.transferred ? "transferred" : plan.discharge_reason,
    transfer_to: plan.transfer_to,
    neutral_exit: plan.neutral_exit,
    payer: plan.payer,
    referral_source: null,
    diagnosis_group: plan.diagnosis_group,
    co_occurring_sud: plan.co_occurring_sud,
    part2: null,
    prescribed_hours_week: plan.prescribed_hours_week
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
      source: episode.source,
      episode_key: episode.episode_key,
      followup_key: `f${number}-${i}`,
      contacted_on: plannedDay({base: "discharged", days: f.days}, episode, as_of),
      outcome: f.outcome,
      attempts: null
    })) satisfies FollowupRow[]
  };
}
