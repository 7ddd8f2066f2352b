import type {Condition, Proportion, TimeToEvent} from "./measure.ts";

const eligible: readonly Condition<"referral">[] = ["is_kept", "is_eligible", "is_30_days_since_referral"];

const shared = {
  grain: "referral",
  version: "1",
  domain: "access",
  parameters: [],
  period_by: "received_on",
  counted: eligible,
  matures: "is_30_days_since_referral",
  of_these: []
} as const;

const caveats = [
  "Sessions carry no clock time, so a day is the smallest step.",
  "Referrals found ineligible, sent elsewhere or put off by the client are left out and counted in the ladder.",
  "A second referral of a client to the same program within 30 days is the same request."
];

export const time_to_first_service: TimeToEvent = {
  ...shared,
  kind: "time_to_event",
  id: "time_to_first_service",
  label: "Time to first service",
  question: "How many days pass from a referral to the first treatment session?",
  why: "People ask for help when they can bear it least; many who wait never come.",
  method:
    "Kaplan-Meier median of days from the referral to the first treated session of its episode, over eligible referrals received in the period at least 30 days before the as-of date; those never seen are censored at the as-of date.",
  caveats: [...caveats, "A median that is not reached means that fewer than half have been seen."],
  better: "lower",
  source: "AC-01b, program definition",
  value: "days_to_service",
  event: "service",
  examples: [
    {
      because: "referred three days before admission, first seen on the day after it",
      course: {referrals: [{day: -3}], sessions: [[1, "attended"]]},
      counts: "counted",
      value: 4
    },
    {
      because: "first seen before the referral was written down: no wait",
      course: {
        referrals: [{day: 2}],
        sessions: [
          [0, "attended"],
          [7, "attended"]
        ]
      },
      counts: "counted",
      value: 0
    },
    {
      because: "a second referral ten days later is the same request",
      course: {referrals: [{day: -12}, {day: -2}], sessions: [[0, "attended"]]},
      counts: "counted",
      value: 12
    },
    {
      because: "found ineligible",
      course: {referrals: [{day: -3, outcome: "ineligible"}]},
      counts: "neither"
    }
  ]
};

export const seen_within_48_hours: Proportion = {
  ...shared,
  kind: "proportion",
  id: "seen_within_48_hours",
  label: "Seen within 48 hours",
  question: "Of people referred, what share had their first treatment session within two days?",
  why: "It is the promise that programs make to those who ask.",
  method:
    "First treated session at most two calendar days after the referral, over eligible referrals received in the period at least 30 days before the as-of date.",
  caveats,
  better: "higher",
  source: "AC-02, program definition",
  numerator: ["is_seen_within_48_hours"],
  examples: [
    {
      because: "two days after the referral",
      course: {referrals: [{day: -2}], sessions: [[0, "attended"]]},
      counts: "numerator"
    },
    {
      because: "three days after it",
      course: {referrals: [{day: -3}], sessions: [[0, "attended"]]},
      counts: "denominator"
    },
    {
      because: "never seen",
      course: {referrals: [{day: -2}], sessions: [[0, "no_show"]]},
      counts: "denominator"
    },
    {
      because: "sent elsewhere",
      course: {referrals: [{day: -2, outcome: "referred_elsewhere"}]},
      counts: "neither"
    },
    {
      because: "received 29 days before the as-of date",
      course: {referrals: [{day: 0}], discharged: null, sessions: [[0, "attended"]], seen_from: 29},
      counts: "neither"
    }
  ]
};
