import {readdir, readFile} from "node:fs/promises";
import {basename, join} from "node:path";
import {sha256} from "./canonical.ts";
import type {ExportedFile, LedgerLine, Link} from "./entry.ts";
import type {Difference, Ledger} from "./read_ledger.ts";
import {readReceipt, receiptName} from "./receipt.ts";

export interface ExportsReport {
  /** Exports whose folders are here and whole. */
  readonly packages: number;
  /** Their files, compared by hash. */
  readonly files: number;
  /** Entries whose folder is not here: handed over, moved or deleted, which is no edit. */
  readonly not_here: readonly string[];
  readonly difference: Difference | null;
}

/**
 * Holds the folders of exports beside a ledger against it: each receipt must name an entry that is there, which sees a ledger
 * whose end was cut off, head and all; and each file that an entry lists must have the bytes that it had.
 */
export async function verifyExports(folder: string, {lines}: Pick<Ledger, "lines">): Promise<ExportsReport> {
  const newest = new Map(lines.map((line) => [line.package, line]));
  const names = await foldersIn(folder);
  const found = {packages: 0, files: 0, not_here: [...newest.keys()].filter((name) => !names.includes(name))};
  for (const name of names) {
    const receipt = await readReceipt(join(folder, name));
    const line = newest.get(name) ?? lineOf(receipt, lines);
    if (receipt === null && line === undefined) continue;
    const difference =
      receiptDifference(name, receipt, lines, line) ?? (await filesDifference(join(folder, name), line?.files ?? []));
    if (difference !== null) return {...found, difference};
    found.packages += 1;
    found.files += line?.files.length ?? 0;
  }
  return {...found, difference: null};
}

/** The same for one export, wherever its folder is now. */
export async function verifyExport(folder: string, {lines}: Pick<Ledger, "lines">): Promise<ExportsReport> {
  const receipt = await readReceipt(folder);
  const line = lineOf(receipt, lines);
  const difference =
    receiptDifference(basename(folder), receipt, lines, line) ?? (await filesDifference(folder, line?.files ?? []));
  return {packages: 1, files: line?.files.length ?? 0, not_here: [], difference};
}

function lineOf(receipt: Link | null | "unreadable", lines: readonly LedgerLine[]): LedgerLine | undefined {
  return receipt === null || receipt === "unreadable" ? undefined : lines[receipt.sequence - 1];
}

function receiptDifference(
  name: string,
  receipt: Link | null | "unreadable",
  lines: readonly LedgerLine[],
  line: LedgerLine | undefined
): Difference | null {
  const place = `${name}/${receiptName}`;
  if (receipt === null)
    return {place, expected: `the receipt of ${line ? `entry ${line.sequence}` : "an export"}`, found: "no such file"};
  if (receipt === "unreadable") return {place, expected: "a receipt as it was written", found: "other text"};
  const said = lines[receipt.sequence - 1];
  const entry = `entry ${receipt.sequence} (${receipt.hash.slice(0, 12)})`;
  if (said === undefined)
    return {place: "ledger", expected: `${entry}, which ${place} names`, found: `its end after entry ${lines.length}`};
  if (said.hash !== receipt.hash)
    return {place: "ledger", expected: `${entry}, which ${place} names`, found: "another entry in its place"};
  if (line === undefined || line.sequence === receipt.sequence) return null;
  return {place, expected: `the receipt of entry ${line.sequence}`, found: `that of entry ${receipt.sequence}`};
}

async function filesDifference(folder: string, files: readonly ExportedFile[]): Promise<Difference | null> {
  for (const {file, sha256: expected, bytes} of files) {
    const place = `${basename(folder)}/${file}`;
    const content = await readFile(join(folder, file)).catch(() => null);
    if (content === null) return {place, expected: `a file of ${bytes} bytes`, found: "none that can be read"};
    if (content.length !== bytes) return {place, expected: `${bytes} bytes`, found: `${content.length}`};
    if (sha256(content) !== expected) return {place, expected: "the bytes that were exported", found: "others"};
  }
  return null;
}

/** Hidden ones are of exports that were not finished. */
async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {withFileTypes: true}).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({name}) => name)
    .sort();
}
