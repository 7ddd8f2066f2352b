import {z} from "zod";
import type {Value} from "../table.ts";

const code = z.union([z.string(), z.number()]);

/**
 * One step that makes a column coarser, as a cohort's definition writes it. `to` is "none" (the column is emptied), a width such as
 * "10-year" or "2-year" (values and bands are joined into bands of that width), "65+" or "under 18" (one band from there on), or, for the column of persons, "unlinked" (which
 * episodes are of one person is told no more). `merge` gives several codes a new one.
 */
export const stepSchema = z.union(
  [
    z.strictObject({field: z.string(), to: z.string()}),
    z.strictObject({field: z.string(), merge: z.record(z.string().min(1), z.array(code).min(1))})
  ],
  "expected {field: …, to: …} or {field: …, merge: {…: […]}}"
);

export type Step = z.output<typeof stepSchema>;

/** A column that says what must not be known of somebody; where the values that harm are named, only these are kept from being told. */
export interface SensitiveField {
  readonly field: string;
  /** Null: each value harms. */
  readonly values: readonly Value[] | null;
}

/** What a request asks of the rows before they leave. */
export interface AnonymityOptions {
  /** People who share all quasi-identifiers, at least: 11 or more; 11 where not given. */
  readonly k?: number;
  /** Values of each sensitive column in a class, at least: 2 or more; 2 where not given. */
  readonly l?: number;
  /** Columns by which somebody could be recognised, beside those that a table declares as such. */
  readonly quasi_identifiers?: readonly string[];
  /** Sensitive columns, beside those that a table declares as such. */
  readonly sensitive?: readonly (string | SensitiveField)[];
  /** Steps in the order in which they are taken, no more of them than needed. */
  readonly generalise?: readonly Step[];
  /** Share of people who may be left out for what the steps do not reach: 0 to 0.1; 0 where not given. */
  readonly suppress_up_to?: number;
  /** The column that says whose row it is; person_id where not given. Every table has it. */
  readonly person?: string;
  /** The column that says of which episode; episode_id where not given. */
  readonly episode?: string;
}

/** The options with nothing left open. */
export interface Demand {
  readonly k: number;
  readonly l: number;
  readonly quasi_identifiers: readonly string[];
  readonly sensitive: readonly SensitiveField[];
  readonly generalise: readonly Step[];
  readonly suppress_up_to: number;
  readonly person: string;
  readonly episode: string;
}

/** A step as it stands in a cohort's definition. */
export function stepInWords(step: Step): string {
  if ("to" in step) return `{field: ${step.field}, to: ${step.to}}`;
  const parts = Object.entries(step.merge).map(([into, codes]) => `${into}: [${codes.join(", ")}]`);
  return `{field: ${step.field}, merge: {${parts.join(", ")}}}`;
}
