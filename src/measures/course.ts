import type {Condition} from "./measure.ts";

/** What measures over finished courses of both instruments share. */
export const courseRules = {
  kind: "proportion",
  grain: "episode",
  version: "1",
  domain: "effectiveness",
  parameters: [],
  period_by: "discharged_on",
  of_these: ["has_several_episodes"]
} as const;

export const finished: readonly Condition<"episode">[] = ["is_discharged", "is_treated", "is_finished"];
export const firstToLast =
  "First and last complete scores from 14 days before admission to 14 days after discharge, on two different days; prorated scores are not used.";
export const notCompletion = "Finished means discharged with two or more treated sessions; it is not completion.";
