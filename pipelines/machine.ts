import {readFile} from "node:fs/promises";
import {hostname} from "node:os";
import type {Machine} from "../src/database/lock.ts";

/** This process and this host, for the lock of the embedded warehouse. */
export const machine: Machine = {pid: process.pid, host: hostname(), startedAt};

async function startedAt(pid: number): Promise<string | null> {
  if (process.platform === "linux") return startedOnLinux(pid);
  return isRunning(pid) ? "running" : null;
}

/**
 * Field 22 of /proc/PID/stat, clock ticks since boot; the name in parentheses may hold spaces. A process that was killed and
 * that its parent has not yet looked after (state Z) is gone.
 */
async function startedOnLinux(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
