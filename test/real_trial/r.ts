import {execFileSync, spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Figure} from "./figure.ts";

/** What R said of a raw file, which is known again by its hash. */
export interface Expected {
  readonly raw_sha256: string;
  readonly figures: readonly Figure[];
}

export const hasR = spawnSync("Rscript", ["--version"]).error === undefined;

export function askR(raw: string): Expected {
  const script = join(import.meta.dirname, "expected.R");
  return JSON.parse(execFileSync("Rscript", [script, raw, sha256Of(raw)], {encoding: "utf8"}));
}

export function readExpected(file: string): Expected {
  return JSON.parse(readFileSync(file, "utf8"));
}

export function sha256Of(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
