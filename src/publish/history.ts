import {createHash} from "node:crypto";
import {deflateSync, inflateSync} from "node:zlib";
import type {Warehouse} from "../database/warehouse.ts";
import type {Earlier} from "../disclosure/changes.ts";
import type {Measure} from "../measures/measure.ts";
import type {Settings} from "../settings.ts";

/** The counts behind an earlier release that told something new. */
export interface ToldRelease {
  readonly as_of: string;
  /** By set and place; null where nothing is known of the set. A place where nobody was counted was told by its absence. */
  readonly countOf: (set: string, place: string) => Earlier | null;
  readonly hasScope: (scope: string) => boolean;
}

/** Rows of the last release by table, as objects. */
export type ShownTables = Readonly<Record<string, readonly object[]>>;

/** What was published before under the same definitions and settings, the last first. */
export interface History {
  readonly told: readonly ToldRelease[];
  /** Null where the definitions have changed since: what they gave is not shown again. */
  readonly shown: ShownTables | null;
}

/** One count as a release knew it. */
export interface KnownCount {
  readonly set: string;
  readonly scope: string;
  readonly place: string;
  readonly count: number;
  readonly is_told: boolean;
}

/** A release is held against so many before it; changes since older ones are larger. */
const mostReleases = 24;

/** By scope, by set, by place: the count, or, where it was not told, less than nothing: -1 less the count. */
type Written = Record<string, Record<string, Record<string, number>>>;

interface ToldRow {
  readonly as_of: string;
  readonly definition: string;
  readonly counts: string;
}

/** What a change of would change counts of the same data: the versions of the measures, and the settings. */
export function definitionOf(measures: readonly Measure[], settings: Settings): string {
  const {annotations: _annotations, organisation: _organisation, fail_on: _fail_on, ...counting} = settings;
  const versions = measures.map(({id, version}) => [id, version]);
  return createHash("sha256")
    .update(JSON.stringify([versions, counting]))
    .digest("hex");
}

/** Reads the history of releases. */
export async function readHistory(warehouse: Warehouse, definition: string): Promise<History> {
  const told = await warehouse.query<ToldRow>(
    "select as_of, definition, counts from history.told order by sequence desc limit $1",
    [mostReleases]
  );
  const [shown] = await warehouse.query<{definition: string; tables: string}>(
    "select definition, tables from history.shown"
  );
  return {
    told: told.map(({as_of, counts}) => toldRelease(as_of, unpack<Written>(counts))),
    shown: shown?.definition === definition ? unpack<ShownTables>(shown.tables) : null
  };
}

/** Writes what a release tells, before it is published: whatever happens then, what may have been seen is on record. */
export async function recordHistory(
  warehouse: Warehouse,
  {
    definition,
    as_of,
    counts,
    tables
  }: {
    readonly definition: string;
    readonly as_of: string;
    /** Null where the release tells nothing new. */
    readonly counts: readonly KnownCount[] | null;
    readonly tables: ShownTables;
  }
): Promise<void> {
  await warehouse.transaction(async () => {
    if (counts !== null)
      await warehouse.query(
        `insert into history.told (sequence, as_of, definition, counts)
         select coalesce(max(sequence), 0) + 1, $1::date, $2, $3 from history.told`,
        [as_of, definition, pack(written(counts))]
      );
    await warehouse.query("delete from history.shown");
    await warehouse.query("insert into history.shown (definition, tables) values ($1, $2)", [definition, pack(tables)]);
  });
}

function toldRelease(as_of: string, scopes: Written): ToldRelease {
  const sets = new Map(Object.values(scopes).flatMap((own) => Object.entries(own)));
  return {
    as_of,
    hasScope: (scope) => scope in scopes,
    countOf: (set, place) => {
      const places = sets.get(set);
      if (places === undefined) return null;
      const count = places[place] ?? 0;
      return count < 0 ? {count: -1 - count, was_told: false} : {count, was_told: true};
    }
  };
}

function written(counts: readonly KnownCount[]): Written {
  const scopes: Written = {};
  for (const {scope, set, place, count, is_told} of counts) {
    scopes[scope] ??= {};
    scopes[scope][set] ??= {};
    scopes[scope][set][place] = is_told ? count : -1 - count;
  }
  return scopes;
}

function pack(value: unknown): string {
  return deflateSync(JSON.stringify(value), {level: 6}).toString("base64");
}

function unpack<Value>(text: string): Value {
  return JSON.parse(inflateSync(Buffer.from(text, "base64")).toString("utf8")) as Value;
}
