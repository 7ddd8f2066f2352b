import {link, readFile, rename, rm, writeFile} from "node:fs/promises";
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
  const text = JSON.stringify(holder);
  await writeFile(mine, text);
  try {
    while (!(await tryLink(mine, file))) await breakIfStale(file, mine, machine);
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

async function breakIfStale(file: string, mine: string, machine: Machine): Promise<void> {
  const text = await readFile(file, "utf8").catch(absent);
  if (text === null) return;
  const holder = JSON.parse(text) as Holder;
  if (holder.host !== machine.host || (await machine.startedAt(holder.pid)) === holder.started)
    throw locked(file, holder);
  await removeExactly(file, text, `${mine}.stale`);
}

/**
 * Removes the stale file and no other: between reading and renaming a second process may have broken the lock and taken it,
 * so what was moved aside is compared with what was read, and put back where it differs.
 */
async function removeExactly(file: string, text: string, aside: string): Promise<void> {
  try {
    await rename(file, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  if ((await readFile(aside, "utf8")) !== text) await link(aside, file).catch(() => undefined);
  await rm(aside, {force: true});
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
