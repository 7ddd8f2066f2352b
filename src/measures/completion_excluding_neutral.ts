import type {Proportion} from "./measure.ts";

export const completion_excluding_neutral: Proportion = {
  kind: "proportion",
  grain: "episode",
  id: "completion_excluding_neutral",
  version: "1",
  label: "Completion, neutral exits left out",
  question: "Of people whose treatment ended for reasons within it, what share completed?",
  why: "Jail, death, a step up in care, a lapsed insurance or a move say little of the program; leaving them out is the fairer view for improvement.",
  method:
    "As completion, without episodes that ended by incarceration, death, a transfer up, or were marked neutral (unless completed).",
  caveats: ["What is marked neutral is the program's own word: read the share left out in the ladder."],
  domain: "effectiveness",
  better: "higher",
  parameters: [],
  source: "CP-03, program definition",
  period_by: "discharged_on",
  counted: ["is_discharged", "is_treated", "not is_neutral_exit"],
  of_these: ["has_several_episodes"],
  numerator: ["is_completed"],
  examples: [
    {
      because: "completed, though marked neutral",
      course: {neutral_exit: true},
      counts: "numerator"
    },
    {
      because: "stepped down, which is not neutral",
      course: {reason: "transferred", transfer_to: "step_down"},
      counts: "denominator"
    },
    {
      because: "stepped up to a hospital",
      course: {reason: "transferred", transfer_to: "step_up"},
      counts: "neither"
    },
    {
      because: "insurance ended",
      course: {reason: "dropped_out", neutral_exit: true},
      counts: "neither"
    },
    {
      because: "went to jail",
      course: {reason: "incarcerated"},
      counts: "neither"
    }
  ]
};
