import type {Instrument} from "../instruments/instrument.ts";
import {onlyThoseReached} from "./change_at_followup.ts";
import {followupCohort, followupRules} from "./followup.ts";
import type {Proportion} from "./measure.ts";

/** FU-03. */
export function gainsMaintained(instrument: Instrument): Proportion {
  const {id, label, elevated_from} = instrument;
  const {points: by} = instrument.reliable_change;
  const first = elevated_from + 2 * by;
  const last = first - by - 1;
  return {
    ...followupRules,
    grain: "score",
    instrument: id,
    quarter: {closes_after_days: 210, cohort: followupCohort},
    of_these: ["has_several_episodes"],
    kind: "proportion",
    id: `${id}_gains_maintained`,
    label: `${label} gains maintained`,
    question: "Of people who had reliably improved at the end, what share had kept it six months later?",
    why: "Improvement at discharge is half the promise; keeping it is the other half.",
    method: `The six-month score is less than ${by} points above the last score of the episode and at least ${by} below the baseline; over the follow-up cohort's people who had reliably improved and have a six-month score.`,
    caveats: [onlyThoseReached, "No published standard says what maintained means: this is the program's definition."],
    counted: [
      ...followupCohort,
      "not is_death",
      "is_of_age",
      "has_baseline",
      "has_pair",
      "is_reliably_improved",
      "has_followup"
    ],
    measured: ["has_followup"],
    source: "FU-03, program definition",
    numerator: ["is_not_worse_since", "is_still_better"],
    examples: [
      {
        because: `fell by ${by + 1}; at six months still ${by} below admission`,
        course: {
          scores: {
            [id]: [
              [0, first],
              [55, last],
              [236, last + 1]
            ]
          }
        },
        counts: "numerator"
      },
      {
        because: `one point less than ${by} below admission`,
        course: {
          scores: {
            [id]: [
              [0, first],
              [55, last],
              [236, last + 2]
            ]
          }
        },
        counts: "denominator"
      },
      {
        because: `fell by ${2 * by}, then rose by ${by}: worse since discharge, though still better than at admission`,
        course: {
          scores: {
            [id]: [
              [0, first],
              [55, first - 2 * by],
              [236, first - by]
            ]
          }
        },
        counts: "denominator"
      },
      {
        because: "had not reliably improved",
        course: {
          scores: {
            [id]: [
              [0, first],
              [55, first - by + 1],
              [236, last]
            ]
          }
        },
        counts: "neither"
      },
      {
        because: "not reached at six months",
        course: {
          scores: {
            [id]: [
              [0, first],
              [55, last]
            ]
          }
        },
        counts: "neither"
      }
    ]
  };
}
