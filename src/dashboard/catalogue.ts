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

/** What an instrument measures on, where the release says it: the range of its scores and from which score each band of severity begins. */
const instrument = z.object({
  id: text,
  label: text,
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  bands: z.array(z.object({from: z.number(), label: text})).optional()
});

const annotation = z.object({on: z.iso.date(), what: text, programs: z.array(text), rebases: z.boolean()});

const target = z.object({measure: text, value: z.number(), basis: text, since: z.iso.date(), programs: z.array(text)});

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
  annotations: z.array(annotation).default([]),
  targets: z.array(target).default([]),
  statuses: z.array(z.object({id: text, label: text})),
  instruments: z.array(instrument)
});

export type Catalogue = z.infer<typeof catalogue>;
export type Measure = z.infer<typeof measure>;
export type Instrument = z.infer<typeof instrument>;
export type Program = z.infer<typeof program>;
export type Annotation = z.infer<typeof annotation>;
export type Target = z.infer<typeof target>;
