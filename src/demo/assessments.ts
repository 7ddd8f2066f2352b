import {Random} from "../statistics/random.ts";
import {type Assessment, asAssessment} from "./assessment.ts";
import type {Day} from "./calendar.ts";
import type {Episode} from "./episodes.ts";
import {type Answers, asGiven, gad7Answers, phq9Answers} from "./items.ts";
import {isCompleter, parameters} from "./parameters.ts";
import {drawPcl5} from "./pcl5.ts";
import {type Course, drawCourses, type Instrument, scoreBetween} from "./scores.ts";

export interface Measured {
  /** PHQ-9 and GAD-7. */
  readonly assessments: readonly Assessment[];
  readonly pcl5: readonly Assessment[];
  readonly courses: Readonly<Record<Instrument, Course>>;
}

/**
 * The weekly PHQ-9 and GAD-7 of an episode and the PCL-5 of every second week where its program gives it, first to last; the last
 * is the true end score whenever it was taken.
 */
export function drawAssessments(seed: number, episode: Episode): Measured {
  const random = new Random(seed, "assessments", episode.number);
  const courses = drawCourses(seed, episode);
  const {days, end_missing} = measuringDays(random, episode);
  const first = days[0] ?? episode.admitted_on;
  const last = days.at(-1) ?? first;
  const assessments: Assessment[] = [];
  const add = (day: Day, instrument: Instrument, answers: Answers | null) =>
    assessments.push(asAssessment(random, episode, assessments.length, day, instrument, answers));
  for (const day of days) {
    const ends = day === first || day === last;
    if (!ends && random.chance(parameters.week_not_measured)) {
      if (random.chance(0.5)) add(day, "phq9", null);
      continue;
    }
    const x = first === last ? 0 : (day - first) / (last - first);
    add(day, "phq9", asGiven(random, phq9Answers(random, scoreBetween(random, courses.phq9, "phq9", x))));
    if (ends || !random.chance(parameters.gad7_skipped))
      add(day, "gad7", asGiven(random, gad7Answers(random, scoreBetween(random, courses.gad7, "gad7", x))));
  }
  if (end_missing && random.chance(0.3)) add(episode.discharged_on, "phq9", null);
  return {assessments, pcl5: drawPcl5(seed, episode, days, courses.pcl5), courses};
}

function measuringDays(random: Random, episode: Episode): {days: Day[]; end_missing: boolean} {
  const start = firstDay(random, episode);
  const last = episode.last_attended_on;
  if (last === null)
    return {
      days: random.chance(0.5) ? [episode.admitted_on] : [],
      end_missing: false
    };
  const group = isCompleter(episode.reason, episode.transfer_to) ? "completers" : "others";
  const end_missing = random.chance(parameters.missing_end[group]) || last <= start;
  const until = end_missing ? episode.discharged_on - 15 : last - 3;
  const days = start <= Math.max(until, episode.admitted_on) ? [start] : [];
  for (let day = episode.admitted_on + 7; day <= until; day += 7) if (day > start) days.push(day);
  if (!end_missing) days.push(last);
  return {days, end_missing};
}

/** Mostly the day of admission, sometimes the intake before it; without a baseline the first score comes after two weeks. */
function firstDay(random: Random, episode: Episode): Day {
  if (random.chance(parameters.no_baseline)) return episode.admitted_on + 14;
  return random.chance(0.3) ? episode.admitted_on - random.between(1, 5) : episode.admitted_on;
}
