import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {z} from "zod";
import {UserError} from "../errors.ts";
import type {PublishedRelease} from "./published_release.ts";

const text = z.string();

const number = text.transform((cell, context) => {
  if (cell === "") return null;
  const value = Number(cell);
  if (Number.isFinite(value)) return value;
  context.addIssue({code: "custom", message: "expected a number or nothing"});
  return z.NEVER;
});

const status = z.enum(["published", "suppressed", "unstable", "insufficient", "immature"]);

const manifest = z.object({
  ...{release: text, as_of: z.iso.date(), known_on: z.iso.date().nullable(), code_version: text},
  inputs: z.array(
    z.object({
      ...{source: text, delivered_on: text, sequence: z.union([z.number(), text]), mode: text},
      files: z.array(z.object({file: text, sha256: text}))
    })
  ),
  refused: z.array(z.object({folder: text, code: text})),
  definitions: z.record(text, text),
  settings: z.record(text, z.unknown())
});

const catalogue = z.object({
  headline: z.array(text),
  measures: z.array(z.object({id: text, label: text}))
});

const figures = z.array(
  z.object({
    ...{measure: text, version: text, breakdown: text, group: text, period_type: text, period: text},
    ...{units: number, denominator: number, numerator: number, value: number, lower: number, upper: number},
    ...{unit: text, status, reason: text, as_of: text}
  })
);

const checks = z.array(z.object({check: text, source: text, subject: text, severity: text, status: text}));

/** Groups whose figures are compared. */
const compared = ["all", "program"];

/** Reads a folder of published files; a UserError where it is none, or of another version of Plumbline. */
export function readPublishedRelease(folder: string): PublishedRelease {
  const names = readJson(catalogue, folder, "catalogue.json");
  return {
    manifest: readJson(manifest, folder, "release.json"),
    ...{measures: names.measures, headline: names.headline},
    figures: readRows(figures, folder, "results.csv", (breakdown) => compared.includes(breakdown)),
    checks: readRows(checks, folder, "quality.csv")
  };
}

/** Whether a folder holds a release. */
export function isRelease(folder: string): boolean {
  return existsSync(join(folder, "release.json"));
}

function readJson<T>(schema: z.ZodType<T>, folder: string, file: string): T {
  const content = textOf(folder, file);
  try {
    return read(schema, JSON.parse(content), folder, file);
  } catch (error) {
    throw error instanceof SyntaxError ? unreadable(folder, file, "other text") : error;
  }
}

/** Most rows of a release are of groups that are not compared: their lines are left out before they are taken apart. */
function readRows<T>(
  schema: z.ZodType<T>,
  folder: string,
  file: string,
  isWanted: (breakdown: string) => boolean = () => true
): T {
  const [header = "", ...lines] = textOf(folder, file).split("\n");
  const column = header.split(",").indexOf("breakdown");
  const wanted = column < 0 ? lines : lines.filter((line) => isWanted(line.split(",", column + 1)[column] ?? ""));
  const rows: unknown = parse([header, ...wanted].join("\n"), {columns: true, skip_empty_lines: true});
  return read(schema, rows, folder, file);
}

function textOf(folder: string, file: string): string {
  const path = join(folder, file);
  if (!existsSync(path)) throw unreadable(folder, file, "none");
  return readFileSync(path, "utf8");
}

function read<T>(schema: z.ZodType<T>, found: unknown, folder: string, file: string): T {
  const result = schema.safeParse(found);
  if (result.success) return result.data;
  throw unreadable(folder, file, `something else at ${result.error.issues[0]?.path.join(", ") ?? "its beginning"}`);
}

function unreadable(folder: string, file: string, found: string): UserError {
  return new UserError("usage", `${join(folder, file)}: expected a published file of this version, found ${found}`, {
    hint: "a release is a folder below data/published/releases; compare two that the same version can read"
  });
}
