import type {Random} from "../statistics/random.ts";
import {parameters} from "./parameters.ts";

/** Answers to the items of a questionnaire and the total the sender adds, either of which may be missing. */
export interface Answers {
  readonly items: readonly (number | null)[];
  readonly total: number | null;
}

/** PHQ-9 answers that add up to `total`; item 9 is rarer than the rest (38 % at least 1 and 12 % at least 2 at a mean of 15). */
export function phq9Answers(random: Random, total: number): number[] {
  const ideation = Math.max(total - 24, Math.min(total, drawIdeation(random, total)));
  return [...deal(random, total - ideation, 8), ideation];
}

/** GAD-7 answers that add up to `total`. */
export function gad7Answers(random: Random, total: number): number[] {
  return deal(random, total, 7);
}

/** PCL-5 answers that add up to `total`. */
export function pcl5Answers(random: Random, total: number): number[] {
  return deal(random, total, 20, 4);
}

interface Shares {
  readonly one: number;
  readonly two: number;
  readonly three_or_more: number;
}

/** The answers as a sender gives them: now and then a total alone, or one, two or more items left out. */
export function asGiven(
  random: Random,
  answers: readonly number[],
  missingItems: Shares = parameters.missing_items
): Answers {
  const total = answers.reduce((sum, answer) => sum + answer, 0);
  if (random.chance(parameters.total_only)) return {items: answers.map(() => null), total};
  const left = leftOut(random, missingItems);
  if (left === 0) return {items: answers, total: random.chance(0.6) ? total : null};
  const missing = new Set<number>();
  while (missing.size < left) missing.add(random.between(0, answers.length - 1));
  return {
    items: answers.map((answer, index) => (missing.has(index) ? null : answer)),
    total: null
  };
}

function leftOut(random: Random, {one, two, three_or_more}: Shares): number {
  const draw = random.uniform();
  if (draw < one) return 1;
  if (draw < one + two) return 2;
  return draw < one + two + three_or_more ? random.between(3, 5) : 0;
}

function drawIdeation(random: Random, total: number): number {
  const draw = random.uniform();
  if (draw < (total - 9) / 160) return 3;
  if (draw < (total - 9) / 62) return 2;
  return draw < (total - 5) / 26.5 ? 1 : 0;
}

/** Deals points one at a time to items that are not full. */
function deal(random: Random, points: number, items: number, most = 3): number[] {
  const answers: number[] = Array.from({length: items}, () => 0);
  for (let left = points; left > 0; ) {
    const item = random.between(0, items - 1);
    const answer = answers[item] ?? most;
    if (answer === most) continue;
    answers[item] = answer + 1;
    left--;
  }
  return answers;
}
