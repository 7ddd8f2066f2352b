import {pipeline} from "node:stream/promises";
import {setTimeout as wait} from "node:timers/promises";
import pg from "pg";
import {from as copyFrom, to as copyTo} from "pg-copy-streams";
import {UserError} from "../errors.ts";
import type {Machine} from "./lock.ts";
import {type Engine, sessionSettings, types} from "./warehouse.ts";

/** "plumbline", as the key of the advisory lock that one run at a time holds. */
const lockKey = 1_886_154_861;
/** What the sessions of a run are called, before its process and host. */
const sessionName = "plumbline";
const attempts = 5;
const lockAttempts = 7;
const oldest = 150_000;

/** Connects to a Postgres server (15 or later), trying again while it starts, and takes the warehouse's advisory lock. */
export async function openServer(url: string, machine: Machine): Promise<Engine> {
  const client = await connect(url, `${sessionName} ${machine.pid} ${machine.host}`);
  try {
    await requireVersion(client);
    await client.query(sessionSettings);
    await endWithClient(client);
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

async function connect(url: string, name: string): Promise<pg.Client> {
  for (let attempt = 1; ; attempt++) {
    const client = clientFor(url, name);
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

function clientFor(url: string, name: string): pg.Client {
  try {
    return new pg.Client({connectionString: url, types, application_name: name});
  } catch {
    // the reason would repeat the address, which holds a password
    throw new UserError("usage", "warehouse: expected an address in DATABASE_URL, found one that cannot be read", {
      hint: "for example postgres://user:password@host:5432/database"
    });
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

/** A server works on for a client that was killed, and keeps its lock, unless it is told to look. Not every system can. */
async function endWithClient(client: pg.Client): Promise<void> {
  await client.query("set client_connection_check_interval to '500ms'").catch(() => undefined);
}

/** Tries for three seconds: by then the session of a run that was killed just now has ended. */
async function takeLock(client: pg.Client): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const {rows} = await client.query("select pg_try_advisory_lock($1) as is_ours", [lockKey]);
    if (rows[0].is_ours) return;
    if (attempt === lockAttempts) throw locked(await holderOf(client));
    await wait(500);
  }
}

/** The process and host in the name of the session that holds the lock, if it is ours to see. */
async function holderOf(client: pg.Client): Promise<string> {
  const {rows} = await client.query(
    `select application_name as name from pg_stat_activity join pg_locks using (pid)
     where locktype = 'advisory' and objid = $1 and granted and datname = current_database()`,
    [lockKey]
  );
  const [, pid, host] = /^plumbline (\d+) (.+)$/.exec(rows[0]?.name ?? "") ?? [];
  return pid === undefined ? "another run on this database" : `process ${pid} on ${host} at work`;
}

function locked(holder: string): UserError {
  return new UserError("locked", `warehouse: expected to be alone, found ${holder}`, {
    hint: `wait until it ends, or look for it with: select * from pg_stat_activity where application_name like '${sessionName} %'`
  });
}

async function copyIn(client: pg.Client, statement: string, chunks: AsyncIterable<Buffer>): Promise<number> {
  const stream = client.query(copyFrom(`${statement} stdin`));
  await pipeline(chunks, stream);
  return stream.rowCount ?? 0;
}

/** Cancels the running statement, and lets no other follow on this connection. */
async function cancel(client: pg.Client, url: string): Promise<void> {
  const {processID} = client as unknown as {processID: number};
  const other = new pg.Client({connectionString: url});
  await other.connect();
  await other.query("select pg_cancel_backend($1)", [processID]);
  await other.end();
  await client.end();
}
