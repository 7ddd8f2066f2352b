import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../errors.ts";
import {archiveName, tidyArchive} from "./archive.ts";
import {contentHash, hashFiles} from "./content_hash.ts";
import {listFolders, openDelivery} from "./find_deliveries.ts";
import {comparePlaces, loadedDeliveries, readingArchive} from "./history.ts";
import type {KeptDelivery} from "./load_delivery.ts";
import {loadSource} from "./load_source.ts";
import type {LoadOptions} from "./options.ts";
import {placeKey} from "./settle_places.ts";

/**
 * Loads the deliveries that the archive keeps and the record lacks, as after the loss of a warehouse; they were accepted once and are
 * not judged again. Returns how many. A copy that is not what its name says, or a second one of the same place, is a UserError.
 */
export async function restoreRecord(options: LoadOptions): Promise<number> {
  const {warehouse, archive} = options;
  await mkdir(archive, {recursive: true});
  await tidyArchive(archive);
  const loaded = await loadedDeliveries(warehouse);
  const known = new Set(loaded.map(placeKey));
  const missing: KeptDelivery[] = [];
  for (const name of await listKept(archive)) {
    const delivery = await readingArchive(archive, () => openDelivery(archive, name));
    if (known.has(placeKey(delivery.header))) continue;
    missing.push(await readingArchive(archive, () => checkKept(delivery)));
  }
  missing.sort((left, right) => comparePlaces(left.header, right.header));
  requireOnePerPlace(missing);
  for (const [source, deliveries] of Map.groupBy(missing, ({header}) => header.source))
    await loadSource(
      deliveries,
      loaded.filter((other) => other.source === source),
      options
    );
  return missing.length;
}

/** The kept deliveries, by source and place, relative to the archive. */
async function listKept(archive: string): Promise<string[]> {
  const names: string[] = [];
  for (const source of await listFolders(archive))
    for (const name of await listFolders(join(archive, source))) names.push(`${source}/${name}`);
  return names;
}

async function checkKept(delivery: Awaited<ReturnType<typeof openDelivery>>): Promise<KeptDelivery> {
  const {folder, header} = delivery;
  const hashes = await hashFiles(delivery);
  const content_hash = contentHash(header, hashes);
  if (archiveName(header, content_hash) !== folder) throw damaged(folder, "the delivery that its name says", "another");
  const files = delivery.files.map((file, at) => ({...file, sha256: hashes[at]?.sha256 ?? "", may_have_copies: true}));
  return {header, content_hash, archive: folder, files};
}

function requireOnePerPlace(missing: readonly KeptDelivery[]): void {
  const seen = new Map<string, string>();
  for (const {header, archive} of missing) {
    const other = seen.get(placeKey(header));
    if (other !== undefined) throw damaged(archive, "one delivery of its source, date and sequence", `also ${other}`);
    seen.set(placeKey(header), archive);
  }
}

function damaged(folder: string, expected: string, found: string): UserError {
  return new UserError("unreachable", `archive: ${folder}: expected ${expected}, found ${found}`, {
    hint: "restore the archive from its backup, or remove the folder that is wrong"
  });
}
