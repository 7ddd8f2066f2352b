import type {SessionRatio} from "./measure.ts";

export const weekly_measured: SessionRatio = {
  kind: "session_ratio",
  grain: "week",
  id: "weekly_measured",
  version: "1",
  label: "Measured every week",
  question: "In what share of weeks in treatment was a questionnaire answered?",
  why: "Measurement that comes at the end cannot change the care it measures; accreditors ask for regular intervals.",
  method:
    "Weeks (7 days from admission) with a treated session in which any instrument was scored, over all weeks with a treated session, by the week's first day. A ratio of totals.",
  caveats: [
    "Weeks of one episode resemble each other: the interval counts episodes, not weeks, as independent.",
    "Children under 12 are left out."
  ],
  domain: "effectiveness",
  better: "higher",
  parameters: ["prorate"],
  source: "INS-01c; Joint Commission CTS.03.01.09, CARF 2.A.12",
  period_by: "begins_on",
  numerator: "measured_weeks",
  denominator: "treated_weeks",
  examples: [
    {
      because: "two weeks with a session; one score on the last day of the first, none in the second",
      course: {
        sessions: [
          [0, "attended"],
          [7, "attended"]
        ],
        scores: {phq9: [[6, 12]]}
      },
      counts: "counted",
      value: 0.5
    },
    {
      because: "a week without a treated session does not count, scored or not",
      course: {
        sessions: [
          [0, "attended"],
          [7, "no_show"]
        ],
        scores: {
          phq9: [
            [0, 12],
            [8, 9]
          ]
        }
      },
      counts: "counted",
      value: 1
    },
    {because: "a child of 11", course: {age: 11, scores: {phq9: [[0, 12]]}}, counts: "neither"}
  ]
};
