import {existsSync, statSync} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import {UserError} from "../../src/errors.ts";
import {receiptName} from "../../src/ledger/receipt.ts";

/** What is to be verified; paths are absolute. */
export type Target =
  | {readonly kind: "ledger"; readonly ledger: string}
  /** One export, wherever its folder is now. */
  | {readonly kind: "export"; readonly folder: string; readonly ledger: string}
  | {readonly kind: "release"; readonly folder: string};

export const ledgerName = "ledger.jsonl";
const manifestName = "release.json";

/** What a word of the command line names: the ledger, a release, an export, or a file or folder that holds one. */
export function targetOf(word: string, exports: string): Target {
  const usual = join(exports, ledgerName);
  if (word === "ledger") return {kind: "ledger", ledger: usual};
  const path = resolve(word);
  if (!existsSync(path)) throw unknown(word, "nothing");
  const isFolder = statSync(path).isDirectory();
  const [folder, name] = isFolder ? [path, ""] : [dirname(path), basename(path)];
  const holds = (file: string) => (isFolder ? existsSync(join(folder, file)) : name === file);
  if (holds(manifestName)) return {kind: "release", folder};
  if (holds(receiptName)) return {kind: "export", folder, ledger: ledgerOf(folder, usual)};
  if (isFolder && holds(ledgerName)) return {kind: "ledger", ledger: join(folder, ledgerName)};
  if (name.endsWith(".jsonl")) return {kind: "ledger", ledger: path};
  throw unknown(word, isFolder ? "a folder without one of their files" : "another file");
}

/** The ledger beside the folder of an export, or the usual one where it was taken elsewhere. */
function ledgerOf(folder: string, usual: string): string {
  const beside = join(dirname(folder), ledgerName);
  return existsSync(beside) ? beside : usual;
}

function unknown(word: string, found: string): UserError {
  return new UserError("usage", `${word}: expected a release, an export or a ledger, found ${found}`, {
    hint: `a folder that holds ${manifestName}, ${receiptName} or ${ledgerName}, or one of these files; without a word, the ledger and the current release`
  });
}
