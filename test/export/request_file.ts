import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type Request, readRequest} from "../../pipelines/export/read_request.ts";

/** The lines of a request that every other one is made of. */
export const lines = [
  "name: change-in-depression",
  "purpose: does depression change",
  "requested_by: Dr. A. Example",
  "basis: {kind: irb, number: 2026-014}",
  "period: {by: discharged, from: 2025-01-01, to: 2026-03-31}",
  "columns: [sex, los_days]"
];

/** The usual request with some lines in place of others of the same name, or after them; read from a file cohort.yaml. */
export async function requestWith(...others: readonly string[]): Promise<Request> {
  const nameOf = (line: string) => line.split(":")[0];
  const kept = lines.filter((line) => others.every((other) => nameOf(other) !== nameOf(line)));
  return requestOf([...kept, ...others].join("\n"));
}

export async function requestOf(text: string): Promise<Request> {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-request-"));
  try {
    writeFileSync(join(folder, "cohort.yaml"), text);
    return await readRequest(join(folder, "cohort.yaml"));
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
