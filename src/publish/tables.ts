/** Columns of the published tables, in order; the names are relied on by others' scripts. */
export const publishedColumns = {
  results: [
    "measure",
    "version",
    "domain",
    "breakdown",
    "group",
    "period_type",
    "period",
    "units",
    "denominator",
    "numerator",
    "value",
    "lower",
    "upper",
    "unit",
    "status",
    "reason",
    "as_of"
  ],
  curves: [
    "measure",
    "breakdown",
    "group",
    "period_type",
    "period",
    "curve",
    "time",
    "at_risk",
    "events",
    "value",
    "lower",
    "upper",
    "status"
  ],
  ladder: ["measure", "breakdown", "group", "period_type", "period", "step_order", "step", "count", "status"],
  spc: [
    "measure",
    "breakdown",
    "group",
    "period_type",
    "period",
    "value",
    "centre",
    "lower_limit",
    "upper_limit",
    "signal",
    "status"
  ],
  funnel: [
    "measure",
    "breakdown",
    "group",
    "period",
    "denominator",
    "value",
    "target",
    "lower_95",
    "upper_95",
    "lower_998",
    "upper_998",
    "position",
    "status"
  ],
  trajectory: ["instrument", "breakdown", "group", "week", "units", "value", "lower", "upper", "status"],
  quality: ["check", "category", "severity", "source", "subject", "violations", "checked", "status", "because"],
  codebook: ["file", "column", "type", "unit", "label", "values"]
} as const;

export type TableName = keyof typeof publishedColumns;
