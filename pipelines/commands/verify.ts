import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {exitCodes, UserError} from "../../src/errors.ts";
import {type Finding, inWords} from "../verify/finding.ts";
import {readManifest} from "../verify/manifest.ts";
import {hasWarehouse, rerun} from "../verify/rerun.ts";
import {ledgerName, targetOf} from "../verify/target.ts";
import {verifyLedger, verifyPackage} from "../verify/verify_ledger.ts";
import {verifyRelease} from "../verify/verify_release.ts";
import type {Command, Invocation} from "./command.ts";

export const verify: Command = {
  name: "verify",
  summary: "tell any edit of the ledger, of exports and of a release; make a release again and compare",
  usage: "[RELEASE | EXPORT | LEDGER] [options]",
  takes_words: true,
  options: {
    exports: {value: "DIR", text: "where exports and their ledger are (default data/exports)"},
    noted: {value: "HASH", text: "hash of an entry that was written down elsewhere: must be in the ledger"}
  },
  run: async (invocation) => {
    const [word, ...more] = invocation.positionals;
    if (more.length > 0) throw misused("one release, export or ledger", "several");
    const findings = await (word === undefined ? verifyAll(invocation) : verifyOne(word, invocation));
    const differs = findings.some(({difference}) => difference !== null);
    invocation.print(invocation.json ? JSON.stringify(findings) : inWords(findings));
    return differs ? exitCodes.failed_check : exitCodes.done;
  }
};

/** The ledger and the current release, as far as they are there. */
async function verifyAll(invocation: Invocation): Promise<Finding[]> {
  const exports = exportsOf(invocation);
  const current = join(invocation.paths.out, "current");
  const noted = notedIn(invocation);
  const findings = [
    ...(existsSync(exports) || noted !== null ? await verifyLedger(join(exports, ledgerName), noted) : []),
    ...(existsSync(current) ? [await verifyRelease(current)] : [])
  ];
  if (findings.length > 0) return findings;
  throw misused("a release or exports", `neither ${current} nor ${exports}`);
}

async function verifyOne(word: string, invocation: Invocation): Promise<Finding[]> {
  const target = targetOf(word, exportsOf(invocation));
  if (target.kind === "ledger") return verifyLedger(target.ledger, notedIn(invocation));
  if (target.kind === "export") return verifyPackage(target.folder, target.ledger);
  const release = await verifyRelease(target.folder);
  if (release.difference !== null) return [release];
  const read = await readManifest(release.subject);
  if (read !== null && hasWarehouse(invocation))
    return [release, await rerun(release.subject, read.manifest, invocation)];
  const note = "not made again: there is no warehouse here";
  return [{...release, notes: [...release.notes, note]}];
}

function exportsOf({flags}: Invocation): string {
  return resolve(typeof flags.exports === "string" ? flags.exports : "data/exports");
}

function notedIn({flags}: Invocation): string | null {
  if (flags.noted === undefined) return null;
  if (/^[0-9a-f]{64}$/.test(String(flags.noted))) return String(flags.noted);
  throw new UserError("usage", "--noted: expected the hash of an entry, found something else", {
    hint: "64 signs from 0 to 9 and a to f, as an export and verify print them"
  });
}

function misused(expected: string, found: string): UserError {
  return new UserError("usage", `plumbline verify: expected ${expected}, found ${found}`, {
    hint: "plumbline verify --help"
  });
}
