import {Random} from "../statistics/random.ts";
import {type Assessment, asAssessment} from "./assessment.ts";
import type {Measured} from "./assessments.ts";
import type {Day} from "./calendar.ts";
import {shiftOdds} from "./distributions.ts";
import type {Episode} from "./episodes.ts";
import {asGiven, gad7Answers, phq9Answers} from "./items.ts";
import {keyOf} from "./keys.ts";
import {isCompleter, parameters} from "./parameters.ts";
import {drawPcl5Followup} from "./pcl5.ts";

export interface Followup {
  readonly followup_key: string;
  readonly contacted_on: Day;
  readonly outcome: string;
  readonly attempts: number;
}

export interface FollowedUp {
  readonly followups: readonly Followup[];
  readonly assessments: readonly Assessment[];
}

/** The six-month contact of a treated, discharged, living person, and the scores if it was reached. */
export function drawFollowup(seed: number, episode: Episode, measured: Measured): FollowedUp {
  const random = new Random(seed, "followup", episode.number);
  if (episode.last_attended_on === null || episode.reason === "death") return {followups: [], assessments: []};
  const reached = random.chance(chanceOfAnswer(episode, measured));
  const late = !reached && random.chance(parameters.followup.late);
  const outcome = reached || late ? "reached" : random.choose(unreached);
  const contacted_on = episode.discharged_on + (late ? random.between(215, 235) : random.between(165, 195));
  const followup = {
    followup_key: keyOf("f", episode.number),
    contacted_on,
    outcome,
    attempts: random.between(1, outcome === "unreachable" ? 6 : 3)
  };
  return {
    followups: [followup],
    assessments:
      outcome === "reached"
        ? [
            ...scores(random, episode, measured, contacted_on),
            ...drawPcl5Followup(seed, episode, contacted_on, measured.courses.pcl5)
          ]
        : []
  };
}

/** Falls with the PHQ-9 at discharge, so that those who answer are better off than those who do not. */
function chanceOfAnswer(episode: Episode, measured: Measured): number {
  const group = isCompleter(episode.reason, episode.transfer_to) ? "completers" : "others";
  const expected = parameters.phq9.baseline.mean - parameters.phq9.change[group];
  const shift = parameters.followup.odds_per_phq9_point * (measured.courses.phq9.end - expected);
  return shiftOdds(parameters.followup[group], shift);
}

function scores(random: Random, episode: Episode, {assessments, courses}: Measured, day: Day): Assessment[] {
  const next = assessments.length;
  const phq9 = asGiven(random, phq9Answers(random, courses.phq9.followup));
  const gad7 = asGiven(random, gad7Answers(random, courses.gad7.followup));
  return [
    asAssessment(random, episode, next, day, "phq9", phq9),
    asAssessment(random, episode, next + 1, day, "gad7", gad7)
  ].map((assessment) => ({
    ...assessment,
    mode: random.pick(["phone", "portal"])
  }));
}

const unreached: readonly (readonly [string, number])[] = Object.entries({
  unreachable: 78,
  declined: 20,
  incarcerated: 1.5,
  deceased: 0.5
});
