import {existsSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../../src/errors.ts";
import {type Difference, readLedger} from "../../src/ledger/read_ledger.ts";
import {type ExportsReport, verifyExport, verifyExports} from "../../src/ledger/verify_exports.ts";

/** How many entries of the ledger and files of exports are as they were written. */
export interface Verified extends Omit<ExportsReport, "difference"> {
  readonly entries: number;
}

/**
 * Holds the ledger of a folder of exports to its chain, and the exports beside it, or one that lies elsewhere, to the ledger. Throws
 * a UserError of kind "failed_check" for the first thing that was edited.
 */
export async function verifyLedger(out: string, folder: string | null): Promise<Verified> {
  const file = join(out, "ledger.jsonl");
  if (!existsSync(out))
    throw new UserError("usage", `exports: expected a folder ${out}, found none`, {hint: "name it with --out DIR"});
  if (folder !== null && !existsSync(folder))
    throw new UserError("usage", `export: expected a folder ${folder}, found none`);
  const ledger = await readLedger(file);
  if (ledger.difference !== null) throw edited(ledger.difference);
  const {difference, ...report} = await (folder === null ? verifyExports(out, ledger) : verifyExport(folder, ledger));
  if (difference !== null) throw edited(difference);
  return {entries: ledger.lines.length, ...report};
}

function edited({place, expected, found}: Difference): UserError {
  return new UserError("failed_check", `${place}: expected ${expected}, found ${found}`, {
    hint: "it is not as it was written: keep everything as it is, and ask who has been at it"
  });
}

/** The same in words. */
export function verifiedInWords({entries, packages, files, not_here}: Verified): string {
  const elsewhere = not_here.length === 0 ? "" : `; not here: ${not_here.join(", ")}`;
  const here = `${counted(packages, "export", "exports")} with ${counted(files, "file", "files")}`;
  return `As they were written: the ledger with ${counted(entries, "entry", "entries")}, ${here}${elsewhere}.`;
}

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
