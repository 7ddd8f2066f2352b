import {z} from "zod";

const text = z.string();
const number = z.string().transform(readNumber);

const status = z.enum(["published", "suppressed", "unstable", "insufficient", "immature"]);

const group = {breakdown: text, group: text};
const place = {...group, period_type: z.enum(["all", "year", "quarter", "month"]), period: text};
const measure = text.min(1);
const estimate = {value: number, lower: number, upper: number};

/** One row of each published table, by file. Shares are 0-1; an empty cell is null. */
export const rowOf = {
  results: z.object({
    ...{measure, version: text, domain: text, ...place, units: number, denominator: number, numerator: number},
    ...{...estimate, unit: text, status, reason: text, as_of: z.iso.date()}
  }),
  ladder: z.object({measure, ...place, step_order: number, step: text, count: number, status}),
  curves: z.object({
    measure,
    ...place,
    curve: text,
    time: number,
    at_risk: number,
    events: number,
    ...estimate,
    status
  }),
  spc: z.object({
    ...{
      measure,
      ...place,
      value: number,
      centre: number,
      lower_limit: number,
      upper_limit: number,
      signal: text,
      status
    },
    ...{limits: text, p_chart: text, p_lower_limit: number, p_upper_limit: number, event: text}
  }),
  funnel: z.object({
    ...{measure, ...group, period: text, denominator: number, value: number, target: number},
    ...{lower_95: number, upper_95: number, lower_998: number, upper_998: number, position: text, status}
  }),
  missing: z.object({
    ...{measure, ...place, assumption: text, eligible: number, measured: number, ...estimate},
    ...{unit: text, status, reason: text}
  }),
  reached: z.object({
    ...{...place, characteristic: text, level: text, reached_units: number, reached: number},
    ...{not_reached_units: number, not_reached: number, unit: text, difference: number, weight: text, status}
  }),
  comparison: z.object({
    ...{measure, ...place, units: number, value: number, rest_units: number, rest_value: number, difference: number},
    ...{lower: number, upper: number, unit: text, p_value: number, stands_out: text, share_measured: number},
    ...{status, reason: text}
  }),
  adjusted: z.object({
    ...{measure, ...group, period: text, units: number, observed: number, expected: number, ratio: number},
    ...{lower: number, upper: number, raw: number, adjusted: number, z: number, status, reason: text}
  }),
  models: z.object({
    ...{measure, reference_period: text, units: number, events: number, parameters: number, covariates: text},
    ...{c_statistic: number, brier: number, calibration_intercept: number, calibration_slope: number},
    ...{status, reason: text}
  }),
  calibration: z.object({
    ...{measure, reference_period: text, tenth: number, units: number, expected: number, observed: number, status}
  }),
  success: z.object({
    ...{instrument: text, ...place, definition: text, is_registered: text, denominator: number, numerator: number},
    ...{...estimate, status, reason: text}
  }),
  natural_course: z.object({
    ...{measure, kind: text, reference: text, ...estimate, unit: text, weeks: number, grade: text, citation: text},
    ...{note: text, status}
  }),
  trajectory: z.object({
    ...{instrument: text, ...group, week: number, units: number, ...estimate},
    status
  }),
  claims: z.object({measure, ...place, kind: text, strength: text, sentence: text, because: text}),
  quality: z.object({
    ...{check: text, category: text, severity: text, source: text, subject: text, violations: number},
    ...{checked: number, status: text, because: text}
  })
};

export type TableName = keyof typeof rowOf;
export type RowOf<Name extends TableName> = z.infer<(typeof rowOf)[Name]>;
export type ResultRow = RowOf<"results">;
export type LadderRow = RowOf<"ladder">;
export type QualityRow = RowOf<"quality">;
export type Status = z.infer<typeof status>;

function readNumber(cell: string, context: z.RefinementCtx): number | null {
  if (cell === "") return null;
  const value = Number(cell);
  if (Number.isFinite(value)) return value;
  context.addIssue({code: "custom", message: "expected a number or nothing"});
  return z.NEVER;
}
