import {z} from "zod";

const text = z.string();
const rows = z.number().int().nonnegative();

/** A count of rows; null where it is hidden to protect people. */
const shownRows = rows.nullable();

const deliveredFile = z.object({
  file: text,
  sha256: text,
  read: shownRows,
  accepted: shownRows,
  corrected: shownRows,
  unchanged: shownRows,
  deleted: shownRows,
  quarantined: shownRows,
  withdrawn: shownRows
});

const waitingRows = z.object({source: text, file: text, code: text, rows: shownRows});

const delivery = z.object({
  source: text,
  delivered_on: z.iso.date(),
  sequence: z.union([z.number(), text]),
  mode: text,
  files: z.array(deliveredFile)
});

/** release.json: the manifest of one release, from the deliveries read to the hashes of the files written. */
export const release = z.object({
  release: text,
  as_of: z.iso.date(),
  known_on: z.iso.date().nullable(),
  organisation: text,
  synthetic: z.boolean(),
  inputs: z.array(delivery),
  waiting: z.array(waitingRows),
  refused: z.array(z.object({folder: text, code: text})),
  code_version: text,
  definitions: z.record(text, text),
  settings: z.record(text, z.unknown()),
  checks: z.array(z.object({check: text, status: text, violations: z.number().nullable()})),
  audit: z.object({tables: rows, rows_hidden: rows}).nullable().optional(),
  outputs: z.array(z.object({file: text, sha256: text, bytes: rows, rows: rows.nullable().optional()}))
});

export type Release = z.infer<typeof release>;
export type Delivery = z.infer<typeof delivery>;
