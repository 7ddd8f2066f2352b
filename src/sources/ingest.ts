import type {Warehouse} from "../database/warehouse.ts";
import {tidyArchive} from "./archive.ts";
import {loadedDeliveries} from "./history.ts";
import {type DeliveryReport, reportDeliveries} from "./ingest_report.ts";
import {loadSource} from "./load_source.ts";
import type {IngestOptions} from "./options.ts";
import {surveyDeliveries} from "./survey.ts";
import type {RefusedFolder, Survey} from "./surveyed.ts";

export interface IngestReport {
  /** What is in the record now, in the order of history. */
  readonly deliveries: readonly DeliveryReport[];
  /** By folder. */
  readonly refused: readonly Refusal[];
}

export interface Refusal {
  readonly folder: string;
  readonly source: string | null;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/**
 * Loads what a folder of deliveries holds and the record does not: each delivery whole or not at all, wherever in history it
 * belongs. What is refused stops nothing else and is tried again next time. Throws a UserError for what stops the run: a folder
 * that is not there, an archive that lost a delivery.
 */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  await tidyArchive(options.archive);
  try {
    const survey = await surveyDeliveries(options);
    const shrunk = await loadFresh(survey, options);
    const refused = [...survey.refused, ...shrunk, ...refuseTwins(survey, shrunk)];
    const refusals = refused.map(refusalOf).sort((left, right) => (left.folder < right.folder ? -1 : 1));
    await writeRefusals(options.warehouse, refusals);
    const folders = new Set(refusals.map(({folder}) => folder));
    return {deliveries: await reportDeliveries(options.warehouse, survey, folders), refused: refusals};
  } finally {
    await tidyArchive(options.archive);
  }
}

async function loadFresh({fresh}: Survey, options: IngestOptions): Promise<RefusedFolder[]> {
  const loaded = Map.groupBy(await loadedDeliveries(options.warehouse), ({source}) => source);
  const refused: RefusedFolder[] = [];
  for (const [source, deliveries] of Map.groupBy(fresh, ({header}) => header.source))
    refused.push(...(await loadSource(deliveries, loaded.get(source) ?? [], options)));
  return refused;
}

/** What refuses a delivery refuses the folders that hold the same. */
function refuseTwins({twins}: Survey, refused: readonly RefusedFolder[]): RefusedFolder[] {
  return twins.flatMap(({folder, of}) =>
    refused.filter((other) => other.folder === of.folder).map((other) => ({...other, folder}))
  );
}

function refusalOf({folder, source, refusal}: RefusedFolder): Refusal {
  return {folder, source, code: refusal.code, message: refusal.message, hint: refusal.hint ?? ""};
}

async function writeRefusals(warehouse: Warehouse, refusals: readonly Refusal[]): Promise<void> {
  await warehouse.transaction(async () => {
    await warehouse.query("delete from record.refusal");
    for (const {folder, source, code, message, hint} of refusals)
      await warehouse.query(
        "insert into record.refusal (folder, source, code, message, hint) values ($1, $2, $3, $4, $5)",
        [folder, source, code, message, hint]
      );
  });
}
