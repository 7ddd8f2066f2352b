import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, readlinkSync, statSync} from "node:fs";
import {join} from "node:path";
import {machine} from "../../pipelines/machine.ts";
import {openWarehouse, type Target} from "../../src/database/open.ts";

/** Every file below a folder with the hash of its bytes, links with what they point to. */
export function filesOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => !entry.isDirectory());
  const paths = names.map(({parentPath, name}) => join(parentPath, name).slice(folder.length + 1)).sort();
  return Object.fromEntries(paths.map((path) => [path, contentOf(join(folder, path))]));
}

function contentOf(path: string): string {
  const stat = statSync(path, {throwIfNoEntry: false});
  if (stat === undefined || stat.isDirectory()) return `-> ${readlinkSync(path)}`;
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

/** Rows and content of every table of the warehouse, whatever the order of the rows. */
export async function tablesOf(target: Target): Promise<Record<string, string>> {
  const warehouse = await openWarehouse(target, machine);
  try {
    const tables = await warehouse.query<{name: string}>(
      `select schemaname || '.' || tablename as name from pg_tables
       where schemaname in ('plumbline', 'record', 'staging', 'warehouse', 'mart', 'published') order by name`
    );
    const contents: Record<string, string> = {};
    for (const {name} of tables.filter((table) => table.name !== lastBuild)) {
      const [row] = await warehouse.query<{rows: number; hash: string}>(
        `select count(*) as rows, md5(coalesce(string_agg(t::text, E'\\n' order by t::text collate "C"), '')) as hash
         from ${name} as t`
      );
      contents[name] = `${row?.rows} rows, ${row?.hash}`;
    }
    return contents;
  } finally {
    await warehouse.close();
  }
}

/** Says whom the last build built, not what is known of them. */
const lastBuild = "warehouse.person_to_build";
