import type {Instrument} from "../instruments/instrument.ts";
import {maximumOf} from "../instruments/instrument.ts";
import type {EffectSize, MeanChange} from "./measure.ts";

const notAnEffect =
  "This is change during the episode, not the effect of treatment: people come when they feel worst and some get better anyway.";
const observedOnly = "Only people with both scores are in it: read it beside the share measured.";

function shared({id, label}: Instrument) {
  return {
    version: "1",
    grain: "score",
    instrument: id,
    domain: "effectiveness",
    better: "higher",
    parameters: ["prorate"],
    period_by: "discharged_on",
    counted: ["is_discharged", "is_treated", "not is_death", "is_of_age", "has_baseline", "has_pair"],
    measured: ["has_baseline", "has_pair"],
    of_these: ["is_prorated", "is_short_interval", "has_several_episodes"],
    pair: ["baseline", "post_last"],
    caveats: [notAnEffect, observedOnly, `Positive is improvement: ${label} falls.`]
  } as const;
}

/** ES-01: mean change in points. */
export function changeOf(instrument: Instrument): MeanChange {
  const {id, label, construct} = instrument;
  const high = Math.round(maximumOf(instrument) * 0.67);
  const low = Math.round(maximumOf(instrument) * 0.37);
  return {
    ...shared(instrument),
    kind: "mean_change",
    id: `${id}_change`,
    label: `${label} change`,
    question: `By how many points did ${construct} scores fall from admission to the end of the episode?`,
    why: "Points are what clinicians, payers and the people themselves understand.",
    method: `Baseline (closest to admission, from 14 days before to 7 days after) less the last score up to 14 days after discharge; the mean over treated episodes discharged in the period that have both.`,
    source: "ES-01; paired t interval",
    examples: [
      {
        because: `from ${high} to ${low}`,
        course: {
          scores: {
            [id]: [
              [0, high],
              [55, low]
            ]
          }
        },
        counts: "counted",
        value: high - low
      },
      {
        because: "the last score up to 14 days after discharge is taken",
        course: {
          scores: {
            [id]: [
              [0, high],
              [50, low],
              [70, low + 2]
            ]
          }
        },
        counts: "counted",
        value: high - low - 2
      },
      {
        because: "15 days after discharge is too late",
        course: {
          scores: {
            [id]: [
              [0, high],
              [50, low],
              [71, low + 2]
            ]
          }
        },
        counts: "counted",
        value: high - low
      },
      {
        because: "the score closest to admission is the baseline; of two as close, the earlier",
        course: {
          scores: {
            [id]: [
              [-2, high + 2],
              [2, low],
              [55, low - 2]
            ]
          }
        },
        counts: "counted",
        value: high - low + 4
      },
      {
        because: "eight days after admission is no baseline",
        course: {
          scores: {
            [id]: [
              [8, high],
              [55, low]
            ]
          }
        },
        counts: "neither"
      },
      {
        because: "never measured again",
        course: {scores: {[id]: [[0, high]]}},
        counts: "neither"
      },
      {
        because: "the client died in treatment",
        course: {
          reason: "death",
          scores: {
            [id]: [
              [0, high],
              [55, low]
            ]
          }
        },
        counts: "neither"
      },
      {
        because: "a child of 11",
        course: {
          age: 11,
          scores: {
            [id]: [
              [0, high],
              [55, low]
            ]
          }
        },
        counts: "neither"
      }
    ]
  };
}

/** ES-02: the same change in baseline standard deviations. */
export function effectSizeOf(instrument: Instrument): EffectSize {
  const {id, label, construct} = instrument;
  return {
    ...shared(instrument),
    kind: "effect_size",
    id: `${id}_effect_size`,
    label: `${label} effect size`,
    question: `How large is the fall in ${construct} scores beside how much people differed at admission?`,
    why: "It lets change be compared with published studies, and across instruments.",
    method: `Mean change divided by the standard deviation of the baseline scores of the same episodes, corrected for small samples (g_pre); interval by Bonett's variance.`,
    caveats: [
      notAnEffect,
      observedOnly,
      "0.2, 0.5 and 0.8 are not small, medium and large here: change without treatment is not zero.",
      "A program with people much alike at admission gets a larger value for the same fall in points."
    ],
    parameters: ["prorate", "minimum_units_effect_size"],
    source: "ES-02; Becker 1988, Bonett 2008 equation 13, metafor SMCRH",
    examples: [
      {
        because: "counted like the change in points; one episode alone has no standard deviation",
        course: {
          scores: {
            [id]: [
              [0, 18],
              [55, 10]
            ]
          }
        },
        counts: "counted"
      }
    ]
  };
}
