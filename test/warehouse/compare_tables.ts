import type {Warehouse} from "../../src/database/warehouse.ts";

/** Tables of warehouse.* and mart.* whose rows are not the same in warehouse_known.* and mart_known.*, with how many differ. */
export async function differingTables(warehouse: Warehouse): Promise<string[]> {
  const differences: string[] = [];
  for (const table of await builtTables(warehouse)) {
    const known = table.replace(".", "_known.");
    const [row] = await warehouse.query<{only: number; only_known: number}>(
      `select
         (select count(*) from (select * from ${table} except all select * from ${known}) as here) as only,
         (select count(*) from (select * from ${known} except all select * from ${table}) as there) as only_known`
    );
    if (row?.only !== 0 || row.only_known !== 0)
      differences.push(`${table}: ${row?.only} rows only nightly, ${row?.only_known} only built whole`);
  }
  return differences;
}

/** Every table that a build fills, but for the list of persons that it works through. */
async function builtTables(warehouse: Warehouse): Promise<string[]> {
  const rows = await warehouse.query<{name: string}>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname in ('warehouse', 'mart') and tablename <> 'person_to_build' order by 1`
  );
  return rows.map(({name}) => name);
}

/** A fingerprint of the rows of each of these tables. */
export async function contentOfTables(warehouse: Warehouse): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const table of await builtTables(warehouse)) {
    const [row] = await warehouse.query<{content: string}>(
      `select md5(coalesce(string_agg(row::text, chr(10) order by row::text), '')) as content from ${table} as row`
    );
    contents[table] = row?.content ?? "";
  }
  return contents;
}
