import {Kysely, PostgresDialect} from "kysely";
import pg from "pg";
import type {Tables} from "./schema.ts";

/** One connection to the warehouse, embedded or on a server. All work of a run goes through it, in order. */
export interface Warehouse {
  readonly kind: "embedded" | "server";
  /** Typed access over this one connection. */
  readonly kysely: Kysely<Tables>;
  /** Runs one statement with $1 … parameters. Dates come back as "YYYY-MM-DD", int8 as a safe integer (else it throws). */
  query<Row>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Runs a script of several statements without parameters. */
  script(text: string): Promise<void>;
  /** Streams rows in COPY text format into table (columns) and returns how many rows it took. */
  copyIn(table: string, columns: readonly string[], chunks: AsyncIterable<Buffer>): Promise<number>;
  /** Streams the result of a select in COPY csv format, without a header. */
  copyOut(select: string): AsyncIterable<Buffer>;
  /** begin … commit; rolls back and rethrows if work throws. Not nested. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** Stops the running statement: cancels it on a server, ends the worker of an embedded warehouse. */
  cancel(): Promise<void>;
  close(): Promise<void>;
}

/** What differs between the two kinds of warehouse. */
export interface Engine {
  readonly kind: Warehouse["kind"];
  readonly client: pg.Client;
  copyIn(statement: string, chunks: AsyncIterable<Buffer>): Promise<number>;
  copyOut(statement: string): AsyncIterable<Buffer>;
  cancel(): Promise<void>;
  close(): Promise<void>;
}

/** The same settings on every engine, so that the same statement gives the same rows. */
export const sessionSettings = [
  "set timezone to 'UTC'",
  "set datestyle to 'ISO, YMD'",
  "set jit to off",
  "set work_mem to '128MB'",
  // a few rows among millions are found by index, which Postgres takes for dearer than it is off spinning disks
  "set random_page_cost to 1.1",
  "set search_path to public",
  "set client_min_messages to warning"
].join("; ");

const parsers: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.DATE]: (text) => text,
  [pg.types.builtins.INT8]: parseInt8,
  [pg.types.builtins.NUMERIC]: refuseNumeric
};

/** Type parsers of this project only: pg's own would turn a date into local midnight and an int8 into text. */
export const types = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    return parsers[oid] ?? pg.types.getTypeParser(oid, format as "text");
  }
};

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError("an int8 outside the safe integers left SQL: select keys as text");
  return value;
}

function refuseNumeric(): never {
  throw new TypeError("a numeric left SQL: cast it to text, bigint or double precision");
}

export function warehouseOf(engine: Engine): Warehouse {
  const {client} = engine;
  return {
    kind: engine.kind,
    kysely: new Kysely<Tables>({
      dialect: new PostgresDialect({pool: poolOf(client)})
    }),
    query: async <Row>(text: string, parameters: readonly unknown[] = []) =>
      (await client.query(text, [...parameters])).rows as Row[],
    script: async (text) => void (await client.query(text)),
    copyIn: (table, columns, chunks) => engine.copyIn(`copy ${table} (${columns.join(", ")}) from`, chunks),
    copyOut: (select) => engine.copyOut(`copy (${select}) to`),
    transaction: (work) => transaction(client, work),
    cancel: () => engine.cancel(),
    close: () => engine.close()
  };
}

async function transaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    // the connection may be gone: the first error is the one to tell
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

/** Kysely asks for a pool; ours hands out the one connection. */
function poolOf(client: pg.Client) {
  const connection = {
    query: client.query.bind(client),
    release: () => undefined
  };
  return {
    connect: async () => connection,
    end: async () => undefined
  } as unknown as pg.Pool;
}
