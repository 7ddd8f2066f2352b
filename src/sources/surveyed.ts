import type {DeliveryHeader} from "./delivery_json.ts";
import type {JudgedFile} from "./judge_file.ts";
import type {RefusedDelivery} from "./refusals.ts";

/** A delivery that nothing in itself refuses. */
export interface FreshDelivery {
  readonly folder: string;
  readonly header: DeliveryHeader;
  readonly content_hash: string;
  readonly files: readonly JudgedFile[];
  /** Folder of the copy taken while it was read; null when only looking. */
  readonly copy: string | null;
}

export interface RefusedFolder {
  readonly folder: string;
  readonly source: string | null;
  readonly refusal: RefusedDelivery;
}

export interface LoadedFolder {
  readonly folder: string;
  readonly header: DeliveryHeader;
}

/** What lies in a deliveries folder, before anything is loaded. */
export interface Survey {
  /** In the order of history. */
  readonly fresh: readonly FreshDelivery[];
  /** Whose delivery is in the record already, with the same content. */
  readonly loaded: readonly LoadedFolder[];
  /** Folders that hold the same as one of the fresh. */
  readonly twins: readonly {readonly folder: string; readonly of: FreshDelivery}[];
  readonly refused: readonly RefusedFolder[];
}
