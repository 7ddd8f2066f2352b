import {gad7, type Instrument, phq9} from "./instrument.ts";
import type {Proportion} from "./measure.ts";

export const phq9_reliable_improvement = reliableImprovementOf(phq9);
export const gad7_reliable_improvement = reliableImprovementOf(gad7);
export const phq9_reliable_deterioration = reliableDeteriorationOf(phq9);
export const gad7_reliable_deterioration = reliableDeteriorationOf(gad7);

function shared({id}: Instrument) {
  return {
    kind: "proportion",
    version: "1",
    domain: "effectiveness",
    parameters: ["prorate"],
    period_by: "discharged_on",
    counted: ["is_discharged", "is_treated", "not is_death", "is_of_age", `has_${id}_baseline`, `has_${id}_pair`],
    of_these: [`is_${id}_prorated`, `is_${id}_short_interval`, "has_several_episodes"],
    caveats: [
      "The threshold is a choice of how reliable the instrument is taken to be, not a fact of nature.",
      "Only people with both scores are in it: read it beside the share measured."
    ]
  } as const;
}

function reliableImprovementOf(instrument: Instrument): Proportion {
  const {id, label, reliable_change: by} = instrument;
  return {
    ...shared(instrument),
    id: `${id}_reliable_improvement`,
    label: `${label} reliable improvement`,
    question: `What share of people improved by more than the ${label}'s measurement error?`,
    why: "A mean can rise while few people change; this counts people.",
    method: `The score fell by ${by} points or more from baseline to the last score, over episodes with both.`,
    better: "higher",
    source: "RC-01; Jacobson and Truax 1991, threshold of NHS Talking Therapies",
    numerator: [`is_${id}_reliably_improved`],
    examples: [
      {
        because: `fell by exactly ${by}`,
        course: {
          [id]: [
            [0, 15],
            [55, 15 - by]
          ]
        },
        counts: "numerator"
      },
      {
        because: `fell by ${by - 1}`,
        course: {
          [id]: [
            [0, 15],
            [55, 16 - by]
          ]
        },
        counts: "denominator"
      },
      {
        because: "never measured again",
        course: {[id]: [[0, 15]]},
        counts: "neither"
      }
    ]
  };
}

function reliableDeteriorationOf(instrument: Instrument): Proportion {
  const {id, label, reliable_change: by} = instrument;
  return {
    ...shared(instrument),
    id: `${id}_reliable_deterioration`,
    label: `${label} reliable deterioration`,
    question: `What share of people got worse by more than the ${label}'s measurement error?`,
    why: "A program that only counts who got better cannot see whom it fails.",
    method: `The score rose by ${by} points or more from baseline to the last score, over episodes with both; those who began too high to rise so far are in it.`,
    better: "lower",
    source: "RC-02; Jacobson and Truax 1991, threshold of NHS Talking Therapies",
    numerator: [`is_${id}_reliably_worse`],
    examples: [
      {
        because: `rose by exactly ${by}`,
        course: {
          [id]: [
            [0, 10],
            [55, 10 + by]
          ]
        },
        counts: "numerator"
      },
      {
        because: `rose by ${by - 1}`,
        course: {
          [id]: [
            [0, 10],
            [55, 9 + by]
          ]
        },
        counts: "denominator"
      },
      {
        because: "no score at admission",
        course: {[id]: [[55, 20]]},
        counts: "neither"
      }
    ]
  };
}
