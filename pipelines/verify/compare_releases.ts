import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import type {Difference} from "../../src/ledger/read_ledger.ts";
import type {Manifest} from "./manifest.ts";

/** What of a manifest explains why figures differ, in the order in which to look. */
const causes = [
  ...["as_of", "known_on", "inputs", "freshness", "definitions", "quarantine", "waiting", "checks"],
  ...["organisation", "synthetic"]
];

/** Checks that tell of the day of the run: which deliveries were refused then, which definition of success was registered before. */
const ofTheDay = ["refused_deliveries", "success_redefined"];

/** A release on disk. */
export interface OnDisk {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** A row of a table by column, as text. */
export type Row = Readonly<Record<string, string>>;

/** The first thing that went into a release and is not the same when it is made again, but for what tells of the day of the run. */
export function causeDifference(published: Manifest, again: Manifest): Difference | null {
  for (const cause of causes) {
    const [before, now] = [published, again].map((manifest) => lasting(manifest[cause]));
    const difference = valueDifference(before, now, `release.json, ${cause}`);
    if (difference !== null) return difference;
  }
  return null;
}

/**
 * The first file, row and column in which a release that was made again is not what was published. Published values are shown; there
 * are no others in a release.
 */
export async function filesDifference(published: OnDisk, again: OnDisk): Promise<Difference | null> {
  for (const {file} of published.manifest.outputs) {
    const difference = await fileDifference(file, published.folder, again.folder);
    if (difference !== null) return difference;
  }
  const files = (manifest: Manifest) => manifest.outputs.map(({file}) => file);
  return valueDifference(files(published.manifest), files(again.manifest), "release.json, outputs");
}

/** A value without the checks that tell of the day. */
function lasting(value: unknown): unknown {
  return Array.isArray(value) ? value.filter((item) => !ofTheDay.includes(item?.check)) : value;
}

async function fileDifference(file: string, published: string, again: string): Promise<Difference | null> {
  const before = await readFile(join(published, file));
  const now = await readFile(join(again, file)).catch(() => null);
  if (now === null) return {place: file, expected: "a file", found: "none"};
  if (before.equals(now)) return null;
  if (file === "quality.csv") return tableDifference(before.toString("utf8"), now.toString("utf8"), file);
  const found = file.endsWith(".csv")
    ? tableDifference(before.toString("utf8"), now.toString("utf8"), file)
    : file.endsWith(".json")
      ? valueDifference(JSON.parse(before.toString("utf8")), JSON.parse(now.toString("utf8")), file)
      : null;
  return found ?? {place: file, expected: "the bytes that were published", found: "others"};
}

/** Columns that say which row it is, in the files that have them. */
const naming = [
  "measure",
  "check",
  "instrument",
  "breakdown",
  "group",
  "period_type",
  "period",
  "step",
  "time",
  "column"
];

/** The first cell that differs; text that is not a table has none. */
export function tableDifference(published: string, again: string, file: string): Difference | null {
  const [before, now] = [published, again].map((text) => lastingRows(parse(text)));
  const [header = [], ...rows] = before ?? [];
  const heads = valueDifference(header, now?.[0], `${file}, header`);
  if (heads !== null) return heads;
  for (const [index, cells] of rows.entries()) {
    const [row, other] = [rowOf(header, cells), now?.[index + 1]];
    const place = `${file}, row ${index + 1} (${rowName(row)})`;
    const difference =
      other === undefined
        ? {place, expected: "the row", found: "the end of the file"}
        : rowDifference(row, rowOf(header, other), place);
    if (difference !== null) return difference;
  }
  const next = now?.[rows.length + 1];
  return next === undefined
    ? null
    : {place: file, expected: `its end after row ${rows.length}`, found: `a row (${rowName(rowOf(header, next))})`};
}

/** The rows of a table without those of checks that tell of the day. */
function lastingRows([header = [], ...rows]: readonly string[][]): string[][] {
  const check = header.indexOf("check");
  return [header, ...rows.filter((row) => !ofTheDay.includes(row[check] ?? ""))];
}

function rowOf(header: readonly string[], cells: readonly string[]): Row {
  return Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ""]));
}

/** The first cell in which two rows differ. */
export function rowDifference(row: Row, other: Row, place: string): Difference | null {
  const column = Object.keys(row).find((name) => row[name] !== other[name]);
  return column === undefined
    ? null
    : {place: `${place}, ${column}`, expected: shown(row[column]), found: shown(other[column])};
}

/** What a row is about: its measure, group, period and so on. */
export function rowName(row: Row): string {
  return naming
    .map((name) => row[name])
    .filter((cell) => cell !== undefined && cell !== "")
    .join(", ");
}

function valueDifference(published: unknown, again: unknown, place: string): Difference | null {
  if (JSON.stringify(published) === JSON.stringify(again)) return null;
  if (isObject(published) && isObject(again)) {
    for (const key of new Set([...Object.keys(published), ...Object.keys(again)])) {
      const name = Array.isArray(published) ? `${place}, ${Number(key) + 1}` : `${place}, ${key}`;
      const difference = valueDifference(published[key], again[key], name);
      if (difference !== null) return difference;
    }
  }
  return {place, expected: shown(published), found: shown(again)};
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function shown(value: unknown): string {
  const text =
    value === undefined || value === "" ? "nothing" : typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}
