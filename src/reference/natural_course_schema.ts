import {z} from "zod";

const text = z.string().min(1);
const points = z.number();
const positive = z.number().positive();
const people = z.int().positive();

/** What is absent was not read, or was not reported. */
const unread = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);

const quartiles = z
  .tuple([points, points])
  .refine(([lower, upper]) => lower <= upper, "expected the lower quartile before the upper");

const limits = z
  .strictObject({lower: points, upper: points})
  .refine(({lower, upper}) => lower < upper, "expected lower below upper");

/** A score of the group, in points; standard_error is that of the mean. */
const score = z.strictObject({
  value: points.min(0),
  sd: unread(positive),
  standard_error: unread(positive),
  quartiles: unread(quartiles),
  people: unread(people)
});

/**
 * First less last, in points: a fall is positive. `limits` are 95 % limits as reported, or of the pairs themselves; `from` says
 * what a standard error was worked out from.
 */
const change = z.strictObject({
  value: points,
  standard_error: unread(positive),
  from: unread(text),
  limits: unread(limits),
  quartiles: unread(quartiles)
});

const citation = z
  .strictObject({
    authors: text,
    year: z.int().min(1950).max(2100),
    title: text,
    journal: text,
    doi: unread(z.string().regex(/^10\.\d{4,}\/\S+$/, "expected a DOI, for example 10.1192/bjp.2019.53")),
    url: unread(z.url())
  })
  .refine(({doi, url}) => doi !== null || url !== null, "expected a doi or a url");

const read = z.strictObject({
  in: z.enum(["table", "abstract", "raw data", "database", "secondary"]),
  where: text,
  by: text,
  on: z.iso.date()
});

const reference = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, "expected small letters, digits and _"),
  instrument: z.string().regex(/^[a-z][a-z0-9]*$/, "expected the id of an instrument"),
  population: text,
  comparator: z.enum(["waiting list", "waiting list with usual care", "usual care", "enhanced usual care"]),
  setting: z.enum(["specialist", "primary care", "community"]),
  /** People behind the change; those behind a score of their own where they differ. */
  people: unread(people),
  weeks: unread(positive),
  statistic: z.enum(["mean", "median"]),
  baseline: score,
  end: score,
  change,
  citation,
  read,
  grade: z.enum(["A", "B", "C", "D"]),
  because: text,
  caveat: unread(text)
});

const review = z.strictObject({
  id: text,
  construct: text,
  finding: text,
  unit: text,
  value: points,
  lower: unread(points),
  upper: unread(points),
  citation,
  read
});

const grading = z.strictObject({
  /** A usual baseline in an intensive outpatient program, by instrument, in points. */
  baseline: z.record(text, points),
  /** How far a baseline may be from it. */
  points: positive,
  weeks: z.strictObject({from: positive, to: positive})
});

export const naturalCourseSchema = z.strictObject({
  grading,
  references: z.array(reference).min(1),
  reviews: z.array(review)
});

export type NaturalCourse = z.output<typeof naturalCourseSchema>;
export type Reference = NaturalCourse["references"][number];
export type Review = NaturalCourse["reviews"][number];
export type Grade = Reference["grade"];
