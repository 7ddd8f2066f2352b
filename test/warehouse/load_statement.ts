import {createHash} from "node:crypto";
import type {Warehouse} from "../../src/database/warehouse.ts";
import type {Statement} from "../second_reading/rows.ts";

/** When a row was said, and until when it stood; superseded_on is null while it stands. */
export interface Stated {
  readonly stated_on: string;
  readonly sequence: number;
  readonly superseded_on: string | null;
  readonly superseded_sequence: number | null;
}

/** Every version of every row, as record.* keeps them. */
export type Versions = {readonly [File in keyof Statement]: readonly (Statement[File][number] & Stated)[]};

export interface DeliveryPlace {
  readonly source: string;
  readonly delivered_on: string;
  readonly sequence: number;
}

export type FileName = keyof Statement;

const tables: Readonly<Record<FileName, string>> = {
  programs: "program",
  clients: "client",
  referrals: "referral",
  episodes: "episode",
  sessions: "session",
  assessments: "assessment",
  followups: "followup"
};

export const fileNames = Object.keys(tables) as FileName[];

/** The column of each file that names its rows. */
export const keyColumns: Readonly<Record<FileName, string>> = {
  programs: "program_key",
  clients: "client_key",
  referrals: "referral_key",
  episodes: "episode_key",
  sessions: "session_key",
  assessments: "assessment_key",
  followups: "followup_key"
};

/** Makes record.* say a statement, each source in one delivery of the date, and nothing else. */
export async function loadStatement(warehouse: Warehouse, statement: Statement, stated_on: string): Promise<void> {
  const stated = {stated_on, sequence: 0, superseded_on: null, superseded_sequence: null};
  const versions = Object.fromEntries(
    fileNames.map((file) => [file, statement[file].map((row) => ({...row, ...stated}))])
  ) as unknown as Versions;
  const sources = new Set(fileNames.flatMap((file) => statement[file].map(({source}) => source)));
  const deliveries = [...sources].map((source) => ({source, delivered_on: stated_on, sequence: 0}));
  await loadVersions(warehouse, versions, deliveries);
}

/** Makes record.* hold these versions, said by these deliveries, and nothing else. */
export async function loadVersions(
  warehouse: Warehouse,
  versions: Versions,
  deliveries: readonly DeliveryPlace[]
): Promise<void> {
  const emptied = ["delivery", ...Object.values(tables)].map((table) => `record.${table}`);
  await warehouse.script(`truncate ${emptied.join(", ")}`);
  for (const file of fileNames) await copyRows(warehouse, `record.${tables[file]}`, versions[file].map(asRecorded));
  await copyRows(warehouse, "record.delivery", deliveries.map(asAccepted));
}

function asRecorded(version: object): Record<string, unknown> {
  return {...version, row_hash: createHash("md5").update(JSON.stringify(version)).digest("hex"), line: 2};
}

function asAccepted({source, delivered_on, sequence}: DeliveryPlace): Record<string, unknown> {
  const place = {source, delivered_on, sequence};
  return {...place, content_hash: JSON.stringify(place), mode: "delta", archive: JSON.stringify(place)};
}

async function copyRows(warehouse: Warehouse, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const text = rows.map((row) => `${columns.map((column) => copyCell(row[column])).join("\t")}\n`).join("");
  await warehouse.copyIn(table, columns, oneChunk(text));
}

async function* oneChunk(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

function copyCell(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  return String(value).replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");
}
