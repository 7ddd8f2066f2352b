import {existsSync, statSync} from "node:fs";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {requiredColumns} from "./read_trial.ts";

/** The trial's raw file: the path itself, or the first CSV of that folder whose header has the columns; null where there is none. */
export async function findTrialFile(path: string): Promise<string | null> {
  if (!existsSync(path)) return null;
  if (statSync(path).isFile()) return path;
  const names = (await readdir(path)).filter((name) => name.endsWith(".csv")).sort();
  for (const name of names) if (await isTrial(join(path, name))) return join(path, name);
  return null;
}

async function isTrial(file: string): Promise<boolean> {
  const [header = ""] = (await readFile(file, "utf8")).split(/\r?\n/, 1);
  const columns = header
    .replace(/^\uFEFF/, "")
    .replaceAll('"', "")
    .split(",");
  return requiredColumns.every((column) => columns.includes(column));
}
