import type {Condition} from "./measure.ts";

/** Definitions of success in use for depression and anxiety; each gives another figure for the same people. */
export const successDefinitions = ["effect", "response", "reliable_improvement", "remission"] as const;

export type SuccessDefinition = (typeof successDefinitions)[number];

/** What each definition says, in words. */
export const successLabels: Readonly<Record<SuccessDefinition, string>> = {
  effect: "fell by 0.8 baseline standard deviations or more",
  response: "at least halved",
  reliable_improvement: "fell by more than measurement error",
  remission: "ended below the limit of remission"
};

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
