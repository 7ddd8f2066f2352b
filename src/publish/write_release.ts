import {createHash} from "node:crypto";
import {mkdir, readdir, readlink, rename, rm, stat, symlink, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {Output} from "./manifest.ts";

const unfinishedPrefix = ".unfinished-";

/** A file of a release. */
export interface ReleaseFile {
  readonly file: string;
  readonly content: string | Buffer;
  /** Data rows, for tables. */
  readonly rows: number | null;
}

/** What the manifest says of a file. */
export function outputOf({file, content, rows}: ReleaseFile): Output {
  return {file, sha256: sha256(content), bytes: Buffer.byteLength(content), rows};
}

/** A release is named by its as-of date and the hash of its manifest, which holds the hashes of all its files. */
export function releaseName(as_of: string, manifest: object): string {
  return `${as_of}-${sha256(JSON.stringify(manifest)).slice(0, 12)}`;
}

/**
 * Writes a release as <out>/releases/<name> and switches <out>/current to it, and <out>/previous to the one that was current, if it is
 * another. Every step is a rename: a reader sees the old release or the new, never half of one, whenever this is killed. Returns the
 * folder.
 */
export async function writeRelease(out: string, name: string, files: readonly ReleaseFile[]): Promise<string> {
  const folder = join(out, "releases", name);
  const unfinished = join(out, "releases", `${unfinishedPrefix}${name}`);
  await removeUnfinished(join(out, "releases"));
  if (!(await exists(folder))) {
    await mkdir(unfinished, {recursive: true});
    for (const {file, content} of files) await writeFile(join(unfinished, file), content);
    await rename(unfinished, folder);
  }
  await switchCurrent(out, join("releases", name));
  return folder;
}

/** What a run that was killed left behind, whatever release it was writing. */
async function removeUnfinished(releases: string): Promise<void> {
  await mkdir(releases, {recursive: true});
  const left = (await readdir(releases)).filter((name) => name.startsWith(unfinishedPrefix));
  for (const name of left) await rm(join(releases, name), {recursive: true, force: true});
}

/** Killed between the two, it leaves both at the release that was current: nothing changed yet, and the next run goes on from there. */
async function switchCurrent(out: string, target: string): Promise<void> {
  const was = await readlink(join(out, "current")).catch(() => null);
  if (was === target) return;
  if (was !== null) await replaceLink(out, "previous", was);
  await replaceLink(out, "current", target);
}

async function replaceLink(out: string, name: string, target: string): Promise<void> {
  const next = join(out, `.${name}-next`);
  await rm(next, {force: true});
  await symlink(target, next);
  await rename(next, join(out, name));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  );
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
