import type {Condition} from "./measure.ts";

/** Definitions of success in use for depression and anxiety; each gives another figure for the same people. */
export const successDefinitions = ["effect", "response", "reliable_improvement", "remission"] as const;

export type SuccessDefinition = (typeof successDefinitions)[number];

/** Whom success is asked of: the same episodes as response. */
export const successPopulation: readonly Condition<"score">[] = [
  "is_discharged",
  "is_treated",
  "not is_death",
  "is_of_age",
  "has_baseline",
  "was_elevated",
  "has_pair"
];
