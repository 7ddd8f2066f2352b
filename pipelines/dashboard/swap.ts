import {existsSync} from "node:fs";
import {cp, rename, rm} from "node:fs/promises";

/**
 * Puts a finished site in the place of the old one: by rename, so that a reader or a killed build sees the old site or the new,
 * never half of one.
 */
export async function swap(site: string, output: string): Promise<void> {
  const [arriving, leaving] = [`${output}.arriving`, `${output}.leaving`];
  if (!existsSync(output)) await renameIfThere(leaving, output);
  await rm(arriving, {recursive: true, force: true});
  await bring(site, arriving);
  await rm(leaving, {recursive: true, force: true});
  await renameIfThere(output, leaving);
  await rename(arriving, output);
  await rm(leaving, {recursive: true, force: true});
}

/** A rename cannot cross from one disk to another; a copy can, before anything is replaced. */
async function bring(site: string, arriving: string): Promise<void> {
  try {
    await rename(site, arriving);
  } catch (error) {
    if (!hasCode(error, "EXDEV")) throw error;
    await cp(site, arriving, {recursive: true});
  }
}

async function renameIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
