import {rm} from "node:fs/promises";
import {join} from "node:path";
import {archiveName, moveIntoArchive, spoolPath} from "./archive.ts";
import {contractOf} from "./contract/index.ts";
import type {DeliveryHeader} from "./delivery_json.ts";
import {halfSizeRefusal} from "./half_size.ts";
import {comparePlaces, type LoadedDelivery, openKept, readingArchive, takeBack} from "./history.ts";
import {type KeptDelivery, type KeptFile, type Loading, loadDelivery} from "./load_delivery.ts";
import type {LoadOptions} from "./options.ts";
import type {FreshDelivery, RefusedFolder} from "./surveyed.ts";

/** A delivery that is not in the record: fresh from the deliveries folder, or kept in the archive and not judged again. */
type Missing = FreshDelivery | KeptDelivery;

/**
 * Loads deliveries of one source that the record lacks, in the order of history; returns what the half-size rule refused. Each lands in a transaction of its own. Those dated before one that is loaded land together with it: their source is
 * taken back to the first of them, and they and all later ones are loaded, from the archive, in one transaction.
 */
export async function loadSource(
  missing: readonly Missing[],
  loaded: readonly LoadedDelivery[],
  options: LoadOptions
): Promise<RefusedFolder[]> {
  const newest = loaded.at(-1);
  const isLate = ({header}: Missing) => newest !== undefined && comparePlaces(header, newest) < 0;
  const refused = await loadLate(missing.filter(isLate), loaded, options);
  for (const delivery of missing) if (!isLate(delivery)) refused.push(...(await loadInOrder([delivery], options)));
  return refused;
}

/** A late delivery that the half-size rule refuses must not cost a replay each night: the first is judged before. */
async function loadLate(
  late: readonly Missing[],
  loaded: readonly LoadedDelivery[],
  options: LoadOptions
): Promise<RefusedFolder[]> {
  const [first, ...others] = late;
  if (first === undefined) return [];
  const refusal = await refusalOf(first, options);
  if (refusal !== null) return [refusal, ...(await loadLate(others, loaded, options))];
  const later = loaded.filter((known) => comparePlaces(known, first.header) > 0);
  const kept: KeptDelivery[] = [];
  for (const known of later)
    kept.push(await readingArchive(options.archive, () => openKept(options.warehouse, known, options.archive)));
  const inOrder = [...late, ...kept].sort((left, right) => comparePlaces(left.header, right.header));
  return loadInOrder(inOrder, options, first.header);
}

/** Loads deliveries in one transaction, after taking their source back where a place is given. Loaded ones are not judged again. */
async function loadInOrder(
  deliveries: readonly Missing[],
  options: LoadOptions,
  backTo: DeliveryHeader | null = null
): Promise<RefusedFolder[]> {
  const refused: RefusedFolder[] = [];
  const moved: string[] = [];
  try {
    await options.warehouse.transaction(async () => {
      if (backTo !== null) await takeBack(options.warehouse, backTo.source, backTo);
      for (const delivery of deliveries) {
        const refusal = await refusalOf(delivery, options);
        if (refusal === null)
          await load("folder" in delivery ? await keep(delivery, options, moved) : delivery, options);
        else refused.push(refusal);
      }
    });
  } catch (error) {
    for (const folder of moved) await rm(folder, {recursive: true, force: true});
    throw error;
  }
  return refused;
}

async function refusalOf(delivery: Missing, options: LoadOptions): Promise<RefusedFolder | null> {
  return "folder" in delivery ? halfSizeRefusal(delivery, options) : null;
}

/** Moves the copy of an accepted delivery to its place in the archive, from which it is then loaded. */
async function keep(delivery: FreshDelivery, {archive}: LoadOptions, moved: string[]): Promise<KeptDelivery> {
  const {header, content_hash, copy} = delivery;
  if (copy === null) throw new Error(`${delivery.folder} was only looked at, not copied`);
  const name = archiveName(header, content_hash);
  moved.push(join(archive, name));
  await moveIntoArchive(copy, header, archive, name);
  return {header, content_hash, archive: name, files: delivery.files.map((file) => keptFile(file, archive, name))};
}

function keptFile(
  {file, sha256, may_have_copies}: FreshDelivery["files"][number],
  archive: string,
  name: string
): KeptFile {
  const contract = contractOf(file);
  if (contract === undefined) throw new Error(`${file} is no file of the delivery format`);
  const place = `${name}/${file}.csv.gz`;
  return {contract, path: join(archive, place), place, sha256, may_have_copies};
}

function load(delivery: KeptDelivery, {warehouse, archive, onProgress}: LoadOptions): Promise<void> {
  const loading: Loading = {
    warehouse,
    spool: spoolPath(archive),
    onRows: ({contract}, rows) => onProgress({step: "load", folder: delivery.archive, file: contract.file, rows})
  };
  return readingArchive(archive, () => loadDelivery(delivery, loading));
}
