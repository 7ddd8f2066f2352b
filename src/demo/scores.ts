import {instruments} from "../instruments/index.ts";
import {maximumOf} from "../instruments/instrument.ts";
import {Random} from "../statistics/random.ts";
import {normal} from "./distributions.ts";
import type {Episode} from "./episodes.ts";
import {isCompleter, parameters} from "./parameters.ts";

export type Instrument = "phq9" | "gad7" | "pcl5";

/** The true scores of an episode, whole and within the instrument's range. */
export interface Course {
  readonly baseline: number;
  readonly end: number;
  readonly followup: number;
}

/** Draws every instrument: correlated with the PHQ-9 at baseline and in the residuals of the end score. */
export function drawCourses(seed: number, episode: Episode): Record<Instrument, Course> {
  const random = new Random(seed, "scores", episode.number);
  const baseline = normal(random);
  const residual = normal(random);
  const {phq9_gad7_correlation: withGad7, phq9_pcl5_correlation: withPcl5} = parameters;
  const own = new Random(seed, "pcl5 scores", episode.number);
  return {
    phq9: drawCourse(random, episode, "phq9", baseline, residual),
    gad7: drawCourse(random, episode, "gad7", related(random, baseline, withGad7), related(random, residual, withGad7)),
    pcl5: drawCourse(own, episode, "pcl5", related(own, baseline, withPcl5), related(own, residual, withPcl5))
  };
}

/** The score a share `x` of the way from the first to the last measurement: faster at first, free to wander in between. */
export function scoreBetween(random: Random, course: Course, instrument: Instrument, x: number): number {
  const path = course.baseline + (course.end - course.baseline) * x * (1.6 - 0.6 * x);
  return clip(path + wander[instrument] * x * (1 - x) * normal(random), instrument);
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

function related(random: Random, z: number, r: number): number {
  return r * z + Math.sqrt(1 - r * r) * normal(random);
}

const wander: Readonly<Record<Instrument, number>> = {phq9: 10, gad7: 10, pcl5: 25};

const highest = new Map(instruments.map((instrument) => [instrument.id, maximumOf(instrument)]));

function clip(score: number, instrument: Instrument): number {
  return Math.min(highest.get(instrument) ?? 0, Math.max(0, Math.round(score)));
}
