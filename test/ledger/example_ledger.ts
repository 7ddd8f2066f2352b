import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {machine} from "../../pipelines/machine.ts";
import {appendEntry} from "../../src/ledger/append_entry.ts";
import {sha256} from "../../src/ledger/canonical.ts";
import type {LedgerEntry} from "../../src/ledger/entry.ts";
import {writeReceipt} from "../../src/ledger/receipt.ts";

/** A folder of exports, with its ledger. */
export interface Exports {
  readonly folder: string;
  readonly ledger: string;
  dispose(): void;
}

export function openExports(): Exports {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-exports-"));
  const ledger = join(folder, "ledger.jsonl");
  return {folder, ledger, dispose: () => rmSync(folder, {recursive: true, force: true})};
}

const table = "person,day,phq9\n1,0,18\n2,0,11\n";
const codebook = "name,label\nphq9,PHQ-9 total score\n";

export const at = "2026-11-22T06:00:00.000Z";

/** What the ledger says of the n-th export of an invented study. */
export function entryOf(n: number): LedgerEntry {
  return {
    who: "J. Muñoz, Dept. of Psychiatry",
    why: `Study ${n}: course of depression in intensive outpatient care`,
    basis: {kind: "IRB", number: `2026-${String(n).padStart(3, "0")}`},
    definition_hash: sha256(`cohort ${n}`),
    cohort: `course_${n}`,
    shape: "long",
    fields: ["person", "day", "phq9"],
    rows: 240 + n,
    files: [
      {file: "data/scores.csv", sha256: sha256(table), bytes: Buffer.byteLength(table)},
      {file: "codebook.csv", sha256: sha256(codebook), bytes: Buffer.byteLength(codebook)}
    ],
    package: `course_${n}-${sha256(`cohort ${n}`).slice(0, 12)}`,
    synthetic: false,
    as_of: "2026-03-31",
    known_on: null,
    code_version: "0.2.0",
    release: "2026-03-31-0123456789ab",
    k: 11,
    item9_basis: null,
    part2_basis: n % 2 === 0 ? {kind: "research 2.52", number: `2026-${n}`} : null
  };
}

/** Makes the n-th export as the command does: files, entry, receipt. Returns its folder. */
export async function exportOne({folder, ledger}: Exports, n: number): Promise<string> {
  const entry = entryOf(n);
  const place = join(folder, entry.package);
  mkdirSync(join(place, "data"), {recursive: true});
  writeFileSync(join(place, "data/scores.csv"), table);
  writeFileSync(join(place, "codebook.csv"), codebook);
  const {receipt} = await appendEntry(ledger, entry, {at, machine});
  await writeReceipt(place, receipt);
  return place;
}
