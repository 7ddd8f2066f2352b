import type {Warehouse} from "../database/warehouse.ts";
import type {DeliveryHeader} from "./delivery_json.ts";
import {comparePlaces} from "./history.ts";
import {placeKey} from "./settle_places.ts";
import type {Survey} from "./surveyed.ts";

/** Where the rows of a file ended: read = accepted + corrected + unchanged + deleted + quarantined. */
export interface FileCounts {
  readonly read: number;
  readonly accepted: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly deleted: number;
  readonly quarantined: number;
  /** Current rows that a full file left out. */
  readonly withdrawn: number;
}

export interface DeliveryReport {
  readonly folder: string;
  readonly source: string;
  readonly delivered_on: string;
  readonly sequence: number;
  readonly outcome: "loaded" | "already_loaded";
  /** By file, as the record now has them: a late delivery changes the counts of those after it. */
  readonly files: Readonly<Record<string, FileCounts>>;
  /** By file, columns that were ignored; known for what was loaded now. */
  readonly ignored_columns: Readonly<Record<string, readonly string[]>>;
}

/** What became of the folders that were not refused, in the order of history. */
export async function reportDeliveries(
  warehouse: Warehouse,
  survey: Survey,
  refusedFolders: ReadonlySet<string>
): Promise<DeliveryReport[]> {
  const counts = await readCounts(warehouse);
  const known = [...survey.loaded, ...survey.twins.map(({folder, of}) => ({folder, header: of.header}))];
  const reports = [
    ...survey.fresh.map(({folder, header, files}) => {
      const ignored = files.filter((file) => file.ignored_columns.length > 0);
      const columns = Object.fromEntries(ignored.map((file) => [file.file, file.ignored_columns]));
      return {...reportOf(folder, header, counts), outcome: "loaded" as const, ignored_columns: columns};
    }),
    ...known.map(({folder, header}) => ({
      ...reportOf(folder, header, counts),
      outcome: "already_loaded" as const,
      ignored_columns: {}
    }))
  ];
  return reports.filter(({folder}) => !refusedFolders.has(folder)).sort(compareReports);
}

function compareReports(left: DeliveryReport, right: DeliveryReport): number {
  return comparePlaces(left, right) || compareText(left.source, right.source) || compareText(left.folder, right.folder);
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

type CountsByPlace = ReadonlyMap<string, Readonly<Record<string, FileCounts>>>;

function reportOf(folder: string, {source, delivered_on, sequence}: DeliveryHeader, counts: CountsByPlace) {
  const files = counts.get(placeKey({source, delivered_on, sequence})) ?? {};
  return {folder, source, delivered_on, sequence, files};
}

interface CountsRow extends FileCounts {
  readonly source: string;
  readonly delivered_on: string;
  readonly sequence: number;
  readonly file: string;
}

async function readCounts(warehouse: Warehouse): Promise<CountsByPlace> {
  const rows = await warehouse.query<CountsRow>(
    `select source, delivered_on, sequence, file,
       read, accepted, corrected, unchanged, deleted, quarantined, withdrawn
     from record.delivery_file order by source, delivered_on, sequence, file`
  );
  const places = Map.groupBy(rows, placeKey);
  return new Map([...places].map(([place, files]) => [place, Object.fromEntries(files.map(countsOf))]));
}

function countsOf({file, read, accepted, corrected, unchanged, deleted, quarantined, withdrawn}: CountsRow) {
  return [file, {read, accepted, corrected, unchanged, deleted, quarantined, withdrawn}] as const;
}
