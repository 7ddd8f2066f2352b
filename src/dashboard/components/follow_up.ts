import type {ResultRow} from "../published.ts";

/** A follow-up that fewer answer says too little about the rest (measure specification, FU-05). */
const enough = 0.4;

/** The warning that belongs beside a low six-month follow-up, in words. */
export function insufficientFollowUp({measure, value}: ResultRow): string | null {
  if (!measure.startsWith("followup_retention") || value === null || value >= enough) return null;
  return "insufficient follow-up: fewer than 40% were reached";
}
