import {z} from "zod";
import {canonicalJson, sha256} from "./canonical.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/, "expected a sha256 in hex");
const word = z.string().min(1);

/** What allows an export: the kind of approval and its number, for example {kind: "IRB", number: "2026-017"}. */
const basis = z.strictObject({kind: word, number: word});

const fileSchema = z.strictObject({
  /** Below the folder of the package, with / between folders. */
  file: word.refine(isInside, "expected a path below the folder of the package"),
  sha256: hash,
  bytes: z.int().min(0)
});

/** What the ledger says of one export. No row, key or value of a person. */
export const entrySchema = z
  .strictObject({
    /** Who asked for it. */
    who: word,
    /** What for. */
    why: word,
    /** Null only for a synthetic twin, in which there is no person. */
    basis: basis.nullable(),
    /** sha256 of the request in its canonical form. */
    definition_hash: hash,
    cohort: word,
    shape: word,
    /** Names of the columns that were given. */
    fields: z.array(word),
    /** Rows that were given; persons are never fewer than k. */
    rows: z.int().min(0),
    files: z.array(fileSchema).min(1),
    /** Name of the folder, below that of the ledger. */
    package: word.refine((name) => isInside(name) && !name.includes("/"), "expected the name of a folder"),
    synthetic: z.boolean(),
    as_of: z.iso.date(),
    known_on: z.iso.date().nullable(),
    code_version: word,
    /** Release whose warehouse it was made from, where there is one. */
    release: word.nullable(),
    /** Smallest number of persons that look alike; null for a synthetic twin. */
    k: z.int().min(1).nullable(),
    /** What allows item 9 of the PHQ-9 and records under 42 CFR Part 2 to be in it; null where they are not. */
    item9_basis: basis.nullable(),
    part2_basis: basis.nullable()
  })
  .refine(({basis, k, synthetic}) => synthetic || (basis !== null && k !== null), {
    message: "expected a basis and k for an export of persons"
  });

export type LedgerEntry = z.output<typeof entrySchema>;
export type ExportedFile = z.output<typeof fileSchema>;

/** One line of the ledger: the entry, its place in the chain, and the hash of all of it. */
const lineSchema = entrySchema.safeExtend({
  /** From 1, without a gap. */
  sequence: z.int().min(1),
  /** Hash of the line before; 64 zeros on the first. */
  previous: hash,
  /** When it was appended, UTC. */
  at: z.iso.datetime(),
  hash
});

export type LedgerLine = z.output<typeof lineSchema>;

/** Which entry of the chain: kept as the head of the ledger and, as a receipt, in the folder of each export. */
export const linkSchema = z.strictObject({sequence: z.int().min(0), hash});
export type Link = z.output<typeof linkSchema>;

/** What the first line follows. */
export const beginning: Link = {sequence: 0, hash: "0".repeat(64)};

/** The line that follows `last`, with its hash. */
export function lineAfter(last: Link, entry: LedgerEntry, at: string): LedgerLine {
  const line = {...entrySchema.parse(entry), sequence: last.sequence + 1, previous: last.hash, at};
  return lineSchema.parse({...line, hash: hashOf(line)});
}

/** The hash that a line must have: sha256 of the canonical JSON of everything else in it. */
export function hashOf(line: Omit<LedgerLine, "hash">): string {
  return sha256(canonicalJson({...line, hash: undefined}));
}

/** The text of a line, without its end. */
export function textOf(line: LedgerLine): string {
  return canonicalJson(line);
}

/** The line in these bytes; null where they are not exactly what this module writes. */
export function readLine(bytes: Buffer): LedgerLine | null {
  try {
    const parsed = lineSchema.safeParse(JSON.parse(bytes.toString("utf8")));
    return parsed.success && Buffer.from(textOf(parsed.data)).equals(bytes) ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Neither absolute nor leading out of the folder that it is below. */
function isInside(path: string): boolean {
  return !/^[/\\]|^[a-z]:|\\/i.test(path) && !path.split("/").some((part) => ["", ".", ".."].includes(part));
}
