import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {writeExample} from "../../pipelines/steps/write_example.ts";
import {type Ended, runPlumbline} from "../cli/plumbline_process.ts";
import {
  type Account,
  type Accounts,
  ask,
  createAccounts,
  giveRoles,
  onServer,
  type Role,
  rolesSql
} from "./accounts.ts";

const cohort = `name: stays
purpose: how long people stay
requested_by: a test
basis: {kind: quality_improvement, number: QI-7}
period: {by: admitted, from: 2023-01-01, to: 2024-12-31}
columns: [los_days]
`;

/** Insufficient privilege. */
const refused = "42501";

let accounts: Accounts;
let folder: string;

function plumbline(account: Account, ...words: string[]): Promise<Ended> {
  return runPlumbline(words, {cwd: folder, env: {DATABASE_URL: accounts.urls[account]}});
}

/** One night, each step by the account that is there for it. */
async function night(...more: [Account, string][]): Promise<void> {
  const steps: [Account, string][] = [["loader", "ingest"], ["builder", "build"], ...more];
  for (const [account, step] of [...steps, ["builder", "check"], ["publisher", "publish"]] as typeof steps) {
    const {code, stderr} = await plumbline(account, step);
    expect(code, `${step}: ${stderr}`).toBe(0);
  }
}

const deliver = (name: string) =>
  cpSync(join(folder, "example/deliveries", name), join(folder, "deliveries", name), {recursive: true});

