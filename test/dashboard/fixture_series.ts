import {curveRow, fixtureFindings, funnelRow, spcRow} from "./fixture_findings.ts";
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
    curveRow({time: 0, events: 0, value: 1, lower: null, upper: null}),
    curveRow(),
    curveRow({time: 40, at_risk: 900, events: 500, value: 0.55, lower: 0.52, upper: 0.58})
  ],
  "spc.csv": quarterNames.map((period, index) =>
    spcRow({period, event: index === 5 ? "evening groups opened" : "", signal: index === 8 ? "shift: improvement" : ""})
  ),
  "funnel.csv": [funnelRow(), funnelRow({group: "South_IOP", denominator: 420, value: 0.52, position: "below_998"})],
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
        status: "pass",
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
      ...{violations: 20, checked: 8020, status: "fail", because: "a total outside the scale is a typing error"}
    },
    {
      ...{
        check: "referrals_precede_admission",
        category: "plausibility",
        severity: "warning",
        source: "east",
        subject: "referral"
      },
      ...{violations: 0, checked: 0, status: "pass", because: "a referral after admission is a wrong link"}
    }
  ],
  "vodim.csv": ["clients", "episodes"].map((file) => ({
    ...{source: "north", file, column: file === "clients" ? "race" : "payer", period_type: "all", period: ""},
    ...{checked: 2360, valid: 2180, other: 90, default: null, invalid: null, missing: 70},
    status: "suppressed"
  })),
  "codebook.csv": [
    {file: "results.csv", column: "value", type: "number", unit: "see unit", label: "the figure", values: ""}
  ],
  ...fixtureFindings
};
