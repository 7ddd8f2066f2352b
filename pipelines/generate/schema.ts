import type {Warehouse} from "../../src/database/warehouse.ts";

interface Column {
  readonly schema: string;
  readonly table: string;
  readonly table_comment: string;
  readonly column: string;
  readonly type: string;
  readonly is_nullable: boolean;
  readonly comment: string;
}

const typescriptTypes: Record<string, string> = {
  text: "string",
  date: "string",
  uuid: "string",
  boolean: "boolean",
  smallint: "number",
  "smallint[]": "number[]",
  integer: "number",
  bigint: "number",
  numeric: "never"
};

const columns = `
  select n.nspname as schema, c.relname as table, obj_description(c.oid) as table_comment, a.attname as column,
    format_type(a.atttypid, null) as type, not a.attnotnull as is_nullable, col_description(c.oid, a.attnum) as comment
  from pg_class as c
  join pg_namespace as n on n.oid = c.relnamespace
  join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind = 'r' and n.nspname in ('plumbline', 'record', 'warehouse', 'mart')
  order by array_position(array['plumbline', 'record', 'warehouse', 'mart'], n.nspname), c.relname collate "C", a.attnum`;

/** The text of src/database/schema.ts: every table of a migrated warehouse as a type, comments as doc comments. */
export async function schemaModule(warehouse: Warehouse): Promise<string> {
  const rows = await warehouse.query<Column>(columns);
  const tables = Map.groupBy(rows, ({schema, table}) => `${schema}.${table}`);
  const interfaces = [...tables.entries()].map(([name, cells]) => interfaceOf(name, cells));
  const index = [...tables.keys()].map((name) => `  "${name}": ${typeName(name)};`);
  return [
    "// Written by `npm run generate` from the migrations; not by hand.",
    ...interfaces,
    `/** Tables by name, as Kysely knows them. */\nexport interface Tables {\n${index.join("\n")}\n}`
  ]
    .join("\n\n")
    .concat("\n");
}

function interfaceOf(name: string, cells: readonly Column[]): string {
  const fields = cells.map(({column, type, is_nullable, comment}) => {
    const typescript = typescriptTypes[type] ?? "unknown";
    return `  /** ${comment} */\n  ${column}: ${typescript}${is_nullable ? " | null" : ""};`;
  });
  return `/** ${cells[0]?.table_comment ?? ""} */\nexport interface ${typeName(name)} {\n${fields.join("\n")}\n}`;
}

/** warehouse.episode_outcome -> WarehouseEpisodeOutcome */
function typeName(name: string): string {
  return name.replace(/(?:^|[._])([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
