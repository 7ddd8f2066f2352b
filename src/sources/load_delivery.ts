import {createHash} from "node:crypto";
import type {Warehouse} from "../database/warehouse.ts";
import {UserError} from "../errors.ts";
import {hashing} from "./content_hash.ts";
import type {Contract} from "./contract/contract.ts";
import {findCopies} from "./copies.ts";
import type {DeliveryHeader} from "./delivery_json.ts";
import type {DeliveryFile} from "./find_deliveries.ts";
import {type Changes, closeQuarantined, mergeStaged} from "./merge.ts";
import {quarantineColumns, type Sorting, sortedRows, type Tally, targetColumns} from "./sorted_rows.ts";
import {Spool} from "./spool.ts";
import {readBytes} from "./text.ts";

/** A delivery that was accepted, as the archive keeps it. */
export interface KeptDelivery {
  readonly header: DeliveryHeader;
  readonly content_hash: string;
  /** Folder, relative to the archive. */
  readonly archive: string;
  readonly files: readonly KeptFile[];
}

export interface KeptFile extends DeliveryFile {
  readonly sha256: string;
  /** False only where an earlier reading showed that no key stands twice. */
  readonly may_have_copies: boolean;
}

export interface Loading {
  readonly warehouse: Warehouse;
  /** A file that may be made for what does not fit into memory. */
  readonly spool: string;
  readonly onRows: (file: DeliveryFile, rows: number) => void;
}

/** Enough rows to make the planner's old picture of a table wrong. */
const manyRows = 1000;

/** Loads a delivery as the newest of its source, in the transaction that is open. */
export async function loadDelivery(delivery: KeptDelivery, loading: Loading): Promise<void> {
  const {warehouse} = loading;
  const {source, delivered_on, sequence, mode} = delivery.header;
  await warehouse.query(
    `insert into record.delivery (source, delivered_on, sequence, content_hash, mode, archive)
     values ($1, $2, $3, $4, $5, $6)`,
    [source, delivered_on, sequence, delivery.content_hash, mode, delivery.archive]
  );
  for (const file of delivery.files) await loadFile(file, delivery.header, loading);
}

async function loadFile(file: KeptFile, header: DeliveryHeader, loading: Loading): Promise<void> {
  const {warehouse} = loading;
  const {contract} = file;
  const target = (await isFirstWord(warehouse, header, contract)) ? "record" : "staging";
  const copies = file.may_have_copies ? await findCopies(file, () => readBytes(file.path, file.place)) : new Map();
  const quarantine = new Spool(loading.spool);
  const onRows = (rows: number) => loading.onRows(file, rows);
  const tally = await copyRows(warehouse, file, {file, header, copies, target, quarantine, onRows});
  await warehouse.copyIn("record.quarantine", quarantineColumns, quarantine.drain());
  const changes = target === "record" ? firstChanges(tally) : await mergeFile(warehouse, header, contract);
  if (changes.accepted + changes.corrected >= manyRows) await warehouse.script(`analyze record.${contract.table}`);
  await writeCounts(warehouse, header, file, tally, changes);
}

/** Whether nothing that was said before can bear on this file: its rows then go straight into the record. */
async function isFirstWord(warehouse: Warehouse, {source}: DeliveryHeader, {file, table}: Contract): Promise<boolean> {
  const [found] = await warehouse.query<{is_first: boolean}>(
    `select not exists (select from record.${table} where source = $1)
       and not exists (select from record.quarantine where source = $1 and file = $2) as is_first`,
    [source, file]
  );
  return found?.is_first === true;
}

/** Reads the kept file, whose bytes must be those that were accepted. */
async function copyRows(warehouse: Warehouse, file: KeptFile, sorting: Sorting): Promise<Tally> {
  const tally: Tally = {read: 0, statements: 0, deletes: 0, copies: 0, quarantined: 0};
  const hash = createHash("sha256");
  const bytes = hashing(readBytes(file.path, file.place), hash);
  const table = `${sorting.target}.${file.contract.table}`;
  await warehouse.copyIn(table, targetColumns(sorting), sortedRows(bytes, sorting, tally));
  if (hash.digest("hex") === file.sha256) return tally;
  throw new UserError("unreachable", `archive: ${file.place}: expected the bytes that were accepted, found others`, {
    hint: "restore the archive from its backup"
  });
}

function firstChanges({statements}: Tally): Changes {
  return {accepted: statements, corrected: 0, deleted: 0, withdrawn: 0};
}

async function mergeFile(warehouse: Warehouse, header: DeliveryHeader, contract: Contract): Promise<Changes> {
  await warehouse.script(`analyze staging.${contract.table}`);
  const changes = await mergeStaged(warehouse, header, contract);
  await closeQuarantined(warehouse, header, contract);
  await warehouse.script(`truncate staging.${contract.table}`);
  return changes;
}

async function writeCounts(
  warehouse: Warehouse,
  {source, delivered_on, sequence}: DeliveryHeader,
  {contract, sha256}: KeptFile,
  {read, statements, deletes, copies, quarantined}: Tally,
  {accepted, corrected, deleted, withdrawn}: Changes
): Promise<void> {
  const unchanged = statements - accepted - corrected + (deletes - deleted) + copies;
  const ended = [read, accepted, corrected, unchanged, deleted, quarantined, withdrawn];
  await warehouse.query(
    `insert into record.delivery_file (source, delivered_on, sequence, file, sha256,
       read, accepted, corrected, unchanged, deleted, quarantined, withdrawn)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [source, delivered_on, sequence, contract.file, sha256, ...ended]
  );
}
