import {fixtureMeasures} from "./fixture_measures.ts";
import {quarterNames} from "./fixture_rows.ts";

const everyone = {breakdown: "all", group: "", period_type: "all", period: ""};

/** The other published tables, by file. */
export const fixtureSeries: Record<string, object[]> = {
  "ladder.csv": fixtureMeasures.flatMap(({id}) => [
    {measure: id, ...everyone, step_order: 1, step: "discharged", count: 1530, status: "published"},
    {measure: id, ...everyone, step_order: 2, step: "treated", count: 1450, status: "published"},
    {measure: id, ...everyone, step_order: 3, step: "left_out_under_12", count: null, status: "suppressed"}
  ]),
  "curves.csv": [
    {
      measure: "length_of_stay",
      ...everyone,
      curve: "survival",
      time: 7,
      at_risk: 1450,
      events: 30,
      value: 0.98,
      lower: 0.97,
      upper: 0.99,
      status: "published"
    }
  ],
  "spc.csv": quarterNames.map((period) => ({
    ...{measure: "completion", breakdown: "all", group: "", period_type: "quarter", period, value: 0.62},
    ...{centre: 0.62, lower_limit: 0.5, upper_limit: 0.74, signal: "", status: "published"}
  })),
  "funnel.csv": [
    {
      ...{
        measure: "completion",
        breakdown: "program",
        group: "n-iop",
        period: "",
        denominator: 830,
        value: 0.63,
        target: 0.62
      },
      ...{lower_95: 0.587, upper_95: 0.653, lower_998: 0.568, upper_998: 0.672, position: "within", status: "published"}
    }
  ],
  "trajectory.csv": [0, 1, 2, 3].map((week) => ({
    ...{
      instrument: "phq9",
      breakdown: "all",
      group: "",
      week,
      units: 1000 - week,
      value: 15 - week,
      lower: 14.5 - week,
      upper: 15.5 - week
    },
    status: "published"
  })),
  "quality.csv": [
    {
      ...{check: "episodes_have_a_program", category: "conformance", severity: "fatal", source: "", subject: "episode"},
      ...{
        violations: 0,
        checked: 1530,
        status: "passed",
        because: "an episode without a program, or of an unknown one, cannot be counted for any"
      }
    },
    {
      ...{
        check: "scores_within_range",
        category: "plausibility",
        severity: "warning",
        source: "north",
        subject: "assessment"
      },
      ...{violations: 12, checked: 8020, status: "warned", because: "a total outside the scale is a typing error"}
    },
    {
      ...{
        check: "referrals_precede_admission",
        category: "plausibility",
        severity: "warning",
        source: "east",
        subject: "referral"
      },
      ...{violations: 0, checked: 0, status: "passed", because: "a referral after admission is a wrong link"}
    }
  ],
  "codebook.csv": [
    {file: "results.csv", column: "value", type: "number", unit: "see unit", label: "the figure", values: ""}
  ]
};
