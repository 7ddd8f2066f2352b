import {z} from "zod";

const text = z.string();
const textOrNull = text.nullable();

const measure = z.object({
  id: text.regex(/^[a-z][a-z0-9_]*$/),
  version: text,
  label: text,
  question: text,
  why: text,
  method: text,
  caveats: z.array(text),
  domain: text,
  grain: text,
  denominator: text,
  numerator: textOrNull,
  estimator: text,
  interval: text,
  unit: text,
  better: textOrNull,
  period_by: text,
  finest_period: text,
  parameters: z.array(z.object({name: text, value: z.union([text, z.number(), z.boolean()]), label: text})),
  source: text,
  reviewed: z.object({by: text, on: text, next: text}),
  ladder: z.array(z.object({step: text, label: text})),
  examples: z.array(z.object({because: text, counts: text, rows: z.array(text)}))
});

const program = z.object({
  group: text.min(1),
  name: text,
  site: textOrNull,
  population: textOrNull,
  level_of_care: textOrNull
});

const instrument = z.object({
  id: text,
  label: text,
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  /** Bands of severity, the lightest first; each begins at `from`. */
  bands: z.array(z.object({from: z.number(), label: text})).optional()
});

/** catalogue.json: every measure's declaration, and the words for groups and statuses. */
export const catalogue = z.object({
  organisation: text,
  synthetic: z.boolean(),
  as_of: z.iso.date(),
  headline: z.array(text),
  measures: z.array(measure),
  breakdowns: z.array(z.object({id: text, label: text})),
  programs: z.array(program),
  sites: z.array(z.object({group: text})),
  statuses: z.array(z.object({id: text, label: text})),
  instruments: z.array(instrument)
});

export type Catalogue = z.infer<typeof catalogue>;
export type Measure = z.infer<typeof measure>;
export type Instrument = z.infer<typeof instrument>;
export type Program = z.infer<typeof program>;
