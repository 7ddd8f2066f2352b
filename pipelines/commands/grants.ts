import type {Warehouse} from "../../src/database/warehouse.ts";

/** What doctor says of accounts and roles on a server. */
export interface GrantsFinding {
  readonly what: string;
  readonly is_well: boolean;
  readonly is_warning?: boolean;
  readonly found: string;
  readonly advice: string;
}

/** Whether this account may do more than a night needs, and whether the reader may read more than what is published. */
export async function lookAtGrants(warehouse: Warehouse): Promise<GrantsFinding[]> {
  if (warehouse.kind === "embedded") return [];
  const [row] = await warehouse.query<{account: string; is_superuser: boolean; has_reader: boolean}>(
    `select current_user::text as account, rolsuper as is_superuser,
       exists (select from pg_roles where rolname = 'plumbline_reader') as has_reader
     from pg_roles where rolname = current_user`
  );
  const {account = "", is_superuser = false, has_reader = false} = row ?? {};
  const own = {
    what: "account",
    is_well: !is_superuser,
    is_warning: true,
    found: `${account}, ${is_superuser ? "a superuser" : "no superuser"}`,
    advice: "give each step an account of its own: sql/roles/roles.sql and docs/database-roles.md"
  };
  return has_reader ? [own, await lookAtReader(warehouse)] : [own];
}

/** Tables and views of which the reader, or everybody, may read a column. */
async function lookAtReader(warehouse: Warehouse): Promise<GrantsFinding> {
  const readable = await warehouse.query<{name: string}>(
    `select n.nspname || '.' || c.relname as name
     from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname !~ '^pg_'
       and n.nspname not in ('information_schema', 'published')
       and has_schema_privilege('plumbline_reader', n.oid, 'usage')
       and has_any_column_privilege('plumbline_reader', c.oid, 'select')
     order by 1`
  );
  const names = readable.map(({name}) => name);
  return {
    what: "reader",
    is_well: names.length === 0,
    found: names.length === 0 ? "reads published results only" : `may read ${names.join(", ")}`,
    advice: "run sql/roles/roles.sql as the warehouse's owner: it takes back what it does not say"
  };
}
