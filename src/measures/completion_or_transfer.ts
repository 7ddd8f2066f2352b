import type {Proportion} from "./measure.ts";

export const completion_or_transfer: Proportion = {
  kind: "proportion",
  grain: "episode",
  id: "completion_or_transfer",
  version: "1",
  label: "Completion or transfer",
  question: "Of people who started and were discharged, what share completed treatment or went on to another program?",
  why: "SAMHSA counts a transfer as a positive ending in some reports; the same discharges give two rates, so both are printed.",
  method: "Discharge reason 'completed' or 'transferred', over all treated episodes discharged in the period.",
  caveats: ["A transfer up, to hospital, counts as well: this is not a measure of success."],
  domain: "effectiveness",
  better: "higher",
  parameters: [],
  source: "CP-02; SAMHSA TEDS-D reasons 1 and 4",
  period_by: "discharged_on",
  counted: ["is_discharged", "is_treated"],
  of_these: ["has_several_episodes"],
  numerator: ["is_completed_or_transferred"],
  examples: [
    {
      because: "transferred to hospital",
      course: {reason: "transferred", transfer_to: "step_up"},
      counts: "numerator"
    },
    {
      because: "dropped out",
      course: {reason: "dropped_out"},
      counts: "denominator"
    },
    {
      because: "never attended a session",
      course: {sessions: []},
      counts: "neither"
    }
  ]
};
