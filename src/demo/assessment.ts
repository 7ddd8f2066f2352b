import type {Random} from "../statistics/random.ts";
import type {Day} from "./calendar.ts";
import type {Episode} from "./episodes.ts";
import type {Answers} from "./items.ts";
import {keyOf} from "./keys.ts";
import type {Instrument} from "./scores.ts";

export interface Assessment extends Answers {
  readonly assessment_key: string;
  readonly instrument: Instrument;
  readonly assessed_on: Day;
  readonly missing_reason: string | null;
  readonly mode: string;
  readonly language: string;
}

/** An assessment row; without answers it says why there are none. */
export function asAssessment(
  random: Random,
  episode: Episode,
  index: number,
  day: Day,
  instrument: Instrument,
  answers: Answers | null
): Assessment {
  const spoken = episode.client.language;
  return {
    assessment_key: keyOf("a", episode.number * 400 + index),
    instrument,
    assessed_on: day,
    items: answers?.items ?? [],
    total: answers?.total ?? null,
    missing_reason: answers === null ? random.choose(missingReasons) : null,
    mode: random.choose(modes),
    language: spoken === "es" ? "es" : "en"
  };
}

const missingReasons: readonly (readonly [string, number])[] = Object.entries({
  refused: 35,
  not_given: 40,
  clinical: 15,
  language: 5,
  other: 5
});
const modes: readonly (readonly [string, number])[] = Object.entries({
  portal: 55,
  paper: 30,
  staff: 15
});
