import {mkdir, readdir, rename, rm, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {PackageFile} from "../../src/export/package/package_files.ts";
import {type Appended, appendEntry} from "../../src/ledger/append_entry.ts";
import {sha256} from "../../src/ledger/canonical.ts";
import type {LedgerEntry} from "../../src/ledger/entry.ts";
import {readLedger} from "../../src/ledger/read_ledger.ts";
import {writeReceipt} from "../../src/ledger/receipt.ts";
import {machine} from "../machine.ts";

export interface Written {
  readonly folder: string;
  readonly ledger: string;
  /** Place of its entry in the ledger. */
  readonly entry: number;
  /** Its hash: written down elsewhere, it holds a later ledger to what this one says. */
  readonly hash: string;
}

const unfinishedPrefix = ".unfinished-";

/**
 * Writes an export as <out>/<name> or, where an export had that name, <name>-2 and so on; none is ever replaced. It is entered in
 * <out>/ledger.jsonl before its folder appears: whenever this is killed, no rows have left that the ledger does not know.
 */
export async function writePackage(
  out: string,
  name: string,
  files: readonly PackageFile[],
  entry: Omit<LedgerEntry, "files" | "package">
): Promise<Written> {
  const ledger = join(out, "ledger.jsonl");
  await mkdir(out, {recursive: true});
  const free = await freeName(out, ledger, name);
  const unfinished = join(out, `${unfinishedPrefix}${free}`);
  await removeUnfinished(out);
  try {
    await writeFiles(unfinished, files);
    const {receipt} = await enter(ledger, {...entry, package: free, files: files.map(listed)});
    await writeReceipt(unfinished, receipt);
    await rename(unfinished, join(out, free));
    return {folder: join(out, free), ledger, entry: receipt.sequence, hash: receipt.hash};
  } finally {
    await rm(unfinished, {recursive: true, force: true});
  }
}

/** Rows that an export left behind when it was killed. */
async function removeUnfinished(out: string): Promise<void> {
  const left = (await readdir(out)).filter((name) => name.startsWith(unfinishedPrefix));
  for (const name of left) await rm(join(out, name), {recursive: true, force: true});
}

/** A name that no folder has and no entry of the ledger, which may speak of a folder that was handed over. */
async function freeName(out: string, ledger: string, name: string): Promise<string> {
  const {lines} = await readLedger(ledger);
  const taken = new Set([...(await readdir(out)), ...lines.map((line) => line.package)]);
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}-${number}`;
  return free;
}

async function writeFiles(folder: string, files: readonly PackageFile[]): Promise<void> {
  for (const {file, content} of files) {
    const path = join(folder, file);
    await mkdir(dirname(path), {recursive: true});
    await writeFile(path, content);
  }
}

function listed({file, content}: PackageFile): LedgerEntry["files"][number] {
  return {file, sha256: sha256(content), bytes: Buffer.byteLength(content)};
}

function enter(ledger: string, entry: LedgerEntry): Promise<Appended> {
  return appendEntry(ledger, entry, {at: new Date().toISOString(), machine});
}
