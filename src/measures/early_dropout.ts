import type {Proportion} from "./measure.ts";

export const early_dropout: Proportion = {
  kind: "proportion",
  grain: "episode",
  id: "early_dropout",
  version: "1",
  label: "Early dropout",
  question: "Of people who started, what share left early, against advice or at the program's word?",
  why: "Most who leave early leave in the first two weeks, when a program can still do something about it.",
  method:
    "Discharged as dropped out or terminated with fewer than 3 treated sessions or a stay of less than 14 days, over treated episodes admitted in the period at least 28 days before the as-of date.",
  caveats: [
    "There is no time limit in the numerator, so an episode that is closed late can still become one.",
    "An open episode without sessions is never one, however stale."
  ],
  domain: "effectiveness",
  better: "lower",
  parameters: [],
  source: "CP-04, program definition",
  period_by: "admitted_on",
  counted: ["is_treated", "not is_early_neutral_exit", "is_28_days_since_admission"],
  matures: "is_28_days_since_admission",
  of_these: ["has_several_episodes"],
  numerator: ["is_early_dropout"],
  examples: [
    {
      because: "two sessions, then dropped out",
      course: {
        sessions: [
          [1, "attended"],
          [30, "partial"]
        ],
        discharged: 40,
        reason: "dropped_out"
      },
      counts: "numerator"
    },
    {
      because: "terminated on the 13th day, after three sessions",
      course: {
        sessions: [
          [1, "attended"],
          [5, "attended"],
          [12, "attended"]
        ],
        discharged: 12,
        reason: "terminated"
      },
      counts: "numerator"
    },
    {
      because: "three sessions and 14 days",
      course: {
        sessions: [
          [1, "attended"],
          [5, "attended"],
          [13, "attended"]
        ],
        discharged: 13,
        reason: "dropped_out"
      },
      counts: "denominator"
    },
    {
      because: "left early, but to jail",
      course: {
        sessions: [[1, "attended"]],
        discharged: 5,
        reason: "incarcerated"
      },
      counts: "neither"
    },
    {
      because: "admitted 27 days before the as-of date",
      course: {discharged: null, sessions: [[1, "attended"]], seen_from: 27},
      counts: "neither"
    }
  ]
};
