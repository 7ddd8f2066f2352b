import type {MedianRate, UnitRatio} from "./measure.ts";

const minutes =
  "Minutes that were not recorded count as all of the scheduled ones, or half of them where attendance was partial.";

export const attended_hours_per_week: MedianRate = {
  kind: "median_rate",
  grain: "episode",
  id: "attended_hours_per_week",
  version: "1",
  label: "Hours attended a week",
  question: "How many hours of treatment a week did people receive while they were here?",
  why: "Nine hours a week is what makes a program intensive; payers pay for it.",
  method:
    "Hours of treated sessions divided by the weeks of the stay (days / 7); the median over treated episodes discharged in the period after a stay of 7 days or more.",
  caveats: [minutes, "Stays shorter than a week are left out: a rate a week of two days says nothing."],
  domain: "efficiency",
  better: "neither",
  parameters: [],
  source: "DO-01, program definition",
  period_by: "discharged_on",
  counted: ["is_discharged", "is_treated", "has_stayed_a_week"],
  of_these: ["has_several_episodes"],
  half_minutes: "half_minutes",
  days: "los_days",
  examples: [
    {
      because: "two sessions of three hours over 14 days",
      course: {
        sessions: [
          [0, "attended"],
          [13, "attended"]
        ]
      },
      counts: "counted",
      value: 3
    },
    {
      because: "a partial session without minutes counts half: 4.5 hours over 14 days",
      course: {
        sessions: [
          [0, "attended"],
          [13, "partial"]
        ]
      },
      counts: "counted",
      value: 2.25
    },
    {
      because: "a stay of six days",
      course: {
        discharged: 5,
        sessions: [
          [0, "attended"],
          [5, "attended"]
        ]
      },
      counts: "neither"
    }
  ]
};

export const weeks_at_dose: UnitRatio = {
  kind: "unit_ratio",
  grain: "episode",
  id: "weeks_at_dose",
  version: "1",
  label: "Weeks at the prescribed dose",
  question: "In what share of weeks did people receive at least 80 % of the hours prescribed to them?",
  why: "An average can hide weeks without treatment; this counts weeks.",
  method:
    "Whole weeks from admission (7 days each, the last part of one dropped) with treated sessions of at least 80 % of the episode's prescribed hours, over all whole weeks of episodes discharged in the period with a stay of 7 days or more and prescribed hours. A ratio of totals.",
  caveats: [
    minutes,
    "Weeks of one episode resemble each other: the interval counts episodes, not weeks, as independent.",
    "Episodes whose prescribed hours were not recorded are left out."
  ],
  domain: "efficiency",
  better: "higher",
  parameters: [],
  source: "DO-02, program definition",
  period_by: "discharged_on",
  counted: ["is_discharged", "is_treated", "has_stayed_a_week", "has_weeks_of_dose"],
  of_these: ["has_several_episodes"],
  numerator: "weeks_at_dose",
  denominator: "weeks_of_dose",
  examples: [
    {
      because: "3 hours of 3.75 prescribed are exactly 80 %: two of two weeks; the third is not whole",
      course: {
        prescribed_hours: 3.75,
        discharged: 15,
        sessions: [
          [0, "attended"],
          [7, "attended"],
          [14, "attended"]
        ]
      },
      counts: "counted",
      value: 1
    },
    {
      because: "a week without a session is a week below the dose",
      course: {
        prescribed_hours: 3,
        discharged: 20,
        sessions: [
          [0, "attended"],
          [20, "attended"]
        ]
      },
      counts: "counted",
      value: 2 / 3
    },
    {
      because: "no prescribed hours",
      course: {},
      counts: "neither"
    }
  ]
};
