import {CompiledQuery} from "kysely";
import type {Warehouse} from "../database/warehouse.ts";
import type {Contract} from "./contract/contract.ts";
import {copyColumns} from "./copy_text.ts";
import type {DeliveryHeader} from "./delivery_json.ts";

/** What the staged rows of a file changed in the record. */
export interface Changes {
  readonly accepted: number;
  readonly corrected: number;
  readonly deleted: number;
  readonly withdrawn: number;
}

/**
 * Merges the staged rows of one file into the record, as what its source said last: closes rows that are deleted, corrected or (in
 * a full delivery) left out, and adds the new versions. Rows that say what was known write nothing. The file's defective
 * rows are already in quarantine: their keys count as given.
 */
export async function mergeStaged(warehouse: Warehouse, header: DeliveryHeader, contract: Contract): Promise<Changes> {
  const {source, delivered_on, sequence, mode} = header;
  const run = (statement: string, ...more: unknown[]) =>
    affected(warehouse, statement, [source, delivered_on, sequence, ...more]);
  const deleted = mode === "full" ? 0 : await run(closeDeleted(contract));
  const corrected = await run(closeCorrected(contract));
  const withdrawn = mode === "full" ? await run(closeLeftOut(contract), contract.file) : 0;
  const added = await run(addVersions(contract));
  return {accepted: added - corrected, corrected, deleted, withdrawn};
}

/** Closes quarantined rows of earlier deliveries that this delivery of their file mends, deletes, replaces or leaves out. */
export async function closeQuarantined(
  warehouse: Warehouse,
  header: DeliveryHeader,
  contract: Contract
): Promise<void> {
  const {source, delivered_on, sequence, mode} = header;
  const statement = mode === "full" ? closeAllQuarantined : closeGivenQuarantined(contract);
  await affected(warehouse, statement, [source, delivered_on, sequence, contract.file]);
}

async function affected(warehouse: Warehouse, statement: string, parameters: readonly unknown[]): Promise<number> {
  const {numAffectedRows} = await warehouse.kysely.executeQuery(CompiledQuery.raw(statement, [...parameters]));
  return Number(numAffectedRows ?? 0);
}

function closeDeleted(contract: Contract): string {
  return `${closeGiven(contract)} and given.is_delete`;
}

function closeCorrected(contract: Contract): string {
  return `${closeGiven(contract)} and not given.is_delete and current.row_hash <> given.row_hash`;
}

function closeGiven({table, columns: [key]}: Contract): string {
  return `
    update record.${table} as current
    set superseded_on = $2, superseded_sequence = $3
    from staging.${table} as given
    where current.source = $1 and current.superseded_on is null and current.${key.record} = given.${key.record}`;
}

function closeLeftOut({table, columns: [key]}: Contract): string {
  return `
    update record.${table} as current
    set superseded_on = $2, superseded_sequence = $3
    where current.source = $1 and current.superseded_on is null
      and not exists (select from staging.${table} as given where given.${key.record} = current.${key.record})
      and not exists (
        select from record.quarantine as given
        where given.source = $1 and given.stated_on = $2 and given.sequence = $3 and given.file = $4
          and given.row_key = current.${key.record}
      )`;
}

/** What was given and is not current now: never was, or was closed just before. */
function addVersions(contract: Contract): string {
  const {table, columns} = contract;
  const [key] = columns;
  const copied = copyColumns(contract);
  return `
    insert into record.${table} (${copied.join(", ")}, source, stated_on, sequence)
    select ${copied.map((column) => `given.${column}`).join(", ")}, $1, $2::date, $3::bigint
    from staging.${table} as given
    where not given.is_delete and not exists (
      select from record.${table} as current
      where current.source = $1 and current.superseded_on is null and current.${key.record} = given.${key.record}
    )`;
}

const closeAllQuarantined = `
  update record.quarantine as waiting
  set superseded_on = $2, superseded_sequence = $3
  where waiting.source = $1 and waiting.file = $4 and waiting.superseded_on is null
    and (waiting.stated_on, waiting.sequence) < ($2, $3)`;

/** A row without a key cannot be mended by one: it is reported until its file comes again. */
function closeGivenQuarantined({table, columns: [key]}: Contract): string {
  return `${closeAllQuarantined} and (
      waiting.row_key is null
      or exists (select from staging.${table} as given where given.${key.record} = waiting.row_key)
      or exists (
        select from record.quarantine as given
        where given.source = $1 and given.stated_on = $2 and given.sequence = $3 and given.file = $4
          and given.row_key = waiting.row_key
      )
    )`;
}
