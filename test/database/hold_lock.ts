/**
 * A process that takes a lock again and again, for lock.test.ts: `node hold_lock.ts FILE WITNESSES ROUNDS MILLISECONDS`. Each time
 * it holds the lock it leaves a file named by itself among the witnesses, looks for one of another living process, and keeps the
 * lock for a while. Prints "held" the first time; at the end, whether it was ever not alone.
 */
import {mkdir, readdir, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {machine} from "../../pipelines/machine.ts";
import {takeLock} from "../../src/database/lock.ts";
import {UserError} from "../../src/errors.ts";

const [file = "", witnesses = "", rounds = "", milliseconds = ""] = process.argv.slice(2);
await mkdir(witnesses, {recursive: true});
let [held, wasAlone] = [0, true];
while (held < Number(rounds)) {
  const lock = await takeLock(file, machine).catch(lockedByOther);
  if (lock === null) {
    await wait(1);
    continue;
  }
  held += 1;
  if (held === 1) console.log("held");
  wasAlone &&= await isAlone();
  await wait(Number(milliseconds));
  await rm(join(witnesses, String(machine.pid)), {force: true});
  await lock.release();
}
console.log(wasAlone ? "alone" : "two at once");

async function isAlone(): Promise<boolean> {
  await writeFile(join(witnesses, String(machine.pid)), "");
  const others = (await readdir(witnesses)).map(Number).filter((pid) => pid !== machine.pid);
  const started = await Promise.all(others.map((pid) => machine.startedAt(pid)));
  return started.every((since) => since === null);
}

function lockedByOther(error: unknown): null {
  if (error instanceof UserError && error.kind === "locked") return null;
  throw error;
}
