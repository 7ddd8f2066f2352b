import {existsSync, mkdirSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {inject} from "vitest";

/** What takes seconds to make, and is made once for all test files of a run, by the first that asks. Copy it; never change it. */
export async function shared(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(inject("sharedFolder"), name);
  const unfinished = `${folder}.unfinished`;
  while (!existsSync(folder)) {
    if (!isFirst(unfinished)) await wait(50);
    else if (existsSync(folder)) rmSync(unfinished, {recursive: true});
    else await fill(unfinished, folder, make);
  }
  return folder;
}

async function fill(unfinished: string, folder: string, make: (folder: string) => Promise<void>): Promise<void> {
  try {
    await make(unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, {recursive: true, force: true});
    throw error;
  }
}

/** Making a folder succeeds for one process alone. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
