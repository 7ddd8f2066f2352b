import type {Proportion} from "./measure.ts";

export const completion: Proportion = {
  kind: "proportion",
  grain: "episode",
  id: "completion",
  version: "1",
  label: "Completion",
  question: "Of people who started and were discharged, what share completed treatment?",
  why: "Completing is the strongest thing a program can see for itself, and the figure that SAMHSA compares.",
  method:
    "Discharge reason 'completed', over all treated episodes discharged in the period, whatever the reason, unknown ones included.",
  caveats: [
    "People still in care are not in it: in a growing program recent discharges hold more early leavers. Read it beside time in program.",
    "Transfers, deaths and jail count as not completed here; two other measures count them otherwise."
  ],
  domain: "effectiveness",
  better: "higher",
  parameters: [],
  source: "CP-01; SAMHSA TEDS-D reason 1",
  period_by: "discharged_on",
  counted: ["is_discharged", "is_treated"],
  of_these: ["has_several_episodes"],
  numerator: ["is_completed"],
  examples: [
    {because: "completed", course: {}, counts: "numerator"},
    {
      because: "stepped down to another program, which is not completion here",
      course: {reason: "transferred", transfer_to: "step_down"},
      counts: "denominator"
    },
    {
      because: "the reason is unknown, and unknown counts against",
      course: {reason: "unknown"},
      counts: "denominator"
    },
    {
      because: "never attended a session",
      course: {sessions: [[3, "no_show"]]},
      counts: "neither"
    },
    {
      because: "still in treatment",
      course: {discharged: null},
      counts: "neither"
    }
  ]
};
