import type {Instrument} from "../instruments/instrument.ts";
import type {Proportion} from "./measure.ts";

const selected = "Beginning above a cut-off selects people on a bad day; some of the fall is regression to the mean.";

function shared({id}: Instrument, condition: "was_elevated" | "was_above_mcid") {
  return {
    kind: "proportion",
    grain: "score",
    instrument: id,
    version: "1",
    domain: "effectiveness",
    better: "higher",
    parameters: ["prorate"],
    period_by: "discharged_on",
    counted: ["is_discharged", "is_treated", "not is_death", "is_of_age", "has_baseline", condition, "has_pair"],
    measured: ["has_pair"],
    of_these: ["is_prorated", "is_short_interval", "has_several_episodes"]
  } as const;
}

/** RC-04. */
export function responseOf(instrument: Instrument): Proportion {
  const {id, label, elevated_from: from} = instrument;
  const even = from + (from % 2);
  return {
    ...shared(instrument, "was_elevated"),
    id: `${id}_response`,
    label: `${label} response`,
    question: `Of people who began at ${from} or more, what share at least halved their score?`,
    why: "Of the usual definitions of success, this depends least on how ill people were at admission.",
    method: `Last score at most half of the baseline, over episodes with a baseline of ${from} or more and a later score.`,
    caveats: [selected],
    source: "RC-04",
    numerator: ["is_response"],
    examples: [
      {
        because: `from ${even} to ${even / 2}, exactly half`,
        course: {
          scores: {
            [id]: [
              [0, even],
              [55, even / 2]
            ]
          }
        },
        counts: "numerator"
      },
      {
        because: `from ${even + 1} to ${even / 2 + 1}`,
        course: {
          scores: {
            [id]: [
              [0, even + 1],
              [55, even / 2 + 1]
            ]
          }
        },
        counts: "denominator"
      },
      {
        because: `began at ${from - 1}`,
        course: {
          scores: {
            [id]: [
              [0, from - 1],
              [55, 2]
            ]
          }
        },
        counts: "neither"
      }
    ]
  };
}

/** RC-05. */
export function remissionOf(instrument: Instrument): Proportion {
  const {id, label, elevated_from: from, remission_below: below} = instrument;
  return {
    ...shared(instrument, "was_elevated"),
    id: `${id}_remission`,
    label: `${label} remission`,
    question: `Of people who began at ${from} or more, what share ended below ${below}?`,
    why: "Few symptoms left is what people hope for.",
    method: `Last score below ${below}, over episodes with a baseline of ${from} or more and a later score.`,
    caveats: [selected, "It favours programs that admit people less ill: do not compare programs on it."],
    source: "RC-05",
    numerator: ["is_remission"],
    examples: [
      {
        because: `ended at ${below - 1}`,
        course: {
          scores: {
            [id]: [
              [0, from + 8],
              [55, below - 1]
            ]
          }
        },
        counts: "numerator"
      },
      {
        because: `ended at ${below}`,
        course: {
          scores: {
            [id]: [
              [0, from + 8],
              [55, below]
            ]
          }
        },
        counts: "denominator"
      },
      {
        because: `began at ${from - 1}`,
        course: {
          scores: {
            [id]: [
              [0, from - 1],
              [55, 2]
            ]
          }
        },
        counts: "neither"
      }
    ]
  };
}

/** RC-06. */
export function importantChangeOf(instrument: Instrument): Proportion {
  const {id, label, elevated_from} = instrument;
  const {points: by, source} = instrument.minimal_important_change;
  const first = elevated_from + by;
  return {
    ...shared(instrument, "was_above_mcid"),
    id: `${id}_mcid`,
    label: `${label} important change`,
    question: `What share of people improved by ${by} points or more, the smallest change that matters?`,
    why: "It is the smallest change that people notice on average.",
    method: `The score fell by ${by} or more, over episodes with a baseline of ${by} or more and a later score.`,
    caveats: [
      "What matters to a person depends on how ill they were: the same points mean less to those who began high."
    ],
    source: `RC-06; ${source}`,
    numerator: ["is_mcid"],
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
        because: `began at ${by - 1}`,
        course: {
          scores: {
            [id]: [
              [0, by - 1],
              [55, 0]
            ]
          }
        },
        counts: "neither"
      }
    ]
  };
}
