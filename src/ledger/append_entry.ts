import {mkdir, open, readFile, truncate} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {type Lock, type Machine, takeLock} from "../database/lock.ts";
import {UserError} from "../errors.ts";
import {type LedgerEntry, type LedgerLine, type Link, lineAfter, textOf} from "./entry.ts";
import {writeHead} from "./head.ts";
import {type Difference, type Ledger, readLedger} from "./read_ledger.ts";
import {syncFolder, writeWhole} from "./write_whole.ts";

export interface AppendOptions {
  /** When, as an ISO instant in UTC. */
  readonly at: string;
  /** Tells the lock which process and host this is. */
  readonly machine: Machine;
}

export interface Appended {
  readonly line: LedgerLine;
  /** What goes into the folder of the export as receipt.json. */
  readonly receipt: Link;
  /** Where half a line was put that a process had left when it ended; null where there was none. */
  readonly set_aside: string | null;
}

/** Half a minute: an append takes milliseconds. */
const lockAttempts = 300;

/**
 * Appends an export to the ledger, which is made where there is none, and returns when the line is on the disk. Two at once
 * wait for each other. Throws a UserError "failed_check" where the ledger was edited, since an honest entry must not follow a
 * forged one, and "locked" where another process keeps it for half a minute.
 */
export function appendEntry(file: string, entry: LedgerEntry, options: AppendOptions): Promise<Appended> {
  return inTurn(file, async () => {
    await mkdir(dirname(file), {recursive: true});
    const lock = await waitForLock(`${file}.lock`, options.machine);
    try {
      return await append(file, entry, options.at);
    } finally {
      await lock.release();
    }
  });
}

async function append(file: string, entry: LedgerEntry, at: string): Promise<Appended> {
  const ledger = await readLedger(file);
  if (ledger.difference !== null) throw edited(ledger.difference);
  const set_aside = await setTornAside(file, ledger);
  const line = lineAfter(ledger.last, entry, at);
  const {sequence, hash} = line;
  await writeHead(file, {sequence: ledger.last.sequence, hash: ledger.last.hash, next: hash});
  await appendLine(file, `${textOf(line)}\n`);
  await writeHead(file, {sequence, hash, next: null});
  return {line, receipt: {sequence, hash}, set_aside};
}

/** Half a line is kept beside the ledger for whoever looks into it, and taken off its end. */
async function setTornAside(file: string, {whole_bytes, torn_bytes, last}: Ledger): Promise<string | null> {
  if (torn_bytes === 0) return null;
  const aside = join(dirname(file), `${basename(file, ".jsonl")}.torn-${last.sequence + 1}`);
  const bytes = await readFile(file);
  await writeWhole(aside, bytes.subarray(whole_bytes).toString("utf8"));
  await truncate(file, whole_bytes);
  return aside;
}

async function appendLine(file: string, text: string): Promise<void> {
  const handle = await open(file, "a");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(dirname(file));
}

async function waitForLock(file: string, machine: Machine): Promise<Lock> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await takeLock(file, machine);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (attempt === lockAttempts) throw locked(file, error);
      await wait(100);
    }
  }
}

/** The lock tells processes apart; within this one, appends to a file queue here. */
const queues = new Map<string, Promise<unknown>>();

function inTurn<T>(file: string, work: () => Promise<T>): Promise<T> {
  const mine = (queues.get(file) ?? Promise.resolve()).then(work, work);
  queues.set(file, mine);
  return mine;
}

function edited({place, expected, found}: Difference): UserError {
  return new UserError("failed_check", `${place}: expected ${expected}, found ${found}; nothing was exported`, {
    hint: "restore the ledger and its head from a backup; plumbline verify says when they are whole again"
  });
}

function locked(file: string, cause: UserError): UserError {
  return new UserError("locked", "ledger: expected to be alone, found another process at work on it", {
    hint: `wait until it ends; if it is gone for good, remove the file ${file}`,
    cause
  });
}
