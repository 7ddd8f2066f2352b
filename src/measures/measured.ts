import type {Proportion} from "./measure.ts";

const rules = {
  kind: "proportion",
  grain: "episode",
  version: "1",
  domain: "effectiveness",
  better: "higher",
  parameters: ["prorate"],
  source: "INS-01; Joint Commission CTS.03.01.09, CARF 2.A.12",
  of_these: ["has_several_episodes"]
} as const;

export const baseline_measured: Proportion = {
  ...rules,
  id: "baseline_measured",
  version: "1",
  label: "Measured at admission",
  question: "Of people who started, what share have a score at admission?",
  why: "Without a first score no change can be known; accreditors ask for it by name.",
  method:
    "A score of any instrument (PHQ-9, GAD-7 …) from 14 days before to 7 days after admission, over treated episodes admitted in the period.",
  caveats: ["Children under 12 are left out."],
  period_by: "admitted_on",
  counted: ["is_treated", "is_of_age", "is_7_days_since_admission"],
  matures: "is_7_days_since_admission",
  numerator: ["is_measured_at_baseline"],
  examples: [
    {
      because: "a GAD-7 seven days after admission",
      course: {scores: {gad7: [[7, 12]]}},
      counts: "numerator"
    },
    {
      because: "one item too many is missing: not scored",
      course: {scores: {phq9: [[0, [1, 1, 1, 1, 1, 1, null, null, null]]]}},
      counts: "denominator"
    },
    {
      because: "admitted six days before the as-of date",
      course: {
        discharged: null,
        sessions: [[1, "attended"]],
        scores: {phq9: [[0, 12]]},
        seen_from: 6
      },
      counts: "neither"
    }
  ]
};

export const end_measured: Proportion = {
  ...rules,
  id: "end_measured",
  label: "Measured at the end",
  question: "Of people who started and were discharged, what share have a score within two weeks of discharge?",
  why: "Figures of change speak only for those measured at the end, and those who leave early are measured least.",
  method:
    "A score of any instrument (PHQ-9, GAD-7 …) from 14 days before to 14 days after discharge and, where there is a baseline of that instrument, after it; over treated episodes discharged in the period.",
  caveats: ["Children under 12 are left out."],
  period_by: "discharged_on",
  counted: ["is_discharged", "is_treated", "is_of_age", "is_14_days_since_discharge"],
  matures: "is_14_days_since_discharge",
  numerator: ["is_measured_at_end"],
  examples: [
    {
      because: "scored 14 days after discharge; no baseline is needed",
      course: {scores: {phq9: [[70, 8]]}},
      counts: "numerator"
    },
    {
      because: "the only score is the baseline itself",
      course: {discharged: 5, sessions: [[1, "attended"]], scores: {phq9: [[3, 8]]}},
      counts: "denominator"
    },
    {
      because: "discharged 13 days before the as-of date",
      course: {scores: {phq9: [[55, 8]]}, seen_from: 69},
      counts: "neither"
    }
  ]
};
