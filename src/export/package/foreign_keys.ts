import type {Table} from "../table.ts";

/** Fields that name a row of another table. */
export interface ForeignKey {
  readonly fields: readonly string[];
  readonly of: Table;
}

/** A table refers to each table before it whose primary key consists of keys that it has as well. */
export function foreignKeysOf(table: Table, tables: readonly Table[]): ForeignKey[] {
  const names = new Set(table.fields.map(({name}) => name));
  return tables
    .slice(0, Math.max(tables.indexOf(table), 0))
    .filter((other) => other.primary_key.every((key) => names.has(key) && isKey(other, key)))
    .map((other) => ({fields: other.primary_key, of: other}));
}

function isKey({fields}: Table, name: string): boolean {
  return fields.some((field) => field.name === name && field.sensitivity === "key");
}
