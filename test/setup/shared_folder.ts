import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {TestProject} from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the test files of this run keep what they share. */
    sharedFolder: string;
  }
}

/** Makes an empty folder for the whole test run. */
export default function makeSharedFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-shared-"));
  project.provide("sharedFolder", folder);
  return () => rmSync(folder, {recursive: true, force: true});
}
