import {gad7, type Instrument, phq9} from "./instrument.ts";
import type {Proportion} from "./measure.ts";

const selected = "Beginning above a cut-off selects people on a bad day; some of the fall is regression to the mean.";

export const phq9_response = responseOf(phq9);
export const gad7_response = responseOf(gad7);
export const phq9_remission = remissionOf(phq9);
export const gad7_remission = remissionOf(gad7);
export const phq9_mcid = importantChangeOf(phq9);
export const gad7_mcid = importantChangeOf(gad7);

function shared({id}: Instrument, condition: "elevated" | "above_mcid") {
  return {
    kind: "proportion",
    version: "1",
    domain: "effectiveness",
    better: "higher",
    parameters: ["prorate"],
    period_by: "discharged_on",
    counted: [
      "is_discharged",
      "is_treated",
      "not is_death",
      "is_of_age",
      `has_${id}_baseline`,
      `was_${id}_${condition}`,
      `has_${id}_pair`
    ],
    of_these: [`is_${id}_prorated`, `is_${id}_short_interval`, "has_several_episodes"]
  } as const;
}

function responseOf(instrument: Instrument): Proportion {
  const {id, label} = instrument;
  return {
    ...shared(instrument, "elevated"),
    id: `${id}_response`,
    label: `${label} response`,
    question: `Of people who began at 10 or more, what share at least halved their score?`,
    why: "Of the usual definitions of success, this depends least on how ill people were at admission.",
    method: "Last score at most half of the baseline, over episodes with a baseline of 10 or more and a later score.",
    caveats: [selected],
    source: "RC-04",
    numerator: [`is_${id}_response`],
    examples: [
      {
        because: "from 10 to 5, exactly half",
        course: {
          [id]: [
            [0, 10],
            [55, 5]
          ]
        },
        counts: "numerator"
      },
      {
        because: "from 11 to 6",
        course: {
          [id]: [
            [0, 11],
            [55, 6]
          ]
        },
        counts: "denominator"
      },
      {
        because: "began at 9",
        course: {
          [id]: [
            [0, 9],
            [55, 2]
          ]
        },
        counts: "neither"
      }
    ]
  };
}

function remissionOf(instrument: Instrument): Proportion {
  const {id, label} = instrument;
  return {
    ...shared(instrument, "elevated"),
    id: `${id}_remission`,
    label: `${label} remission`,
    question: "Of people who began at 10 or more, what share ended below 5?",
    why: "Few symptoms left is what people hope for.",
    method: "Last score below 5, over episodes with a baseline of 10 or more and a later score.",
    caveats: [selected, "It favours programs that admit people less ill: do not compare programs on it."],
    source: "RC-05",
    numerator: [`is_${id}_remission`],
    examples: [
      {
        because: "ended at 4",
        course: {
          [id]: [
            [0, 18],
            [55, 4]
          ]
        },
        counts: "numerator"
      },
      {
        because: "ended at 5",
        course: {
          [id]: [
            [0, 18],
            [55, 5]
          ]
        },
        counts: "denominator"
      },
      {
        because: "began at 9",
        course: {
          [id]: [
            [0, 9],
            [55, 2]
          ]
        },
        counts: "neither"
      }
    ]
  };
}

function importantChangeOf(instrument: Instrument): Proportion {
  const {id, label, minimal_important_change: by} = instrument;
  return {
    ...shared(instrument, "above_mcid"),
    id: `${id}_mcid`,
    label: `${label} important change`,
    question: `What share of people improved by ${by} points or more, the smallest change that matters?`,
    why: "It is the smallest change that people notice on average.",
    method: `The score fell by ${by} or more, over episodes with a baseline of ${by} or more and a later score.`,
    caveats: [
      "What matters to a person depends on how ill they were: the same points mean less to those who began high."
    ],
    source: "RC-06",
    numerator: [`is_${id}_mcid`],
    examples: [
      {
        because: `fell by exactly ${by}`,
        course: {
          [id]: [
            [0, 12],
            [55, 12 - by]
          ]
        },
        counts: "numerator"
      },
      {
        because: `fell by ${by - 1}`,
        course: {
          [id]: [
            [0, 12],
            [55, 13 - by]
          ]
        },
        counts: "denominator"
      },
      {
        because: `began at ${by - 1}`,
        course: {
          [id]: [
            [0, by - 1],
            [55, 0]
          ]
        },
        counts: "neither"
      }
    ]
  };
}
