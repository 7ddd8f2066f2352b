import fc from "fast-check";
import {thresholds} from "./instruments.ts";
import {namedItems} from "./items.ts";
import {type DayPlan, keyPrefix, mostly, plannedDay} from "./random_days.ts";
import type {AssessmentRow, EpisodeRow, Instrument} from "./rows.ts";

export interface AssessmentPlan extends DayPlan {
  prefix: string;
  instrument: Instrument;
  score: number;
  given: "items" | "items_and_total" | "total" | "nothing";
  unanswered: number;
  unanswered_from: number;
  rotation: number;
  layout: "highest_first" | "evenly" | "one_first";
  missing_reason: string | null;
  assessment_sequence: number | null;
}

/** How an assessment was given. */
export const manner = {
  prefix: keyPrefix,
  given: fc.oneof(
    {weight: 5, arbitrary: fc.constant<AssessmentPlan["given"]>("items")},
    {weight: 4, arbitrary: fc.constantFrom<AssessmentPlan["given"]>("items_and_total", "total", "nothing")}
  ),
  unanswered_from: fc.integer({min: 0, max: 19}),
  rotation: fc.oneof(fc.integer({min: 0, max: 19}), fc.constant(8)), // 8: the first one is item 9
  layout: fc.constantFrom<AssessmentPlan["layout"][]>("highest_first", "evenly", "one_first"),
  missing_reason: mostly<string | null>(6, null, fc.constantFrom("refused", "language", "not_given")),
  assessment_sequence: fc.constantFrom(null, 0, 0, 1, 2)
};

export function plannedAssessment(
  plan: AssessmentPlan,
  episode: EpisodeRow,
  number: string,
  as_of: string
): AssessmentRow {
  const {instrument, given, assessment_sequence} = plan;
  const items = given.startsWith("items") ? spread(plan) : [];
  const silent = given === "nothing" || (given !== "total" && items.every((item) => item === null));
  return {
    source: episode.source,
    episode_key: episode.episode_key,
    assessment_key: `${plan.prefix}a${number}`,
    instrument,
    assessed_on: plannedDay(plan, episode, as_of),
    ...namedItems(items),
    total: given === "items_and_total" || given === "total" ? scoreOf(plan) : null,
    missing_reason: silent ? "refused" : plan.missing_reason,
    mode: null,
    language: null,
    assessment_sequence
  };
}

function scoreOf({instrument, score}: AssessmentPlan): number {
  return Math.min(score, thresholds[instrument].items * thresholds[instrument].highest_answer);
}

/** Items that add up to the score, some then left unanswered: the score stays one they allow. */
function spread(plan: AssessmentPlan): (number | null)[] {
  const {items: length} = thresholds[plan.instrument];
  const items: (number | null)[] = new Array(length).fill(null);
  laidOut(plan, scoreOf(plan), length).forEach((answer, i) => {
    items[(i + plan.rotation) % length] = answer;
  });
  for (let i = 0; i < plan.unanswered; i++) items[(plan.unanswered_from + i) % length] = null;
  return items;
}

function laidOut({instrument, layout}: AssessmentPlan, score: number, length: number): number[] {
  const {highest_answer} = thresholds[instrument];
  if (layout === "evenly") return Array.from({length}, (_, i) => Math.max(0, Math.ceil((score - i) / length)));
  const first = layout === "one_first" && score > 0 && score <= highest_answer * (length - 1) ? [1] : [];
  const rest = score - first.length;
  const others = Array.from({length: length - first.length}, (_, i) => {
    return Math.min(highest_answer, Math.max(0, rest - highest_answer * i));
  });
  return [...first, ...others];
}
