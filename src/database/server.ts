import {pipeline} from "node:stream/promises";
import {setTimeout as wait} from "node:timers/promises";
import pg from "pg";
import {from as copyFrom, to as copyTo} from "pg-copy-streams";
import {UserError} from "../errors.ts";
import {type Engine, sessionSettings, types} from "./warehouse.ts";

/** "plumbline", as the key of the advisory lock that one run at a time holds. */
const lockKey = 1_886_154_861;
const attempts = 5;
const oldest = 150_000;

/** Connects to a Postgres server (15 or later), trying again while it starts, and takes the warehouse's advisory lock. */
export async function openServer(url: string): Promise<Engine> {
  const client = await connect(url);
  try {
    await requireVersion(client);
    await client.query(sessionSettings);
    await takeLock(client);
  } catch (error) {
    await client.end();
    throw error;
  }
  return {
    kind: "server",
    client,
    copyIn: (statement, chunks) => copyIn(client, statement, chunks),
    copyOut: (statement) => client.query(copyTo(`${statement} stdout (format csv)`)),
    cancel: () => cancel(client, url),
    close: () => client.end()
  };
}

async function connect(url: string): Promise<pg.Client> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({
      connectionString: url,
      types,
      application_name: "plumbline"
    });
    // an idle connection that breaks is told by the next statement, not by an uncaught event
    client.on("error", () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (attempt === attempts || !isPassing(error)) throw unreachable(error);
      await wait(200 * 2 ** attempt);
    }
  }
}

/** Nothing listens yet, or the server says that it is starting (57P03) or full (53300). */
function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  return ["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "57P03", "53300"].includes(code);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}

function unreachable(error: unknown): UserError {
  return new UserError(
    "unreachable",
    `warehouse: expected a Postgres server at DATABASE_URL, found none (${codeOf(error)})`,
    {
      hint: "check host, port, user and password in DATABASE_URL, and that the server runs; unset it to use the embedded warehouse",
      cause: error
    }
  );
}

async function requireVersion(client: pg.Client): Promise<void> {
  const {rows} = await client.query("select current_setting('server_version_num')::integer as version");
  const version: number = rows[0].version;
  if (version >= oldest) return;
  throw new UserError("usage", `warehouse: expected Postgres 15 or later, found ${Math.floor(version / 10_000)}`, {
    hint: "point DATABASE_URL at a newer server"
  });
}

async function takeLock(client: pg.Client): Promise<void> {
  const {rows} = await client.query("select pg_try_advisory_lock($1) as is_ours", [lockKey]);
  if (rows[0].is_ours) return;
  throw new UserError("locked", "warehouse: expected to be alone, found another run on this database", {
    hint: "wait until it ends, or look for it with: select * from pg_stat_activity where application_name = 'plumbline'"
  });
}

async function copyIn(client: pg.Client, statement: string, chunks: AsyncIterable<Buffer>): Promise<number> {
  const stream = client.query(copyFrom(`${statement} stdin`));
  await pipeline(chunks, stream);
  return stream.rowCount ?? 0;
}

async function cancel(client: pg.Client, url: string): Promise<void> {
  const {processID} = client as unknown as {processID: number};
  const other = new pg.Client({connectionString: url});
  await other.connect();
  await other.query("select pg_cancel_backend($1)", [processID]);
  await other.end();
}
