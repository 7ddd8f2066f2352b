import type {Warehouse} from "../database/warehouse.ts";
import {type PartCount, protectParts} from "../disclosure/part_counts.ts";
import type {Suffix} from "../measures/count.ts";
import type {Settings} from "../settings.ts";

export interface Freshness {
  readonly source: string;
  /** Of its newest delivery up to the as-of date. */
  readonly delivered_on: string;
  readonly days_behind: number;
  readonly status: "fresh" | "late";
}

/** How far each source reaches, and whether that is too far behind the as-of date. */
export async function freshnessOf(
  warehouse: Warehouse,
  as_of: string,
  {late_source_days}: Pick<Settings, "late_source_days">
): Promise<Freshness[]> {
  const rows = await warehouse.query<Omit<Freshness, "status">>(
    `select source, max(delivered_on) as delivered_on, $1::date - max(delivered_on) as days_behind
     from record.delivery
     where delivered_on <= $1
     group by source
     order by source`,
    [as_of]
  );
  return rows.map((row) => ({...row, status: row.days_behind > late_source_days ? "late" : "fresh"}));
}

/** Rows of a file that are held back for one reason. */
export interface Held extends PartCount {
  readonly source: string;
  readonly file: string;
}

/** The same, hidden where they are 1 to 10, or would tell such a count. */
export type HeldRows = Omit<Held, "rows"> & {readonly rows: number | null};

/** Rows with a defect of their own that nothing up to the as-of date has mended, deleted or left out, by source, file and defect. */
export function countQuarantined(warehouse: Warehouse, as_of: string): Promise<Held[]> {
  return warehouse.query<Held>(
    `select source, file, code, count(*) as rows
     from record.quarantine
     where stated_on <= $1 and (superseded_on is null or superseded_on > $1)
     group by source, file, code
     order by source, file, code`,
    [as_of]
  );
}

/** Rows that wait for their context, by source, file and reason, as of this build. */
export async function waiting(warehouse: Warehouse, suffix: Suffix): Promise<HeldRows[]> {
  const rows = await warehouse.query<Held>(
    `select source, file, code, count(*) as rows from warehouse${suffix}.waiting
     group by source, file, code order by source, file, code`
  );
  return protectHeld(rows);
}

/** The rows of a file are told in quality.csv, so that what it has for one reason follows from the other reasons. */
export function protectHeld(rows: readonly Held[]): HeldRows[] {
  return [...Map.groupBy(rows, ({source, file}) => `${source}|${file}`).values()].flatMap(protectParts);
}
