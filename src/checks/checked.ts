import {createHash} from "node:crypto";
import type {Warehouse} from "../database/warehouse.ts";
import type {Suffix} from "../measures/count.ts";
import type {CheckResult} from "./run_checks.ts";

/** What decides the results of the checks, besides the deliveries that are in the warehouse. */
export interface CheckedFor {
  readonly as_of: string;
  readonly suffix: Suffix;
  /** Text that says which settings and which code. */
  readonly definition: string;
}

/** What the checks found, and what was counted beside them because it takes the same rows. */
export interface Found<Counted> {
  readonly checks: readonly CheckResult[];
  readonly rows: Counted;
}

/** Keeps what the checks found, in place of what they found before. */
export async function rememberChecks<Counted>(
  warehouse: Warehouse,
  checked: CheckedFor,
  found: Found<Counted>
): Promise<void> {
  const state = await stateOf(warehouse, checked);
  await warehouse.transaction(async () => {
    await warehouse.query(`delete from mart${checked.suffix}.checked`);
    const values = [state, JSON.stringify(found)];
    await warehouse.query(`insert into mart${checked.suffix}.checked (state, results) values ($1, $2)`, values);
  });
}

/**
 * What the checks found, where nothing that decides it has changed since; null otherwise. An account that publishes need not
 * read the rows that the checks looked at.
 */
export async function recallChecks<Counted>(warehouse: Warehouse, checked: CheckedFor): Promise<Found<Counted> | null> {
  const [row] = await warehouse.query<{results: string}>(
    `select results from mart${checked.suffix}.checked where state = $1`,
    [await stateOf(warehouse, checked)]
  );
  return row === undefined ? null : JSON.parse(row.results);
}

async function stateOf(warehouse: Warehouse, {as_of, definition}: CheckedFor): Promise<string> {
  const [said] = await warehouse.query<{deliveries: string; refusals: string}>(
    `select
       (select coalesce(string_agg(concat_ws('|', source, delivered_on, sequence, content_hash), E'\\n'
          order by source, delivered_on, sequence), '') from record.delivery) as deliveries,
       (select coalesce(string_agg(concat_ws('|', folder, code), E'\\n' order by folder), '') from record.refusal) as refusals`
  );
  return createHash("sha256")
    .update(JSON.stringify({as_of, definition, ...said}))
    .digest("hex");
}
