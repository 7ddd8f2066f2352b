import {z} from "zod";
import {isLoincCode} from "./loinc.ts";

const text = z.string().min(1);
const points = z.int().min(0);
const loinc = z.string().refine(isLoincCode, "expected a LOINC code with its check digit, such as 44249-1");
const answerCode = z.string().regex(/^LA\d+-\d$/, "expected LOINC answer codes, such as LA6568-5");

const constant = z.strictObject({points, source: text});

/** Items that the record has room for. */
export const mostItems = 20;

/**
 * An instrument as its file in data/instruments declares it. Scores are whole points and a higher score is worse; every item has
 * the same range, and the total is the sum of the items.
 */
export const instrumentSchema = z.strictObject({
  /** As in assessments.csv; measures and published files are named with it. */
  id: z.string().regex(/^[a-z][a-z0-9]{0,15}$/, "expected at most 16 small letters and digits, a letter first"),
  label: text,
  name: text,
  /** What it measures, as in "depression scores". */
  construct: text,
  licence: text,
  loinc: z.strictObject({panel: loinc, total: loinc}).partial().default({}),
  item_scores: z.strictObject({from: z.literal(0), to: z.int().min(1).max(10)}),
  /** LOINC answer codes of every item, with their score. */
  answers: z.record(answerCode, points).default({}),
  items: z
    .array(
      z.strictObject({
        about: text,
        loinc: loinc.optional(),
        /** Answer codes that this item has in place of others. */
        answers: z.record(answerCode, points).default({}),
        /** Asks for thoughts of death or of hurting oneself: counted apart, never shown small. */
        asks_for_ideation: z.boolean().default(false)
      })
    )
    .min(1)
    .max(mostItems),
  /** Items that may be missing where the score is prorated: the sum of those answered, times items, divided by answered, rounded half up. */
  may_be_missing: points,
  bands: z.array(z.strictObject({from: points, label: text})).min(1),
  /** Score from which symptoms are moderate or worse: whom response and remission are asked of. */
  elevated_from: points,
  /** Score below which little is left. */
  remission_below: points,
  reliable_change: constant,
  minimal_important_change: constant,
  /** Where choices come from that hold no source of their own: a publication, or "program definition". */
  because: z
    .strictObject({bands: text, elevated_from: text, remission_below: text, may_be_missing: text})
    .partial()
    .default({}),
  reliability: z.array(z.strictObject({value: z.number().gt(0).lt(1), kind: text, source: text})).default([]),
  source: text
});

export type Instrument = z.output<typeof instrumentSchema>;

/** Highest total of an instrument, in points. */
export function maximumOf({items, item_scores}: Pick<Instrument, "items" | "item_scores">): number {
  return items.length * item_scores.to;
}

/** Number of the item that asks for thoughts of death, from 1; null where none does. */
export function ideationItemOf({items}: Pick<Instrument, "items">): number | null {
  const index = items.findIndex(({asks_for_ideation}) => asks_for_ideation);
  return index < 0 ? null : index + 1;
}
