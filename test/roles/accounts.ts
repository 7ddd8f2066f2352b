import {readFileSync} from "node:fs";
import {join} from "node:path";
import pg from "pg";
import {inject} from "vitest";
import {createDatabase} from "../warehouses.ts";

export const roles = ["loader", "builder", "publisher", "reader"] as const;
export type Role = (typeof roles)[number];
export type Account = Role | "owner";

export const rolesSql = readFileSync(join(import.meta.dirname, "../../sql/roles/roles.sql"), "utf8");

/** A database with an account that owns it, which is no superuser, and one account for each role. */
export interface Accounts {
  readonly urls: Readonly<Record<Account, string>>;
  /** As the server's superuser. */
  readonly superuser: string;
  drop(): Promise<void>;
}

export async function createAccounts(): Promise<Accounts> {
  const {url, drop} = await createDatabase();
  const database = new URL(url).pathname.slice(1);
  const nameOf = (account: Account) => `${database}_${account}`;
  const names = [nameOf("owner"), ...roles.map(nameOf)];
  const before = await rolesThere();
  await onServer(inject("serverUrl"), async (client) => {
    await client.query(`create role ${nameOf("owner")} login createrole password 'owner'`);
    // roles are those of a server, not of a database: another may have made them
    for (const role of before) await client.query(`grant ${role} to ${nameOf("owner")} with admin option`);
    for (const role of roles) await client.query(`create role ${nameOf(role)} login password '${role}'`);
    await client.query(`alter database ${database} owner to ${nameOf("owner")}`);
  });
  const urlOf = (account: Account) => {
    const own = new URL(url);
    [own.username, own.password] = [nameOf(account), account];
    return own.href;
  };
  const urls = Object.fromEntries(["owner", ...roles].map((account) => [account, urlOf(account as Account)]));
  return {
    urls: urls as Record<Account, string>,
    superuser: url,
    drop: async () => {
      await drop();
      await onServer(inject("serverUrl"), async (client) => {
        for (const name of names.toReversed()) await client.query(`drop owned by ${name} cascade; drop role ${name}`);
        for (const role of await rolesThere()) if (!before.includes(role)) await client.query(`drop role ${role}`);
      });
    }
  };
}

async function rolesThere(): Promise<string[]> {
  const rows = await ask(inject("serverUrl"), "select rolname from pg_roles where rolname = any($1)", [
    roles.map((role) => `plumbline_${role}`)
  ]);
  return (rows as {rolname: string}[]).map(({rolname}) => rolname);
}

/** Runs roles.sql as the owner of the database, and lets each account have its role. */
export async function giveRoles({urls, superuser}: Accounts): Promise<void> {
  await onServer(urls.owner, (client) => client.query(rolesSql));
  await onServer(superuser, async (client) => {
    for (const role of roles) await client.query(`grant plumbline_${role} to ${new URL(urls[role]).username}`);
  });
}

export async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Rows of a statement, or the code of the error that Postgres answered with. */
export async function ask(url: string, text: string, values: readonly unknown[] = []): Promise<unknown[] | string> {
  return onServer(url, async (client) => {
    try {
      return (await client.query(text, [...values])).rows;
    } catch (error) {
      return error instanceof Error && "code" in error ? String(error.code) : String(error);
    }
  });
}
