import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import type {Running} from "../cli/plumbline_process.ts";

/** The steps of a run that take time; the first begins with the process. */
export const timedSteps = ["migrate", "ingest", "build", "measure", "check", "publish"] as const;
export type TimedStep = (typeof timedSteps)[number];

/** A moment of a run: a share of a step's usual time after its beginning, or as soon as a name is seen in a folder. */
export type Moment =
  | {readonly step: TimedStep; readonly share: number}
  | {readonly folder: string; readonly name: RegExp};

/** Milliseconds that each step takes when nothing disturbs it. */
export async function timeSteps({said, ended}: Running): Promise<Record<TimedStep, number>> {
  const lengths: Partial<Record<TimedStep, number>> = {};
  let since = performance.now();
  for (const step of timedSteps) {
    await said(`${step}:`);
    lengths[step] = performance.now() - since;
    since = performance.now();
  }
  await ended;
  return lengths as Record<TimedStep, number>;
}

/** Kills the run at the moment; returns the step that it was in, or null where it had ended by itself. */
export async function killAt(
  running: Running,
  moment: Moment,
  lengths: Readonly<Record<TimedStep, number>>
): Promise<TimedStep | null> {
  const {child, ended} = running;
  await Promise.race([ended, "step" in moment ? beginningOf(running, moment, lengths) : sight(moment, ended)]);
  child.kill("SIGKILL");
  const {code, stderr} = await ended;
  if (code !== null) return null;
  return timedSteps.find((step) => !stderr.includes(`${step}:`)) ?? "publish";
}

async function beginningOf(
  {said}: Running,
  {step, share}: {step: TimedStep; share: number},
  lengths: Readonly<Record<TimedStep, number>>
): Promise<void> {
  const before = timedSteps[timedSteps.indexOf(step) - 1];
  if (before !== undefined) await said(`${before}:`);
  await wait(share * lengths[step]);
}

async function sight({folder, name}: {folder: string; name: RegExp}, ended: Promise<unknown>): Promise<void> {
  let isOver = false;
  ended.finally(() => {
    isOver = true;
  });
  const isThere = () => existsSync(join(folder)) && readdirSync(folder).some((entry) => name.test(entry));
  while (!isOver && !isThere()) await wait(1);
}
