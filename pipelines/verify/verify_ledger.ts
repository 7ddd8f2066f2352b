import {basename, dirname} from "node:path";
import {type Ledger, readLedger} from "../../src/ledger/read_ledger.ts";
import {type ExportsReport, verifyExport, verifyExports} from "../../src/ledger/verify_exports.ts";
import {counted, type Finding} from "./finding.ts";

interface Looked {
  readonly ledger: Ledger;
  readonly exports: ExportsReport;
}

/** The chain, its head, the receipts and the files of the exports beside it. A hash that was written down must be in it. */
export async function verifyLedger(file: string, noted: string | null): Promise<Finding[]> {
  const {ledger, exports} = await look(file, (read) => verifyExports(dirname(file), read));
  return [ledgerFinding(file, ledger, noted), exportsFinding("exports", dirname(file), exports)];
}

/** One export against the entry that its receipt names. */
export async function verifyPackage(folder: string, file: string): Promise<Finding[]> {
  const {ledger, exports} = await look(file, (read) => verifyExport(folder, read));
  return [ledgerFinding(file, ledger, null), exportsFinding("export", basename(folder), exports)];
}

/** An export that is made meanwhile would look like an edit: then both are read again. */
async function look(file: string, verify: (ledger: Ledger) => Promise<ExportsReport>): Promise<Looked> {
  for (let round = 1; ; round++) {
    const ledger = await readLedger(file);
    const exports = await verify(ledger);
    const isSteady = exports.difference === null || (await readLedger(file)).last.hash === ledger.last.hash;
    if (isSteady || round === 5) return {ledger, exports};
  }
}

function ledgerFinding(file: string, {lines, last, difference, is_unfinished}: Ledger, noted: string | null): Finding {
  const isNoted = noted === null || lines.some(({hash}) => hash === noted);
  const missing = {place: basename(file), expected: "an entry with the hash that was written down", found: "none"};
  return {
    what: "ledger",
    subject: file,
    found: lines.length === 0 ? "no export was made yet" : `${counted(lines.length, "entry", "entries")}, one chain`,
    difference: difference ?? (isNoted ? null : missing),
    notes: [
      ...(lines.length > 0 && difference === null
        ? [
            `its head is entry ${last.sequence}, ${last.hash}; written down elsewhere, it can be held against it: --noted`
          ]
        : []),
      ...(is_unfinished ? ["an export was cut off while it was entered; the next one mends that"] : [])
    ]
  };
}

function exportsFinding(
  what: "exports" | "export",
  subject: string,
  {packages, files, not_here, difference}: ExportsReport
): Finding {
  const found = `${counted(packages, "export")} with ${counted(files, "file")}, as they were entered`;
  const away = not_here.length === 0 ? [] : [`not here, which is no edit: ${not_here.join(", ")}`];
  return {what, subject, found, difference, notes: away};
}
