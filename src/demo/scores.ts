import {Random} from "../statistics/random.ts";
import {normal} from "./distributions.ts";
import type {Episode} from "./episodes.ts";
import {isCompleter, parameters} from "./parameters.ts";

export type Instrument = "phq9" | "gad7";

/** The true scores of an episode, whole and within the instrument's range. */
export interface Course {
  readonly baseline: number;
  readonly end: number;
  readonly followup: number;
}

/** Draws both instruments: correlated at baseline and in the residuals of the end score. */
export function drawCourses(seed: number, episode: Episode): Record<Instrument, Course> {
  const random = new Random(seed, "scores", episode.number);
  const baseline = normal(random);
  const residual = normal(random);
  return {
    phq9: drawCourse(random, episode, "phq9", baseline, residual),
    gad7: drawCourse(random, episode, "gad7", related(random, baseline), related(random, residual))
  };
}

/** The score a share `x` of the way from the first to the last measurement: faster at first, free to wander in between. */
export function scoreBetween(random: Random, course: Course, instrument: Instrument, x: number): number {
  const path = course.baseline + (course.end - course.baseline) * x * (1.6 - 0.6 * x);
  return clip(path + 10 * x * (1 - x) * normal(random), instrument);
}

function drawCourse(random: Random, episode: Episode, instrument: Instrument, z: number, residual: number): Course {
  const plan = parameters[instrument];
  const group = isCompleter(episode.reason, episode.transfer_to) ? "completers" : "others";
  const change = plan.change[group] + episode.program.change_shift * plan.baseline.sd;
  const r = plan.pre_post_correlation;
  const end = plan.baseline.mean - change + plan.end_sd * (r * z + Math.sqrt(1 - r * r) * residual);
  const followup = end + plan.followup_drift.mean + plan.followup_drift.sd * normal(random);
  return {
    baseline: clip(plan.baseline.mean + plan.baseline.sd * z, instrument),
    end: clip(end, instrument),
    followup: clip(followup, instrument)
  };
}

function related(random: Random, z: number): number {
  const r = parameters.phq9_gad7_correlation;
  return r * z + Math.sqrt(1 - r * r) * normal(random);
}

function clip(score: number, instrument: Instrument): number {
  return Math.min(instrument === "phq9" ? 27 : 21, Math.max(0, Math.round(score)));
}
