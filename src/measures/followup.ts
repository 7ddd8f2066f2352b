import {gad7, type Instrument, phq9} from "./instrument.ts";
import type {Condition, EffectSize, MeanChange, Proportion} from "./measure.ts";

const cohort: readonly [Condition, ...Condition[]] = [
  "is_discharged",
  "is_treated",
  "is_followup_unit",
  "is_alive_at_followup"
];
const rules = {
  version: "1",
  domain: "follow-up",
  better: "higher",
  parameters: ["prorate"],
  period_by: "discharged_on"
} as const;
const ownDefinition =
  "Counted from discharge: not an NQF or HEDIS follow-up rate, which count from the first elevated score.";

export const followup_retention: Proportion = retention({
  id: "followup_retention",
  label: "Six-month follow-up",
  closes: 210,
  window: "150 to 210",
  flag: "has_followup",
  edges: [150, 210, 211]
});

export const followup_retention_wide: Proportion = retention({
  id: "followup_retention_wide",
  label: "Six-month follow-up, wide window",
  closes: 240,
  window: "120 to 240",
  flag: "has_followup_wide",
  edges: [120, 240, 241]
});

interface Window {
  readonly id: string;
  readonly label: string;
  readonly closes: number;
  readonly window: string;
  readonly flag: "has_followup" | "has_followup_wide";
  readonly edges: readonly [first: number, last: number, tooLate: number];
}

function retention({id, label, closes, window, flag, edges: [first, last, tooLate]}: Window): Proportion {
  return {
    ...rules,
    kind: "proportion",
    id,
    label,
    question: "Of people discharged, what share have a score six months later?",
    why: "It says how much of the discharged population any six-month result speaks for.",
    method: `A scored PHQ-9 or GAD-7 ${window} days after discharge, over people's last treated discharge in the quarter, alive at day 150; quarters whose window has closed only.`,
    caveats: [
      ownDefinition,
      "Refusal of contact does not take a person out of the denominator.",
      "Below 60 % take six-month results as descriptive only; 80 % is rarely reached."
    ],
    source: "FU-01, program definition; SAMHSA GPRA expects 80 % from intake",
    counted: cohort,
    quarter: {closes_after_days: closes, cohort},
    of_these: ["has_several_episodes"],
    numerator: [flag],
    examples: [
      {
        because: `scored on day ${first} after discharge`,
        course: {phq9: [[56 + first, 9]]},
        counts: "numerator"
      },
      {
        because: `scored on day ${last}`,
        course: {gad7: [[56 + last, 9]]},
        counts: "numerator"
      },
      {
        because: `scored on day ${tooLate}`,
        course: {phq9: [[56 + tooLate, 9]]},
        counts: "denominator"
      },
      {
        because: "died 150 days after discharge",
        course: {died: 206, phq9: [[200, 9]]},
        counts: "neither"
      },
      {
        because: "found dead at a contact on day 150",
        course: {found_dead: 206},
        counts: "neither"
      }
    ]
  };
}

export const phq9_change_at_followup = changeAtFollowup(phq9);
export const gad7_change_at_followup = changeAtFollowup(gad7);
export const phq9_effect_size_at_followup = effectSizeAtFollowup(phq9);
export const gad7_effect_size_at_followup = effectSizeAtFollowup(gad7);

function paired({id}: Instrument) {
  return {
    ...rules,
    counted: [...cohort, "not is_death", "is_of_age", `has_${id}_baseline`, `has_${id}_followup_pair`] as const,
    quarter: {closes_after_days: 210, cohort},
    of_these: ["has_several_episodes"] as const,
    pair: [`${id}_baseline`, `${id}_followup`] as const,
    caveats: [
      "It speaks only for those reached at six months: read it beside six-month follow-up.",
      "This is change since admission, not the effect of treatment."
    ]
  };
}

function changeAtFollowup(instrument: Instrument): MeanChange {
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
          [id]: [
            [0, 18],
            [236, 9]
          ]
        },
        counts: "counted",
        value: 9
      },
      {
        because: "days 170 and 190 are as close: the earlier is taken",
        course: {
          [id]: [
            [0, 18],
            [226, 8],
            [246, 12]
          ]
        },
        counts: "counted",
        value: 10
      },
      {
        because: "no baseline",
        course: {[id]: [[236, 9]]},
        counts: "neither"
      }
    ]
  };
}

function effectSizeAtFollowup(instrument: Instrument): EffectSize {
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
          [id]: [
            [0, 18],
            [236, 9]
          ]
        },
        counts: "counted"
      }
    ]
  };
}
