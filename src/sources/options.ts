import type {Warehouse} from "../database/warehouse.ts";

/** What an organisation lets an unknown column of a file do, by file; refuse where nothing is said. */
export type UnknownColumns = Readonly<Partial<Record<string, "refuse" | "ignore">>>;

export interface LoadOptions {
  readonly warehouse: Warehouse;
  /** Folder that keeps every accepted delivery. */
  readonly archive: string;
  /** Loads full deliveries with less than half the rows known before. */
  readonly allowShrink: boolean;
  readonly onProgress: (progress: IngestProgress) => void;
}

export interface IngestOptions extends LoadOptions {
  /** Folder with one sub-folder per delivery. */
  readonly deliveries: string;
  readonly unknown_columns: UnknownColumns;
}

export interface IngestProgress {
  readonly step: "read" | "load";
  /** In the deliveries folder while it is read, in the archive while it is loaded. */
  readonly folder: string;
  readonly file: string;
  /** Rows of the file so far. */
  readonly rows: number;
}
