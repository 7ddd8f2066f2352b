import type {Warehouse} from "../database/warehouse.ts";

/** What an organisation lets an unknown column of a file do, by file; refuse where nothing is said. */
export type UnknownColumns = Readonly<Partial<Record<string, "refuse" | "ignore">>>;

export interface IngestOptions {
  readonly warehouse: Warehouse;
  /** Folder with one sub-folder per delivery. */
  readonly deliveries: string;
  /** Folder that keeps every accepted delivery. */
  readonly archive: string;
  readonly unknown_columns: UnknownColumns;
  /** Loads full deliveries with less than half the rows known before. */
  readonly allowShrink: boolean;
  readonly onProgress: (progress: IngestProgress) => void;
}

export interface IngestProgress {
  readonly step: "read" | "load";
  readonly folder: string;
  readonly file: string;
  /** Rows of the file so far. */
  readonly rows: number;
}
