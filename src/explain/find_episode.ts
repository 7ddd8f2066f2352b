import type {Warehouse} from "../database/warehouse.ts";
import type {Reading, Row} from "./facts.ts";

/** A row of the episode that is set aside for a defect of its own: where it stands, never what it holds. */
export interface Quarantined extends Row {
  readonly code: string;
  readonly column: string | null;
}

/** What became of an episode key in one source, as of the build. */
export interface Whereabouts {
  readonly source: string;
  readonly state: State;
  readonly quarantined: readonly Quarantined[];
}

export type State =
  | {readonly kind: "takes_part"}
  /** Stated, and waiting for its context. */
  | {
      readonly kind: "waits";
      readonly code: string;
      readonly row: Row;
      readonly missing: readonly string[];
      readonly instead: Row | null;
    }
  /** Deleted, or left out of a full delivery. */
  | {readonly kind: "closed"; readonly row: Row; readonly closed_on: string; readonly closed_by: number | null}
  /** Stated after the as-of date. */
  | {readonly kind: "later"; readonly row: Row}
  /** Stated after the build that is read. */
  | {readonly kind: "not_built"; readonly row: Row}
  /** Never stated, but for rows in quarantine. */
  | {readonly kind: "quarantined"}
  /** Never stated, but named by rows that wait for it. */
  | {readonly kind: "named"; readonly by: readonly {readonly file: string; readonly rows: number}[]};

type Query = <R>(text: string, ...parameters: readonly unknown[]) => Promise<R[]>;

/** What became of an episode key, in every source that ever used it; keys are compared exactly. */
export async function findEpisode(
  warehouse: Warehouse,
  key: string,
  {as_of, suffix}: Pick<Reading, "as_of" | "suffix">
): Promise<Whereabouts[]> {
  const read: Query = (text, ...parameters) =>
    warehouse.query(text.replaceAll("warehouse.", `warehouse${suffix}.`), parameters);
  const sources = await read<{source: string}>(everySource, key);
  const found: Whereabouts[] = [];
  for (const {source} of sources) {
    found.push({
      source,
      state: await stateOf(read, source, key, as_of),
      quarantined: await read<Quarantined>(quarantined, source, key, as_of)
    });
  }
  return found;
}

async function stateOf(read: Query, source: string, key: string, as_of: string): Promise<State> {
  const [taking] = await read(`select from warehouse.episode where source = $1 and episode_key = $2`, source, key);
  if (taking !== undefined) return {kind: "takes_part"};
  const [last] = await read<LastWord>(lastWord, source, key, as_of);
  if (last === undefined) return notStated(read, source, key, as_of);
  const {closed_on, closed_by, client_key, program_key, has_client, has_program, code, ...row} = last;
  if (closed_on !== null) return {kind: "closed", row, closed_on, closed_by};
  if (code === null) return {kind: "not_built", row};
  const [instead] = await read<Row>(openEpisode, source, client_key, program_key);
  const missing = [...(has_client ? [] : [`client ${client_key}`]), ...(has_program ? [] : [`program ${program_key}`])];
  return {kind: "waits", code, row, missing, instead: code === "second_open_episode" ? (instead ?? null) : null};
}

async function notStated(read: Query, source: string, key: string, as_of: string): Promise<State> {
  const [later] = await read<Row>(firstLaterWord, source, key, as_of);
  if (later !== undefined) return {kind: "later", row: later};
  const by = await read<{file: string; rows: number}>(namedBy, source, key, as_of);
  return by.length === 0 ? {kind: "quarantined"} : {kind: "named", by};
}

interface LastWord extends Row {
  readonly closed_on: string | null;
  readonly closed_by: number | null;
  readonly client_key: string;
  readonly program_key: string;
  readonly has_client: boolean;
  readonly has_program: boolean;
  /** Why it waits, by the last build. */
  readonly code: string | null;
}

const everySource = `
  select source from record.episode where episode_key = $1
  union select source from record.session where episode_key = $1
  union select source from record.assessment where episode_key = $1
  union select source from record.followup where episode_key = $1
  union select source from record.referral where episode_key = $1
  union select source from record.quarantine where file = 'episodes' and row_key = $1
  order by source`;

const asRow =
  "'episodes' as file, e.episode_key as key, e.admitted_on as on, e.stated_on as delivered_on, e.sequence, e.line";

const lastWord = `
  select ${asRow}, e.client_key, e.program_key, w.code,
    case when e.superseded_on <= $3::date then e.superseded_on end as closed_on,
    case when e.superseded_on <= $3::date then e.superseded_sequence end as closed_by,
    exists (
      select from record.client as c where c.source = e.source and c.client_key = e.client_key
        and c.stated_on <= $3::date and (c.superseded_on is null or c.superseded_on > $3::date)
    ) as has_client,
    exists (select from warehouse.program as p where p.source = e.source and p.program_key = e.program_key) as has_program
  from record.episode as e
  left join warehouse.waiting as w on w.file = 'episodes' and w.source = e.source and w.row_key = e.episode_key
  where e.source = $1 and e.episode_key = $2 and e.stated_on <= $3::date
  order by e.stated_on desc, e.sequence desc
  limit 1`;

const firstLaterWord = `
  select ${asRow} from record.episode as e
  where e.source = $1 and e.episode_key = $2 and e.stated_on > $3::date
  order by e.stated_on, e.sequence
  limit 1`;

const openEpisode = `
  select 'episodes' as file, t.episode_key as key, t.admitted_on as on, null as delivered_on, null as sequence, null as line
  from warehouse.episode as t
  where t.source = $1 and t.client_key = $2 and t.program_key = $3 and t.discharged_on is null`;

const namedBy = ["session", "assessment", "followup", "referral"]
  .map(
    (table) => `
  select '${table}s' as file, count(*) as rows from record.${table}
  where source = $1 and episode_key = $2 and stated_on <= $3::date and (superseded_on is null or superseded_on > $3::date)
  having count(*) > 0`
  )
  .join(" union all ");

const quarantined = `
  select 'episodes' as file, row_key as key, null as on, stated_on as delivered_on, sequence, line, code, column_name as column
  from record.quarantine
  where file = 'episodes' and source = $1 and row_key = $2
    and stated_on <= $3::date and (superseded_on is null or superseded_on > $3::date)
  order by stated_on, sequence, line`;
