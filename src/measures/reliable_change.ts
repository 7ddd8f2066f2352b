import type {Instrument} from "../instruments/instrument.ts";
import type {Proportion} from "./measure.ts";

function shared({id}: Instrument) {
  return {
    kind: "proportion",
    grain: "score",
    instrument: id,
    version: "1",
    domain: "effectiveness",
    parameters: ["prorate"],
    period_by: "discharged_on",
    counted: ["is_discharged", "is_treated", "not is_death", "is_of_age", "has_baseline", "has_pair"],
    measured: ["has_baseline", "has_pair"],
    of_these: ["is_prorated", "is_short_interval", "has_several_episodes"],
    caveats: [
      "The threshold is a choice of how reliable the instrument is taken to be, not a fact of nature.",
      "Only people with both scores are in it: read it beside the share measured."
    ]
  } as const;
}

/** RC-01. */
export function reliableImprovementOf(instrument: Instrument): Proportion {
  const {id, label, elevated_from} = instrument;
  const {points: by, source} = instrument.reliable_change;
  const first = elevated_from + by;
  return {
    ...shared(instrument),
    id: `${id}_reliable_improvement`,
    label: `${label} reliable improvement`,
    question: `What share of people improved by more than the ${label}'s measurement error?`,
    why: "A mean can rise while few people change; this counts people.",
    method: `The score fell by ${by} points or more from baseline to the last score, over episodes with both.`,
    better: "higher",
    source: `RC-01; Jacobson and Truax 1991, threshold of ${source}`,
    numerator: ["is_reliably_improved"],
    examples: [
      {
        because: `fell by exactly ${by}`,
        course: {
          scores: {
            [id]: [
              [0, first],
              [55, first - by]
            ]
          }
        },
        counts: "numerator"
      },
      {
        because: `fell by ${by - 1}`,
        course: {
          scores: {
            [id]: [
              [0, first],
              [55, first - by + 1]
            ]
          }
        },
        counts: "denominator"
      },
      {
        because: "never measured again",
        course: {scores: {[id]: [[0, first]]}},
        counts: "neither"
      }
    ]
  };
}

/** RC-02. */
export function reliableDeteriorationOf(instrument: Instrument): Proportion {
  const {id, label, elevated_from: first} = instrument;
  const {points: by, source} = instrument.reliable_change;
  return {
    ...shared(instrument),
    id: `${id}_reliable_deterioration`,
    label: `${label} reliable deterioration`,
    question: `What share of people got worse by more than the ${label}'s measurement error?`,
    why: "A program that only counts who got better cannot see whom it fails.",
    method: `The score rose by ${by} points or more from baseline to the last score, over episodes with both; those who began too high to rise so far are in it.`,
    better: "lower",
    source: `RC-02; Jacobson and Truax 1991, threshold of ${source}`,
    numerator: ["is_reliably_worse"],
    examples: [
      {
        because: `rose by exactly ${by}`,
        course: {
          scores: {
            [id]: [
              [0, first],
              [55, first + by]
            ]
          }
        },
        counts: "numerator"
      },
      {
        because: `rose by ${by - 1}`,
        course: {
          scores: {
            [id]: [
              [0, first],
              [55, first + by - 1]
            ]
          }
        },
        counts: "denominator"
      },
      {
        because: "no score at admission",
        course: {scores: {[id]: [[55, first]]}},
        counts: "neither"
      }
    ]
  };
}
