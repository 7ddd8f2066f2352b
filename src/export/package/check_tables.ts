import type {Field, Table} from "../table.ts";
import {checkNames} from "./check_names.ts";
import {checkValues} from "./check_values.ts";
import {foreignKeysOf} from "./foreign_keys.ts";

/**
 * Holds the tables of an export to what every program reads alike: names, types, levels, keys. What the maker of the
 * tables must mend is thrown as an Error, a value that came from a delivery as a UserError; neither holds the value.
 */
export function checkTables(tables: readonly Table[], attrition: Table): void {
  checkNames(tables, attrition);
  for (const table of tables) {
    for (const field of table.fields) checkLevels(table, field);
    checkRows(table);
    checkValues(table);
    checkPrimaryKey(table);
  }
  checkRows(attrition);
  for (const table of tables) checkForeignKeys(table, tables);
}

function checkLevels(table: Table, {name, type, levels, missing_reason}: Field): void {
  const place = `${table.name}.${name}`;
  if (missing_reason !== null && !table.fields.some((field) => field.name === missing_reason))
    throw new Error(`${place}: expected a field of the same table as missing_reason, found ${missing_reason}`);
  if (levels === null) return;
  const expected = type === "integer" ? "number" : "string";
  if (type === "number" || levels.some(({code}) => typeof code !== expected))
    throw new Error(`${place}: expected levels with codes of the type of the field`);
  if (new Set(levels.map(({code}) => code)).size < levels.length)
    throw new Error(`${place}: expected a level for a code once`);
}

function checkRows({name, fields, rows}: Table): void {
  const wrong = rows.findIndex((row) => row.length !== fields.length);
  if (wrong >= 0) throw new Error(`${name}: expected a value for each field, found another number in row ${wrong + 1}`);
}

function checkPrimaryKey(table: Table): void {
  const keys = keysOf(table, table.primary_key);
  if (table.primary_key.length === 0 || keys.includes(null) || new Set(keys).size < keys.length)
    throw new Error(`${table.name}: expected a primary key that every row has, and no two rows share`);
}

function checkForeignKeys(table: Table, tables: readonly Table[]): void {
  for (const {fields, of} of foreignKeysOf(table, tables)) {
    const known = new Set(keysOf(of, fields));
    if (keysOf(table, fields).some((key) => key !== null && !known.has(key)))
      throw new Error(`${table.name}: expected every ${fields.join(", ")} to be a row of ${of.name}`);
  }
}

/** The key of each row, null where a part of it is missing. */
function keysOf({fields, rows}: Table, key: readonly string[]): (string | null)[] {
  const places = key.map((name) => fields.findIndex((field) => field.name === name));
  return rows.map((row) => {
    const parts = places.map((place) => row[place] ?? null);
    return parts.includes(null) ? null : JSON.stringify(parts);
  });
}
