/** What stands in the cells of a column: words, a number (none where the cell is empty), or one of a few words. */
type Kind = "text" | "key" | "number" | "date" | "status" | "period_type";

interface CellOf {
  text: string;
  /** Words that are never missing. */
  key: string;
  number: number | null;
  date: string;
  status: Status;
  period_type: PeriodType;
}

export type Status = "published" | "suppressed" | "unstable" | "insufficient" | "immature";
export type PeriodType = "all" | "year" | "quarter" | "month";

const group = {breakdown: "text", group: "text"} as const;
const place = {...group, period_type: "period_type", period: "text"} as const;
const estimate = {value: "number", lower: "number", upper: "number"} as const;
const measure = "key";
const withReason = {status: "status", reason: "text"} as const;

/** The columns of each published table that the site reads, by file. Shares are 0-1. */
export const columnsOf = {
  results: {
    ...{measure, version: "text", domain: "text", ...place},
    ...{units: "number", denominator: "number", numerator: "number"},
    ...{...estimate, unit: "text", ...withReason, as_of: "date"}
  },
  ladder: {measure, ...place, step_order: "number", step: "text", count: "number", status: "status"},
  curves: {
    ...{measure, ...place, curve: "text", time: "number", at_risk: "number", events: "number"},
    ...{...estimate, status: "status"}
  },
  spc: {
    ...{measure, ...place, value: "number", centre: "number", lower_limit: "number", upper_limit: "number"},
    ...{signal: "text", status: "status", limits: "text", p_chart: "text"},
    ...{p_lower_limit: "number", p_upper_limit: "number", event: "text"}
  },
  funnel: {
    ...{measure, ...group, period: "text", denominator: "number", value: "number", target: "number"},
    ...{lower_95: "number", upper_95: "number", lower_998: "number", upper_998: "number"},
    ...{position: "text", status: "status"}
  },
  missing: {
    ...{measure, ...place, assumption: "text", eligible: "number", measured: "number"},
    ...{...estimate, unit: "text", ...withReason}
  },
  reached: {
    ...{...place, characteristic: "text", level: "text", reached_units: "number", reached: "number"},
    ...{not_reached_units: "number", not_reached: "number", unit: "text", difference: "number"},
    ...{weight: "text", status: "status"}
  },
  comparison: {
    ...{measure, ...place, units: "number", value: "number", rest_units: "number", rest_value: "number"},
    ...{difference: "number", lower: "number", upper: "number", unit: "text", p_value: "number"},
    ...{stands_out: "text", share_measured: "number", ...withReason}
  },
  adjusted: {
    ...{measure, ...group, period: "text", units: "number", observed: "number", expected: "number", ratio: "number"},
    ...{lower: "number", upper: "number", raw: "number", adjusted: "number", z: "number", ...withReason}
  },
  models: {
    ...{measure, reference_period: "text", units: "number", events: "number", parameters: "number"},
    ...{covariates: "text", c_statistic: "number", brier: "number"},
    ...{calibration_intercept: "number", calibration_slope: "number", ...withReason}
  },
  calibration: {
    ...{measure, reference_period: "text", tenth: "number", units: "number"},
    ...{expected: "number", observed: "number", status: "status"}
  },
  success: {
    ...{instrument: "text", ...place, definition: "text", is_registered: "text"},
    ...{denominator: "number", numerator: "number", ...estimate, ...withReason}
  },
  natural_course: {
    ...{measure, kind: "text", reference: "text", ...estimate, unit: "text", weeks: "number"},
    ...{grade: "text", citation: "text", note: "text", status: "status"}
  },
  trajectory: {instrument: "text", ...group, week: "number", units: "number", ...estimate, status: "status"},
  claims: {measure, ...place, kind: "text", strength: "text", sentence: "text", because: "text"},
  quality: {
    ...{check: "text", category: "text", severity: "text", source: "text", subject: "text"},
    ...{violations: "number", checked: "number", status: "text", because: "text"}
  },
  vodim: {
    ...{source: "key", file: "key", column: "key", period_type: "period_type", period: "text", checked: "number"},
    ...{valid: "number", other: "number", default: "number", invalid: "number", missing: "number", status: "status"}
  }
} as const satisfies Record<string, Record<string, Kind>>;

type Columns = typeof columnsOf;
export type TableName = keyof Columns;

/** A row of a published table; an empty cell of a number is null. */
export type RowOf<Name extends TableName> = {
  -readonly [Column in keyof Columns[Name]]: Columns[Name][Column] extends Kind ? CellOf[Columns[Name][Column]] : never;
};

export type ResultRow = RowOf<"results">;
export type LadderRow = RowOf<"ladder">;
export type QualityRow = RowOf<"quality">;
export type VodimRow = RowOf<"vodim">;
