import {z} from "zod";
import {stepSchema} from "./anonymity/options.ts";

const text = z.string().min(1).max(400);
/** Numbers of a board or an agreement look like numbers at times. */
const number = z.union([text, z.int().min(0).transform(String)], "expected a text, such as 2026-014");
const date = z.iso.date("expected a date, for example 2026-01-15");
const name = z.string().regex(/^[a-z][a-z0-9_]*$/, "expected small letters, digits and _, a letter first");
const names = z.array(name).default([]);
const plainValue = z.union([z.string(), z.number()], "expected a text or a number");

/** One condition: a field and the values or the range that it may have, or counted_in or numerator_of and a measure. */
const condition = z
  .record(
    z.string(),
    z.union(
      [
        plainValue,
        z.array(plainValue).min(1),
        z
          .strictObject({from: z.number(), to: z.number()})
          .partial()
          .refine(({from, to}) => from !== undefined || to !== undefined)
      ],
      "expected a value, a list of values, or from and to"
    )
  )
  .refine(
    (given) => Object.keys(given).length === 1,
    "expected one field, or counted_in or numerator_of, to each line"
  );

const places = z.array(z.string().min(1)).default([]);

/**
 * A request for a table of episodes, as cohort.yaml writes it. What is left out of it is not given out: the defaults are the
 * most careful ones.
 */
export const cohortSchema = z.strictObject({
  /** Names the folder and the files. */
  name: z
    .string()
    .max(48)
    .regex(
      /^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/,
      "expected small letters and digits, joined by - or _, for example change-in-depression"
    ),
  purpose: text,
  requested_by: text,
  /** What allows it, and the number it goes by. */
  basis: z.strictObject({
    kind: z.enum(["irb", "irb_exempt", "dua", "quality_improvement", "public_health", "audit", "pending"]),
    number
  }),
  /** Both days are in it. */
  period: z
    .strictObject({by: z.enum(["admitted", "discharged"]), from: date, to: date})
    .refine(({from, to}) => from <= to, "expected from before to"),
  /** None named means all. */
  programs: places,
  sites: places,
  include: z.array(condition).default([]),
  exclude: z.array(condition).default([]),
  instruments: names,
  columns: z.array(name).min(1),
  shape: z.enum(["episodes", "long", "wide"]).default("episodes"),
  dates: z.enum(["days_since_admission", "shifted"]).default("days_since_admission"),
  expert_determination: z.strictObject({by: text, on: date, reference: text}).nullable().default(null),
  k: z.int().min(11, "expected 11 or more: fewer alike could be told apart").max(1000).default(11),
  l: z.int().min(2).max(20).default(2),
  /** Beside the columns that always are. */
  quasi_identifiers: names,
  sensitive: names,
  generalise: z.array(stepSchema).default([]),
  suppress_up_to: z.number().min(0).max(0.1).default(0),
  item9: z
    .strictObject({basis: z.enum(["irb", "dua", "quality_improvement"]), number})
    .nullable()
    .default(null),
  part2: z
    .strictObject({basis: z.enum(["consent", "research_2_52", "audit_2_53", "qsoa"]), number})
    .nullable()
    .default(null)
});

export type CohortDefinition = z.output<typeof cohortSchema>;
export type Condition = CohortDefinition["include"][number];
