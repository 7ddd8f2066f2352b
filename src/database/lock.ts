import {link, readFile, rm, writeFile} from "node:fs/promises";
import {UserError} from "../errors.ts";

/** What the lock must know of the machine; given by pipelines, the only place that touches the process. */
export interface Machine {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in any unit that does not change while it runs; null if there is no such process. */
  startedAt(pid: number): Promise<string | null>;
}

export interface Lock {
  release(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string;
}

/**
 * Takes the lock file, or throws a UserError of kind "locked". The file appears whole by link(), so a reader never sees half
 * of it. A holder on this host whose process is gone is stale and broken; another host's lock is never broken, and there is
 * no heartbeat, since a long query is silent.
 */
export async function takeLock(file: string, machine: Machine): Promise<Lock> {
  const mine = `${file}.${machine.host}.${machine.pid}`;
  const holder: Holder = {
    pid: machine.pid,
    host: machine.host,
    started: (await machine.startedAt(machine.pid)) ?? ""
  };
  await writeFile(mine, JSON.stringify(holder));
  try {
    while (!(await tryLink(mine, file))) await breakIfStale(file, machine);
  } finally {
    await rm(mine, {force: true});
  }
  return {release: () => rm(file, {force: true})};
}

async function tryLink(mine: string, file: string): Promise<boolean> {
  try {
    await link(mine, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * Breaks the lock of a process that is gone, or throws. Between finding a lock stale and removing it another process may have
 * broken and taken it, so only one at a time may break: whoever holds the lock on breaking, which is a lock of the same kind
 * (its own stale holder is broken under a lock once more removed). It looks again before it removes anything.
 */
async function breakIfStale(file: string, machine: Machine): Promise<void> {
  if (!(await isStale(file, machine))) return;
  const breaking = await takeLock(`${file}.breaking`, machine);
  try {
    if (await isStale(file, machine)) await rm(file, {force: true});
  } finally {
    await breaking.release();
  }
}

/** False where nobody holds it any more; throws where somebody does, or may. */
async function isStale(file: string, machine: Machine): Promise<boolean> {
  const text = await readFile(file, "utf8").catch(absent);
  if (text === null) return false;
  const holder = readHolder(text);
  if (holder === null) throw unreadable(file);
  if (holder.host === machine.host && (await machine.startedAt(holder.pid)) !== holder.started) return true;
  throw locked(file, holder);
}

/** Null for what no run of ours wrote whole, which only a power cut leaves. */
function readHolder(text: string): Holder | null {
  try {
    const holder: unknown = JSON.parse(text);
    return typeof holder === "object" && holder !== null && "pid" in holder ? (holder as Holder) : null;
  } catch {
    return null;
  }
}

function absent(error: unknown): null {
  if (codeOf(error) === "ENOENT") return null;
  throw error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function locked(file: string, holder: Holder): UserError {
  return new UserError(
    "locked",
    `warehouse: expected to be alone, found process ${holder.pid} on ${holder.host} at work`,
    {
      hint: `wait until it ends; if that host is gone for good, remove the file ${file}`
    }
  );
}

function unreadable(file: string): UserError {
  return new UserError("locked", "warehouse: expected to be alone, found a lock that cannot be read", {
    hint: `if no run is at work on any machine, remove the file ${file}`
  });
}
