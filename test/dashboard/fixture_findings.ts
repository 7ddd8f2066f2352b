import type {RowOf} from "../../src/dashboard/published.ts";

const ever = {period_type: "all", period: ""} as const;
const everyone = {breakdown: "all", group: "", ...ever} as const;
const published = {status: "published", reason: ""} as const;

export function spcRow(given: Partial<RowOf<"spc">> = {}): RowOf<"spc"> {
  return {
    ...{measure: "completion", breakdown: "all", group: "", period_type: "quarter", period: "2025-Q3", value: 0.62},
    ...{centre: 0.62, lower_limit: 0.5, upper_limit: 0.74, signal: "", status: "published", limits: "trial"},
    ...{p_chart: "p", p_lower_limit: 0.49, p_upper_limit: 0.75, event: ""},
    ...given
  };
}

export function funnelRow(given: Partial<RowOf<"funnel">> = {}): RowOf<"funnel"> {
  return {
    ...{measure: "completion", breakdown: "program", group: "n-iop", period: "", denominator: 830, value: 0.63},
    ...{target: 0.62, lower_95: 0.587, upper_95: 0.653, lower_998: 0.568, upper_998: 0.672, position: "within"},
    status: "published",
    ...given
  };
}

export function comparisonRow(given: Partial<RowOf<"comparison">> = {}): RowOf<"comparison"> {
  return {
    ...{measure: "completion", breakdown: "age_band", group: "26-44", ...ever, units: 900, value: 0.62},
    ...{rest_units: 550, rest_value: 0.55, difference: 0.07, lower: 0.02, upper: 0.12, unit: "share", p_value: 0.004},
    ...{stands_out: "yes", share_measured: 0.812, ...published},
    ...given
  };
}

export function claimRow(given: Partial<RowOf<"claims">> = {}): RowOf<"claims"> {
  return {
    ...{measure: "completion", ...everyone, kind: "level", strength: "descriptive"},
    ...{sentence: "Of people discharged up to 2026-03-31, 62.4% had completed treatment.", because: ""},
    ...given
  };
}

export function missingRow(given: Partial<RowOf<"missing">> = {}): RowOf<"missing"> {
  return {
    ...{measure: "reliable_improvement", ...everyone, assumption: "observed", eligible: 1193, measured: 985},
    ...{value: 0.57, lower: 0.54, upper: 0.6, unit: "share", ...published},
    ...given
  };
}

export function reachedRow(given: Partial<RowOf<"reached">> = {}): RowOf<"reached"> {
  return {
    ...{...everyone, characteristic: "phq9_baseline", level: "", reached_units: 288, reached: 14.5},
    ...{not_reached_units: 401, not_reached: 15.6, unit: "points", difference: -0.196, weight: "differs"},
    status: "published",
    ...given
  };
}

export function adjustedRow(given: Partial<RowOf<"adjusted">> = {}): RowOf<"adjusted"> {
  return {
    ...{measure: "completion", breakdown: "program", group: "n-iop", period: "", units: 830, observed: 523},
    ...{expected: 490.5, ratio: 1.066, lower: 0.978, upper: 1.161, raw: 0.63, adjusted: 0.66, z: 1.47, ...published},
    ...given
  };
}

export function successRow(given: Partial<RowOf<"success">> = {}): RowOf<"success"> {
  return {
    ...{instrument: "phq9", ...everyone, definition: "response", is_registered: "no", denominator: 845},
    ...{numerator: 198, value: 0.234, lower: 0.207, upper: 0.264, ...published},
    ...given
  };
}

export function courseRow(given: Partial<RowOf<"natural_course">> = {}): RowOf<"natural_course"> {
  return {
    ...{measure: "phq9_effect_size", kind: "published", reference: "phq9_doe_2017", value: 0.4, lower: 0.2, upper: 0.6},
    ...{
      unit: "sd",
      weeks: 10,
      grade: "C",
      citation: "Doe J, Roe R, et al. (2017). A trial. Journal 1:1. doi:10.1000/1"
    },
    ...{note: "adults recruited online; usual care; n = 49", status: "published"},
    ...given
  };
}

