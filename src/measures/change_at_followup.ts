import type {Instrument} from "../instruments/instrument.ts";
import {followupCohort, followupRules} from "./followup.ts";
import type {EffectSize, MeanChange} from "./measure.ts";

export const onlyThoseReached = "It speaks only for those reached at six months: read it beside six-month follow-up.";

function paired({id}: Instrument) {
  return {
    ...followupRules,
    grain: "score",
    instrument: id,
    counted: [...followupCohort, "not is_death", "is_of_age", "has_baseline", "has_followup_pair"] as const,
    measured: ["has_baseline", "has_followup_pair"] as const,
    quarter: {closes_after_days: 210, cohort: followupCohort},
    of_these: ["has_several_episodes"] as const,
    pair: ["baseline", "followup"] as const,
    caveats: [onlyThoseReached, "This is change since admission, not the effect of treatment."]
  } as const;
}

/** FU-02a in points. */
export function changeAtFollowup(instrument: Instrument): MeanChange {
  const {id, label, construct} = instrument;
  return {
    ...paired(instrument),
    kind: "mean_change",
    id: `${id}_change_at_followup`,
    label: `${label} change at six months`,
    question: `By how many points are ${construct} scores lower six months after discharge than at admission?`,
    why: "Gains that do not last are not worth much to anybody.",
    method:
      "Baseline less the score closest to day 180 after discharge (days 150 to 210; of two as close, the earlier); the mean over the follow-up cohort's people with both.",
    source: "FU-02a; paired t interval",
    examples: [
      {
        because: "from 18 to 9 on day 180",
        course: {
          scores: {
            [id]: [
              [0, 18],
              [236, 9]
            ]
          }
        },
        counts: "counted",
        value: 9
      },
      {
        because: "days 170 and 190 are as close: the earlier is taken",
        course: {
          scores: {
            [id]: [
              [0, 18],
              [226, 8],
              [246, 12]
            ]
          }
        },
        counts: "counted",
        value: 10
      },
      {
        because: "no baseline",
        course: {scores: {[id]: [[236, 9]]}},
        counts: "neither"
      }
    ]
  };
}

/** FU-02a in baseline standard deviations. */
export function effectSizeAtFollowup(instrument: Instrument): EffectSize {
  const {id, label, construct} = instrument;
  return {
    ...paired(instrument),
    kind: "effect_size",
    id: `${id}_effect_size_at_followup`,
    label: `${label} effect size at six months`,
    question: `How large is the fall in ${construct} scores from admission to six months after discharge?`,
    why: "Studies report follow-up this way.",
    method:
      "Mean change to six months divided by the standard deviation of the baseline scores of the same people, corrected for small samples (g_pre).",
    parameters: ["prorate", "minimum_units_effect_size"],
    source: "FU-02a with ES-02; metafor SMCRH",
    examples: [
      {
        because: "counted like the change in points",
        course: {
          scores: {
            [id]: [
              [0, 18],
              [236, 9]
            ]
          }
        },
        counts: "counted"
      }
    ]
  };
}

/** FU-02b. */
export function changeSinceDischarge(instrument: Instrument): MeanChange {
  const {id, label, construct} = instrument;
  return {
    ...paired(instrument),
    kind: "mean_change",
    id: `${id}_change_since_discharge`,
    label: `${label} change since discharge`,
    question: `By how many points did ${construct} scores go on falling, or rise again, in the six months after discharge?`,
    why: "It tells gains that last from gains that a program's last weeks alone bring.",
    method:
      "Last score of the episode less the score closest to day 180 after discharge; the mean over the follow-up cohort's people with a baseline, a last and a six-month score.",
    caveats: [
      onlyThoseReached,
      "Positive is further improvement, negative is relapse.",
      "Scores often rise in the days before discharge, so a fall afterwards may be the end of that rise."
    ],
    counted: [...followupCohort, "not is_death", "is_of_age", "has_baseline", "has_followup_triple"],
    measured: ["has_baseline", "has_followup_triple"],
    pair: ["post_last", "followup"],
    source: "FU-02b; paired t interval",
    examples: [
      {
        because: "18 at admission, 8 at the end, 11 at six months: 3 points lost",
        course: {
          scores: {
            [id]: [
              [0, 18],
              [55, 8],
              [236, 11]
            ]
          }
        },
        counts: "counted",
        value: -3
      },
      {
        because: "no score at the end",
        course: {
          scores: {
            [id]: [
              [0, 18],
              [236, 11]
            ]
          }
        },
        counts: "neither"
      },
      {
        because: "no baseline",
        course: {
          scores: {
            [id]: [
              [10, 18],
              [55, 8],
              [236, 11]
            ]
          }
        },
        counts: "neither"
      }
    ]
  };
}
