import type {Condition, Proportion} from "./measure.ts";

/** People's last treated discharge of the quarter, alive at day 150: whom every six-month figure is about. */
export const followupCohort: readonly Condition<"episode">[] = [
  "is_discharged",
  "is_treated",
  "is_followup_unit",
  "is_alive_at_followup"
];
export const followupRules = {
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
  flag: "is_followed_up",
  edges: [150, 210, 211]
});

export const followup_retention_wide: Proportion = retention({
  id: "followup_retention_wide",
  label: "Six-month follow-up, wide window",
  closes: 240,
  window: "120 to 240",
  flag: "is_followed_up_wide",
  edges: [120, 240, 241]
});

interface Window {
  readonly id: string;
  readonly label: string;
  readonly closes: number;
  readonly window: string;
  readonly flag: "is_followed_up" | "is_followed_up_wide";
  readonly edges: readonly [first: number, last: number, tooLate: number];
}

function retention({id, label, closes, window, flag, edges: [first, last, tooLate]}: Window): Proportion {
  return {
    ...followupRules,
    kind: "proportion",
    grain: "episode",
    id,
    label,
    question: "Of people discharged, what share have a score six months later?",
    why: "It says how much of the discharged population any six-month result speaks for.",
    method: `A score of any instrument ${window} days after discharge, over people's last treated discharge in the quarter, alive at day 150; quarters whose window has closed only.`,
    caveats: [
      ownDefinition,
      "Refusal of contact does not take a person out of the denominator.",
      "Below 60 % take six-month results as descriptive only; 80 % is rarely reached."
    ],
    source: "FU-01, program definition; SAMHSA GPRA expects 80 % from intake",
    counted: followupCohort,
    quarter: {closes_after_days: closes, cohort: followupCohort},
    of_these: ["has_several_episodes"],
    numerator: [flag],
    examples: [
      {
        because: `scored on day ${first} after discharge`,
        course: {scores: {phq9: [[56 + first, 9]]}},
        counts: "numerator"
      },
      {
        because: `scored on day ${last}`,
        course: {scores: {gad7: [[56 + last, 9]]}},
        counts: "numerator"
      },
      {
        because: `scored on day ${tooLate}`,
        course: {scores: {phq9: [[56 + tooLate, 9]]}},
        counts: "denominator"
      },
      {
        because: "died 150 days after discharge",
        course: {died: 206, scores: {phq9: [[200, 9]]}},
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