export function curveRow(given: Partial<RowOf<"curves">> = {}): RowOf<"curves"> {
  return {
    ...{measure: "length_of_stay", ...everyone, curve: "in_program", time: 7, at_risk: 1450, events: 30},
    ...{value: 0.98, lower: 0.97, upper: 0.99, status: "published"},
    ...given
  };
}

const model = {measure: "completion", reference_period: "2025"};

/** The tables of findings of the invented release, by file. */
export const fixtureFindings: Record<string, object[]> = {
  "missing.csv": [
    missingRow(),
    missingRow({assumption: "failure", value: 0.47, lower: 0.44, upper: 0.5}),
    missingRow({assumption: "weighted", value: null, lower: null, upper: null, status: "insufficient", reason: "why"}),
    missingRow({assumption: "worst", value: 0.47, lower: null, upper: null}),
    missingRow({assumption: "best", value: 0.64, lower: null, upper: null})
  ],
  "reached.csv": [
    reachedRow(),
    reachedRow({
      characteristic: "payer",
      level: "medicaid",
      reached: 0.3,
      not_reached: 0.5,
      unit: "share",
      difference: -0.41,
      weight: "seriously"
    }),
    reachedRow({
      ...{characteristic: "payer", level: "unknown", reached_units: null, reached: null, not_reached_units: null},
      ...{not_reached: null, unit: "share", difference: null, weight: "", status: "suppressed"}
    })
  ],
  "comparison.csv": [comparisonRow(), comparisonRow({group: "18-25", stands_out: "no"})],
  "adjusted.csv": [
    adjustedRow(),
    adjustedRow({
      group: "east/iop",
      expected: null,
      ratio: null,
      lower: null,
      upper: null,
      adjusted: null,
      z: null,
      status: "insufficient",
      reason: "fewer than 50 people: too few to adjust"
    })
  ],
  "models.csv": [
    {
      ...{...model, units: 610, events: 380, parameters: 9, covariates: "phq9_baseline age_band", c_statistic: 0.684},
      ...{brier: 0.213, calibration_intercept: 0.01, calibration_slope: 0.97, ...published}
    }
  ],
  "calibration.csv": [
    {...model, tenth: 1, units: 61, expected: 22.4, observed: 21, status: "published"},
    {...model, tenth: 2, units: null, expected: null, observed: null, status: "suppressed"}
  ],
  "success.csv": [
    successRow({definition: "effect", numerator: 254, value: 0.3, lower: 0.27, upper: 0.33}),
    successRow(),
    successRow({definition: "reliable_improvement", is_registered: "yes"}),
    successRow({
      definition: "remission",
      denominator: null,
      numerator: null,
      value: null,
      lower: null,
      upper: null,
      status: "suppressed",
      reason: "hidden to protect people"
    })
  ],
  "natural_course.csv": [
    courseRow(),
    courseRow({
      kind: "regression_to_the_mean",
      reference: "reliability 0.74",
      value: 0.2,
      lower: null,
      upper: null,
      weeks: null,
      grade: "",
      citation: "Roe R (2020). Retest.",
      note: "expected"
    })
  ],
  "claims.csv": [
    claimRow(),
    claimRow({
      kind: "trend",
      period_type: "quarter",
      period: "2026-Q1",
      sentence: "Completion by quarter shows no signal.",
      because: "fewer than 12 points"
    }),
    claimRow({
      measure: "reliable_improvement",
      kind: "missing",
      sentence: "Between 47.0% and 64.0%, whatever happened to those not measured."
    }),
    claimRow({
      measure: "phq9_effect_size",
      kind: "natural_course",
      sentence: "Scores fell; those of people who waited fell too."
    }),
    claimRow({
      kind: "comparison",
      breakdown: "age_band",
      group: "26-44",
      sentence: "The group 26-44 and the rest differ by 7.0 points."
    })
  ]
};
