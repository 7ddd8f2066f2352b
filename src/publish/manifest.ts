import type {PublishedCheck} from "../checks/protect_checks.ts";
import type {Warehouse} from "../database/warehouse.ts";
import {type FileCounts, protectFileCounts} from "../disclosure/file_counts.ts";
import type {Suffix} from "../measures/count.ts";
import type {Measure} from "../measures/measure.ts";
import type {Settings} from "../settings.ts";
import {freshnessOf, type HeldRows, waiting} from "./source_state.ts";

export interface Output {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number | null;
}

interface ManifestOptions {
  readonly measures: readonly Measure[];
  readonly settings: Settings;
  readonly as_of: string;
  readonly known_on: string | null;
  readonly suffix: Suffix;
  readonly code_version: string;
  readonly checks: readonly PublishedCheck[];
  readonly quarantine: readonly HeldRows[];
  /** How many tables of counts the audit of the release looked at, and how many rows it hid. */
  readonly audit: {readonly tables: number; readonly rows_hidden: number} | null;
  readonly outputs: readonly Output[];
}

export type Manifest = Awaited<ReturnType<typeof manifestOf>>;

/** release.json without its name: what went in, what decided, what came out. Same inputs, same text. */
export async function manifestOf(warehouse: Warehouse, options: ManifestOptions) {
  const {measures, settings, as_of, known_on, suffix, code_version, checks, quarantine, audit, outputs} = options;
  return {
    as_of,
    known_on,
    organisation: settings.organisation,
    synthetic: settings.synthetic,
    inputs: await inputs(warehouse, as_of),
    freshness: await freshnessOf(warehouse, as_of, settings),
    quarantine,
    waiting: await waiting(warehouse, suffix),
    refused: known_on === null ? await refused(warehouse) : [],
    code_version,
    definitions: Object.fromEntries(measures.map(({id, version}) => [id, version])),
    settings,
    checks: checks.map(({check, source, status, violations}) => ({check, source, status, violations})),
    audit,
    outputs
  };
}

interface InputRow extends FileCounts {
  readonly source: string;
  readonly delivered_on: string;
  readonly sequence: number;
  readonly mode: string;
  readonly file: string;
  readonly sha256: string;
}

/** Accepted deliveries in the order of history, each with its files and, protected, where their rows ended. */
async function inputs(warehouse: Warehouse, as_of: string) {
  const rows = await warehouse.query<InputRow>(
    `select d.source, d.delivered_on, d.sequence, d.mode, coalesce(f.file, '') as file, f.sha256,
       f.read, f.accepted, f.corrected, f.unchanged, f.deleted, f.quarantined, f.withdrawn
     from record.delivery as d
     left join record.delivery_file as f using (source, delivered_on, sequence)
     where d.delivered_on <= $1
     order by d.source, d.delivered_on, d.sequence, f.file`,
    [as_of]
  );
  const deliveries = Map.groupBy(rows, ({source, delivered_on, sequence}) => `${source}|${delivered_on}|${sequence}`);
  return [...deliveries.values()].map((files) => {
    const [{source, delivered_on, sequence, mode}] = files as [InputRow];
    return {source, delivered_on, sequence, mode, files: files.filter(({file}) => file !== "").map(fileOf)};
  });
}

function fileOf({file, sha256, read, accepted, corrected, unchanged, deleted, quarantined, withdrawn}: InputRow) {
  return {file, sha256, ...protectFileCounts({read, accepted, corrected, unchanged, deleted, quarantined, withdrawn})};
}

function refused(warehouse: Warehouse): Promise<{folder: string; code: string}[]> {
  return warehouse.query("select folder, code from record.refusal order by folder");
}
