import {z} from "zod";

const count = z.string().transform(readNumber);

const status = z.enum(["published", "suppressed", "unstable", "insufficient", "immature"]);

/** One row of results.csv. Shares are 0-1; an empty cell is null. */
export const resultRow = z.object({
  measure: z.string().min(1),
  version: z.string(),
  domain: z.string(),
  breakdown: z.string().min(1),
  group: z.string(),
  period_type: z.enum(["all", "year", "quarter", "month"]),
  period: z.string(),
  units: count,
  denominator: count,
  numerator: count,
  value: count,
  lower: count,
  upper: count,
  unit: z.string(),
  status,
  reason: z.string(),
  as_of: z.iso.date()
});

/** One row of ladder.csv: how many were left at a step. */
export const ladderRow = z.object({
  measure: z.string().min(1),
  breakdown: z.string(),
  group: z.string(),
  period_type: z.string(),
  period: z.string(),
  step_order: count,
  step: z.string(),
  count,
  status
});

/** One row of quality.csv: a check and what it found. */
export const qualityRow = z.object({
  check: z.string(),
  category: z.string(),
  severity: z.string(),
  source: z.string(),
  subject: z.string(),
  violations: count,
  checked: count,
  status: z.string(),
  because: z.string()
});

export type ResultRow = z.infer<typeof resultRow>;
export type LadderRow = z.infer<typeof ladderRow>;
export type QualityRow = z.infer<typeof qualityRow>;
export type Status = z.infer<typeof status>;

function readNumber(text: string, context: z.RefinementCtx): number | null {
  if (text === "") return null;
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  context.addIssue({code: "custom", message: "expected a number or nothing"});
  return z.NEVER;
}
