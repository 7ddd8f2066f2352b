import {join} from "node:path";
import {keepingCopy, makeIncoming} from "./archive.ts";
import {contentHash, hashFiles} from "./content_hash.ts";
import type {DeliveryHeader} from "./delivery_json.ts";
import {type Delivery, type DeliveryFile, listFolders, openDelivery, readSource} from "./find_deliveries.ts";
import {loadedDeliveries} from "./history.ts";
import {type JudgedFile, judgeFile} from "./judge_file.ts";
import type {IngestOptions} from "./options.ts";
import {RefusedDelivery} from "./refusals.ts";
import {placeKey, samePlace, settlePlaces} from "./settle_places.ts";
import type {FreshDelivery, LoadedFolder, RefusedFolder, Survey} from "./surveyed.ts";
import {readBytes} from "./text.ts";

type Looking = Pick<IngestOptions, "warehouse" | "deliveries" | "unknown_columns" | "onProgress"> & {
  /** Archive that takes the copies, or null to look without touching anything. */
  readonly archive: string | null;
};

/** Reads every delivery that is not in the record and judges all that would refuse it, but for the half-size rule. */
export async function surveyDeliveries(looking: Looking): Promise<Survey> {
  const hashes = new Map(
    (await loadedDeliveries(looking.warehouse)).map((known) => [placeKey(known), known.content_hash])
  );
  const fresh: FreshDelivery[] = [];
  const loaded: LoadedFolder[] = [];
  const refused: RefusedFolder[] = [];
  for (const [number, folder] of (await listFolders(looking.deliveries)).entries()) {
    try {
      const delivery = await openDelivery(looking.deliveries, folder);
      const hash = hashes.get(placeKey(delivery.header));
      if (hash === undefined) fresh.push(await judgeDelivery(delivery, looking, number));
      else loaded.push(await sameAsLoaded(delivery, hash, looking));
    } catch (error) {
      if (!(error instanceof RefusedDelivery)) throw error;
      refused.push({folder, source: await readSource(looking.deliveries, folder), refusal: error});
    }
  }
  const settled = settlePlaces(fresh);
  return {...settled, loaded, refused: [...refused, ...settled.refused]};
}

async function judgeDelivery(delivery: Delivery, looking: Looking, number: number): Promise<FreshDelivery> {
  const {folder, header} = delivery;
  const copy = looking.archive === null ? null : await makeIncoming(looking.archive, number);
  const files: JudgedFile[] = [];
  for (const file of delivery.files) files.push(await judgeOne(file, delivery, copy, looking));
  refuseOtherCounts(folder, header, files);
  return {folder, header, content_hash: contentHash(header, files), files, copy};
}

function judgeOne(
  file: DeliveryFile,
  {folder, header}: Delivery,
  copy: string | null,
  looking: Looking
): Promise<JudgedFile> {
  const name = file.contract.file;
  const bytes = readBytes(file.path, file.place);
  return judgeFile(file, copy === null ? bytes : keepingCopy(bytes, join(copy, `${name}.csv.gz`)), {
    mode: header.mode,
    unknownColumns: looking.unknown_columns[name] ?? "refuse",
    onRows: (rows) => looking.onProgress({step: "read", folder, file: name, rows})
  });
}

function refuseOtherCounts(folder: string, {counts}: DeliveryHeader, files: readonly JudgedFile[]): void {
  for (const [name, expected] of Object.entries(counts)) {
    const read = files.find(({file}) => file === name)?.read ?? 0;
    if (read === expected) continue;
    throw new RefusedDelivery(
      "counts_disagree",
      `${folder}: ${name}: expected ${expected} rows by the counts, found ${read}`
    );
  }
}

/** Its own reasons come first here too: a run that is repeated refuses for what the first one did. */
async function sameAsLoaded(delivery: Delivery, hash: string, looking: Looking): Promise<LoadedFolder> {
  const {folder, header} = delivery;
  if (contentHash(header, await hashFiles(delivery)) === hash) return {folder, header};
  await judgeDelivery(delivery, {...looking, archive: null}, 0);
  throw samePlace(folder, header, "another that was loaded");
}
