import {Random} from "../statistics/random.ts";
import {type Assessment, asAssessment} from "./assessment.ts";
import type {Day} from "./calendar.ts";
import type {Episode} from "./episodes.ts";
import {asGiven, pcl5Answers} from "./items.ts";
import {parameters} from "./parameters.ts";
import {type Course, scoreBetween} from "./scores.ts";

/*
 * The PCL-5 draws from streams of its own, so that everything else in the example is what it would be without it.
 */

/** Keys of an episode's assessments from this number on are those of its PCL-5. */
const firstKey = 200;

/** The PCL-5 of an episode: on the first day of measuring, every second one after it, and the last. */
export function drawPcl5(seed: number, episode: Episode, days: readonly Day[], course: Course): Assessment[] {
  if (!episode.program.gives_pcl5) return [];
  const random = new Random(seed, "pcl5", episode.number);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const given = days.filter((day, index) => index % 2 === 0 || day === last);
  return given.map((day, index) => {
    const isSkipped = day !== first && day !== last && random.chance(parameters.week_not_measured);
    const x = first === last ? 0 : (day - first) / (last - first);
    const score = scoreBetween(random, course, "pcl5", x);
    return rowOf(random, episode, index, day, isSkipped ? null : score);
  });
}

/** The PCL-5 at six months, of an episode that was followed up on a day. */
export function drawPcl5Followup(seed: number, episode: Episode, day: Day, course: Course): Assessment[] {
  if (!episode.program.gives_pcl5) return [];
  const random = new Random(seed, "pcl5 followup", episode.number);
  return [{...rowOf(random, episode, 100, day, course.followup), mode: random.pick(["phone", "portal"])}];
}

function rowOf(random: Random, episode: Episode, index: number, day: Day, score: number | null): Assessment {
  const answers = score === null ? null : asGiven(random, pcl5Answers(random, score), parameters.pcl5_missing_items);
  return asAssessment(random, episode, firstKey + index, day, "pcl5", answers);
}
