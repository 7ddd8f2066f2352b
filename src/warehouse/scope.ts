import type {Warehouse} from "../database/warehouse.ts";
import type {Suffix} from "../measures/count.ts";

/** Whom a build must build anew. */
export type Scope =
  /** Nothing moved since the last build. */
  | {readonly kind: "nothing"}
  | {readonly kind: "everyone"}
  /** Those of whom something was stated or superseded since, and those not settled before the last build's as-of date. */
  | {readonly kind: "some"; readonly since: string; readonly before: string};

interface Asked {
  readonly as_of: string;
  readonly definition: string;
  readonly counts: {readonly suffix: Suffix};
}

/** Compares the last build with what is asked for and with the deliveries that are there now. */
export async function decideScope(warehouse: Warehouse, {as_of, definition, counts: {suffix}}: Asked): Promise<Scope> {
  const [last] = await warehouse.query<{as_of: string; definition: string}>(
    `select as_of, definition from warehouse${suffix}.build`
  );
  if (last === undefined || last.definition !== definition || last.as_of > as_of) return {kind: "everyone"};
  const [moved] = await warehouse.query<{lost: number; since: string | null}>(
    `select
       count(*) filter (where d.source is null) as lost,
       min(d.delivered_on) filter (where b.source is null) as since
     from warehouse${suffix}.built as b
     full join (select * from record.delivery where delivered_on <= $1) as d
       using (source, delivered_on, sequence, content_hash)`,
    [as_of]
  );
  if (moved === undefined || moved.lost > 0) return {kind: "everyone"};
  if (moved.since === null && last.as_of === as_of) return {kind: "nothing"};
  return {kind: "some", since: moved.since ?? "infinity", before: last.as_of};
}
