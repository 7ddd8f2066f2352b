import {Random} from "../statistics/random.ts";
import type {Day} from "./calendar.ts";
import {normal} from "./distributions.ts";
import {gad7Answers, phq9Answers} from "./items.ts";
import {keyOf} from "./keys.ts";
import {type LargeEpisode, type LargePlan, sessionsPerEpisode} from "./large_episode.ts";

export const sessionHeader =
  "session_key,episode_key,held_on,kind,modality,group_key,scheduled_minutes,attended_minutes,attendance\n";

/** The 24 sessions of an episode as CSV lines; a correction says ten minutes less of every fourth. */
export function sessionLines(plan: LargePlan, episode: LargeEpisode, isCorrection: boolean): string {
  let lines = "";
  const group = `,p${episode.program}-group-${episode.number % 9},180,`;
  for (let index = 0; index < sessionsPerEpisode; index++) {
    const bits = episode.random.bits();
    const day = plan.meetings[episode.start + index] ?? plan.as_of;
    const ending = endings[bits & 127] ?? ",no_show\n";
    const minutes = ending === attended ? (isCorrection && index % 4 === 0 ? "170" : "180") : "";
    const modality = (bits & 1792) === 0 ? "video" : "in_person";
    lines += `${keyOf("s", episode.number * sessionsPerEpisode + index)},${episode.key},${dateOf(plan, day)},group,${modality}${group}${minutes}${ending}`;
  }
  return lines;
}

export const assessmentHeader =
  "assessment_key,episode_key,instrument,assessed_on,item_1,item_2,item_3,item_4,item_5,item_6,item_7,item_8,item_9,total\n";

/** Eight questionnaires of an episode as CSV lines: four times both, the last time at follow-up where there is one. */
export function assessmentLines(plan: LargePlan, episode: LargeEpisode, answers: AnswerTables): string {
  const days = [0, 8, 16, 23].map((index) => plan.meetings[episode.start + index] ?? plan.as_of);
  if (episode.followed_on !== null) days.splice(2, 2, days[3] ?? plan.as_of, episode.followed_on);
  const level = draw(answers, episode.random);
  let lines = "";
  for (const [index, day] of days.entries()) {
    const z = 0.8 * level + 0.6 * draw(answers, episode.random) - 0.35 * Math.min(index, 2);
    const key = episode.number * 8 + index * 2;
    const date = dateOf(plan, day);
    lines += `${keyOf("a", key)},${episode.key},phq9,${date}${answersOf(answers.phq9, 15 + 5.7 * z, 27, episode.random)}`;
    lines += `${keyOf("a", key + 1)},${episode.key},gad7,${date}${answersOf(answers.gad7, 12.8 + 5 * z, 21, episode.random)}`;
  }
  return lines;
}

/** Ready-made ends of lines by total, and normal draws: dealing out 1.6 million times would take minutes. */
export interface AnswerTables {
  readonly phq9: readonly string[];
  readonly gad7: readonly string[];
  readonly normals: readonly number[];
}

const variants = 64;

export function answerTables(seed: number): AnswerTables {
  const random = new Random(seed, "large answers");
  const table = (maximum: number, deal: (random: Random, total: number) => number[], spare: string) =>
    Array.from({length: (maximum + 1) * variants}, (_, index) => {
      const total = Math.floor(index / variants);
      return `,${deal(random, total).join(",")}${spare},${index % 3 === 0 ? "" : total}\n`;
    });
  return {
    phq9: table(27, phq9Answers, ""),
    gad7: table(21, gad7Answers, ",,"),
    normals: Array.from({length: 4096}, () => normal(random))
  };
}

function answersOf(table: readonly string[], score: number, maximum: number, random: Random): string {
  const total = Math.min(maximum, Math.max(0, Math.round(score)));
  return table[total * variants + (random.bits() & (variants - 1))] ?? "";
}

function draw({normals}: AnswerTables, random: Random): number {
  return normals[random.bits() & 4095] ?? 0;
}

export function dateOf(plan: LargePlan, day: Day): string {
  return plan.dates[day - plan.first_day] ?? "";
}

const attended = ",attended\n";
const endings = [
  ...Array.from({length: 105}, () => attended),
  ...Array.from({length: 4}, () => ",partial\n"),
  ...Array.from({length: 8}, () => ",no_show\n"),
  ...Array.from({length: 4}, () => ",late_cancel\n"),
  ...Array.from({length: 4}, () => ",client_cancel\n"),
  ...Array.from({length: 2}, () => ",program_cancel\n"),
  ",excused\n"
];
