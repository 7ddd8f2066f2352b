import type {Warehouse} from "../database/warehouse.ts";
import {contracts} from "./contract/index.ts";
import {explainQuarantine, ruleBroken} from "./explain_quarantine.ts";

/** A row that counts nowhere: where it stands and why, never what it holds. */
export interface WaitingRow {
  readonly source: string;
  readonly file: string;
  /** Of the delivery that it came in. */
  readonly delivered_on: string;
  readonly sequence: number;
  readonly line: number;
  readonly code: string;
  readonly column: string | null;
  /** What the cell or the row should have been. */
  readonly rule: string;
  readonly hint: string;
}

/**
 * The rows that are quarantined for a defect of their own, and those that wait for their context as of the last build; ordered by
 * source, delivery, file and line.
 */
export async function listQuarantine(warehouse: Warehouse): Promise<WaitingRow[]> {
  const rows = await warehouse.query<Omit<WaitingRow, "rule" | "hint">>(
    `${quarantined} ${(await hasBuilt(warehouse)) ? contracts.map(waitingIn).join("") : ""}
     order by source, delivered_on, sequence, file, line`
  );
  return rows.map((row) => ({
    ...row,
    rule: ruleBroken(row.file, row.code, row.column),
    hint: explainQuarantine(row.code).hint
  }));
}

const quarantined = `
  select source, file, stated_on as delivered_on, sequence, line, code, column_name as column
  from record.quarantine
  where superseded_on is null`;

/** Rows wait by their key; where they stand is said by the version that is current. */
function waitingIn({file, table, columns: [key]}: (typeof contracts)[number]): string {
  return `
  union all
  select waiting.source, waiting.file, current.stated_on, current.sequence, current.line, waiting.code, null
  from warehouse.waiting as waiting
  join record.${table} as current
    on current.source = waiting.source and current.${key.record} = waiting.row_key and current.superseded_on is null
  where waiting.file = '${file}'`;
}

async function hasBuilt(warehouse: Warehouse): Promise<boolean> {
  const [found] = await warehouse.query<{is_there: boolean}>(
    "select to_regclass('warehouse.waiting') is not null as is_there"
  );
  return found?.is_there === true;
}
