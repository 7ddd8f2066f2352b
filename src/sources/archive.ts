import {createHash} from "node:crypto";
import {once} from "node:events";
import {createWriteStream} from "node:fs";
import {mkdir, rename, rm, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {pipeline} from "node:stream/promises";
import {createGzip} from "node:zlib";
import type {DeliveryHeader} from "./delivery_json.ts";

/** Copies not yet accepted; whatever a run that ended early left here is removed by the next. */
const incoming = ".incoming";

/** Removes what an earlier run left unfinished. */
export async function tidyArchive(archive: string): Promise<void> {
  await rm(join(archive, incoming), {recursive: true, force: true});
}

/** A file that a run may make and drop again. */
export function spoolPath(archive: string): string {
  return join(archive, incoming, "spool");
}

/** An empty folder for the copy of one delivery, named by its number in this run. */
export async function makeIncoming(archive: string, number: number): Promise<string> {
  const folder = join(archive, incoming, String(number));
  await mkdir(folder, {recursive: true});
  return folder;
}

/** Passes bytes on while it keeps them in target, compressed; the same bytes give the same file. */
export async function* keepingCopy(bytes: AsyncIterable<Buffer>, target: string): AsyncGenerator<Buffer> {
  // the fastest level hides behind the reading of the rows; the best would take four times as long as that
  const gzip = createGzip({level: 1});
  const written = pipeline(gzip, createWriteStream(target));
  written.catch(() => undefined);
  try {
    for await (const piece of bytes) {
      if (!gzip.write(piece)) await Promise.race([once(gzip, "drain"), written]);
      yield piece;
    }
    gzip.end();
    await written;
  } finally {
    gzip.destroy();
  }
}

/** Where an accepted delivery is kept, relative to the archive: by source, place in history and content. */
export function archiveName({source, delivered_on, sequence}: DeliveryHeader, contentHash: string): string {
  return `${folderOf(source)}/${delivered_on}-${sequence}-${contentHash.slice(0, 12)}`;
}

/** A copy that a run left behind before it could commit gives way. */
export async function moveIntoArchive(
  copy: string,
  header: DeliveryHeader,
  archive: string,
  name: string
): Promise<void> {
  const target = join(archive, name);
  await writeFile(join(copy, "delivery.json"), `${JSON.stringify(header, null, 2)}\n`);
  await mkdir(dirname(target), {recursive: true});
  await rm(target, {recursive: true, force: true});
  await rename(copy, target);
}

/** Sources may hold any character; what not every file system takes is replaced, and a hash keeps two of them apart. */
function folderOf(source: string): string {
  if (/^[a-z0-9][a-z0-9_-]{0,60}$/.test(source)) return source;
  const safe = source
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, "-")
    .slice(0, 40);
  return `${safe}-${createHash("sha256").update(source).digest("hex").slice(0, 8)}`;
}