describe.skipIf(inject("serverUrl") === "")("database roles", () => {
  beforeAll(async () => {
    accounts = await createAccounts();
    folder = mkdtempSync(join(tmpdir(), "plumbline-roles-"));
    await writeExample(join(folder, "example"), {months: 18, episodes_per_year: 200});
    deliver("2024-04-30");
    deliver("2024-06-30");
    const {code, stderr} = await plumbline("owner", "migrate");
    expect(code, stderr).toBe(0);
    await giveRoles(accounts);
    await night();
    deliver("2024-05-31");
    await night(["builder", "measure"]);
    await onServer(accounts.superuser, (client) => client.query("analyze"));
  }, 180_000);
  afterAll(async () => {
    await accounts.drop();
    rmSync(folder, {recursive: true, force: true});
  });

  describe("the night", () => {
    it("ran twice, with a late delivery, by four accounts that are no superusers", async () => {
      const rows = await ask(
        accounts.superuser,
        "select rolname from pg_roles where rolsuper and (rolname like 'plumbline%' or rolname like current_database() || '%')"
      );
      expect(rows).toEqual([]);
      expect(await ask(accounts.superuser, "select count(*)::int as n from record.delivery")).toEqual([{n: 3}]);
    });

    it("put into the tables of the reader what stands in the files", async () => {
      const manifest = JSON.parse(readFileSync(join(folder, "data/published/current/release.json"), "utf8"));
      const results = manifest.outputs.find(({file}: {file: string}) => file === "results.csv");
      expect(await ask(accounts.urls.reader, "select release from published.release")).toEqual([
        {release: manifest.release}
      ]);
      expect(await ask(accounts.urls.reader, "select count(*)::int as n from published.result")).toEqual([
        {n: results.rows}
      ]);
    });

    it("lets the builder explain a figure, and take out a cohort", async () => {
      const explained = await plumbline("builder", "explain", "completion");
      expect(explained.code, explained.stderr).toBe(0);
      writeFileSync(join(folder, "cohort.yaml"), cohort);
      const exported = await plumbline("builder", "export", "cohort", "cohort.yaml");
      expect(exported.code, exported.stderr).toBe(0);
      expect(exported.stdout).toMatch(/^Ledger {5}entry 1 of data\/exports\/ledger\.jsonl, [0-9a-f]{64}$/m);
      expect((await plumbline("builder", "verify")).code).toBe(0);
    });

    it.each<[Account, string]>([
      ["loader", "build"],
      ["publisher", "ingest"],
      ["reader", "publish"]
    ])("stops with 2 and a hint where the account of the %s is asked to %s", async (account, step) => {
      if (step === "ingest") deliver("2024-07-31");
      const {code, stderr} = await plumbline(account, step);
      rmSync(join(folder, "deliveries/2024-07-31"), {recursive: true, force: true});
      expect({code, stderr}).toEqual({
        code: 2,
        stderr: expect.stringMatching(
          /expected an account that may do this step, found that it may not \(permission denied for .+\)\n {2}hint: each role/
        )
      });
    });
  });

  describe("the reader", () => {
    it("can read no table, view or column outside the schema published", async () => {
      const relations = (await ask(
        accounts.superuser,
        `select format('%I.%I', n.nspname, c.relname) as name, n.nspname as schema
         from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
         where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
         order by 1`
      )) as {name: string; schema: string}[];
      expect(relations.length).toBeGreaterThan(60);
      const answers = await onServer(accounts.urls.reader, async (client) => {
        const tried: [string, string][] = [];
        for (const {name} of relations) {
          const answer = await client.query(`select * from ${name} limit 1`).then(
            () => "read",
            (error: {code: string}) => error.code
          );
          tried.push([name, answer]);
        }
        return tried;
      });
      const expected = relations.map(({name, schema}) => [name, schema === "published" ? "read" : refused]);
      expect(answers).toEqual(expected);
      const columns = await ask(
        accounts.urls.reader,
        `select n.nspname, c.relname, a.attname from pg_attribute as a
         join pg_class as c on c.oid = a.attrelid join pg_namespace as n on n.oid = c.relnamespace
         where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname !~ '^pg_'
           and n.nspname not in ('information_schema', 'published')
           and has_column_privilege(c.oid, a.attnum, 'select')`
      );
      expect(columns).toEqual([]);
    });

    it("sees no values in the statistics that Postgres keeps of rows", async () => {
      const schemas = "select distinct schemaname from pg_stats where schemaname !~ '^(pg_|information_schema)'";
      expect(await ask(accounts.urls.reader, schemas)).toEqual([{schemaname: "published"}]);
      const all = (await ask(accounts.superuser, schemas)) as {schemaname: string}[];
      expect(all.map(({schemaname}) => schemaname)).toContain("warehouse");
      for (const hidden of ["pg_statistic", "pg_statistic_ext_data", "pg_authid"])
        expect(await ask(accounts.urls.reader, `select * from ${hidden} limit 1`), hidden).toBe(refused);
    });

    it("still learns from Postgres' catalogue how many rows a table has, as docs/database-roles.md says", async () => {
      const told = (await ask(
        accounts.urls.reader,
        `select max(c.reltuples)::int as estimated, max(s.n_live_tup)::int as counted
         from pg_class as c join pg_stat_all_tables as s on s.relid = c.oid where c.relname = 'episode_outcome'`
      )) as {estimated: number; counted: number}[];
      expect(told[0]?.estimated).toBeGreaterThan(0);
      expect(told[0]?.counted).toBeGreaterThan(0);
    });

    it.each([
      ["write a result", "update published.result set value = 1"],
      ["delete a result", "delete from published.result"],
      ["make a table", "create table published.mine (n integer)"],
      ["make a table for a moment", "create temporary table mine (n integer)"],
      ["make a table in public", "create table public.mine (n integer)"],
      ["make a schema", "create schema mine"],
      ["take the part of the builder", "set role plumbline_builder"],
      ["take the part of the loader", "set role plumbline_loader"],
      ["read a file of the server", "select pg_read_file('/etc/hostname')"],
      ["run a program on the server", "copy (select 1) to program 'true'"]
    ])("cannot %s", async (_what, statement) => {
      expect(await ask(accounts.urls.reader, statement)).toBe(refused);
    });

    it("finds no function of ours that reads with the rights of another", async () => {
      const functions = await ask(
        accounts.superuser,
        "select proname from pg_proc join pg_namespace as n on n.oid = pronamespace where n.nspname !~ '^(pg_|information_schema)'"
      );
      expect(functions).toEqual([]);
    });
  });

  describe("the other roles read and write", () => {
    const rights = (role: Role, privilege: string) =>
      ask(
        accounts.superuser,
        `select n.nspname || '.' || c.relname as name from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
         where c.relkind in ('r', 'v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
           and n.nspname !~ '_known$' and has_any_column_privilege($1, c.oid, $2) order by 1`,
        [`plumbline_${role}`, privilege]
      ).then((rows) => (rows as {name: string}[]).map(({name}) => name));
    const schemasOf = (names: readonly string[]) => [...new Set(names.map((name) => name.split(".")[0]))];

    it("loader: what was said, and nothing that was made of it", async () => {
      const read = await rights("loader", "select");
      expect(schemasOf(read)).toEqual(["plumbline", "record", "staging"]);
      expect(schemasOf(await rights("loader", "insert"))).toEqual(["record", "staging"]);
    });

    it("builder: all that was said, changing none of it; the warehouse and the marts; nothing published", async () => {
      expect(schemasOf(await rights("builder", "select"))).toEqual([
        "history",
        "mart",
        "plumbline",
        "record",
        "warehouse"
      ]);
      expect(schemasOf(await rights("builder", "update"))).toEqual(["mart", "warehouse"]);
      const added = (await rights("builder", "insert")).filter((name) => name.startsWith("record."));
      expect(added).toEqual(["record.success_definition"]);
    });

    it("publisher: counts, and of rows of persons only what case mix and attendees are counted from", async () => {
      const read = await rights("publisher", "select");
      expect(read.filter((name) => /^(record|staging|warehouse)\./.test(name))).toEqual([
        "record.delivery",
        "record.delivery_file",
        "record.refusal",
        "warehouse.episode_outcome",
        "warehouse.episode_score",
        "warehouse.program",
        "warehouse.session_month",
        "warehouse.waiting"
      ]);
      expect(schemasOf(await rights("publisher", "insert"))).toEqual(["history", "published"]);
      const {publisher} = accounts.urls;
      expect(await ask(publisher, "select row_key from warehouse.waiting limit 1")).toBe(refused);
      expect(await ask(publisher, "select message from record.refusal limit 1")).toBe(refused);
      expect(await ask(publisher, "select attended_sessions from warehouse.session_month limit 1")).toBe(refused);
    });
  });

  describe("doctor", () => {
    it("warns of an account that is a superuser, and finds nothing else", async () => {
      const doctor = ["doctor", "--json"];
      const {code, stdout} = await runPlumbline(doctor, {cwd: folder, env: {DATABASE_URL: accounts.superuser}});
      const findings: {what: string; is_well: boolean; found: string}[] = JSON.parse(stdout);
      expect(findings.filter(({is_well}) => !is_well).map(({what}) => what)).toEqual(["account"]);
      expect(findings.find(({what}) => what === "reader")?.found).toBe("reads published results only");
      expect(code).toBe(0);
    });

    it("fails where the reader, or everybody, can read a row", async () => {
      await ask(
        accounts.superuser,
        "grant usage on schema warehouse to public; grant select on warehouse.episode to public"
      );
      const {code, stdout} = await plumbline("owner", "doctor", "--json");
      const findings: {what: string; is_well: boolean; found: string}[] = JSON.parse(stdout);
      expect(findings.filter(({is_well}) => !is_well)).toMatchObject([
        {what: "reader", found: "may read warehouse.episode"}
      ]);
      expect(code).toBe(1);
      await onServer(accounts.urls.owner, (client) => client.query(rolesSql));
    });
  });

  it("run again, take back what somebody gave, and change nothing else", async () => {
    const acl = `select n.nspname || '.' || c.relname as name, c.relacl::text, pg_get_userbyid(c.relowner) as owner
      from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v') and n.nspname !~ '^(pg_|information_schema)' order by 1`;
    await onServer(accounts.urls.owner, (client) => client.query(rolesSql));
    const before = await ask(accounts.superuser, acl);
    await ask(
      accounts.superuser,
      "grant select on warehouse.episode_outcome, record.client to plumbline_reader, public"
    );
    await ask(accounts.superuser, "grant select (client_key) on warehouse.episode to plumbline_publisher");
    expect(await ask(accounts.superuser, acl)).not.toEqual(before);
    await onServer(accounts.urls.owner, (client) => client.query(rolesSql));
    expect(await ask(accounts.superuser, acl)).toEqual(before);
  });
});
