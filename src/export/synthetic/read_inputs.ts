import type {Field, Table, Value} from "../table.ts";
import {asGoodAsNobody, columnOf, grainOf, type OwnedTable, type Owners, ownedTable} from "./owned_table.ts";
import {emptinessOf, whenFilled} from "./read_emptiness.ts";
import {shapeOf} from "./read_shape.ts";
import type {ColumnInputs, TableInputs, TwinInputs} from "./twin_inputs.ts";

/** What a twin is made from. Nothing of the rows goes further than this. */
export function readInputs(tables: readonly Table[], owners: Owners): TwinInputs {
  const owned = tables.map((table) => ownedTable(table, owners));
  return {
    ...owners,
    people_return: peopleReturn(owned),
    tables: owned.map((table, index) => tableInputs(table, owned.slice(0, index), owners))
  };
}

function peopleReturn(tables: readonly OwnedTable[]): boolean {
  const episodes = new Map<Value, Set<Value>>();
  for (const {persons, episodes: own} of tables)
    for (const [row, person] of persons.entries())
      episodes.set(person, (episodes.get(person) ?? new Set()).add(own[row] ?? null));
  return !asGoodAsNobody([...episodes.values()].filter(({size}) => size > 1).length);
}

function tableInputs(table: OwnedTable, earlier: readonly OwnedTable[], owners: Owners): TableInputs {
  const {name, grain, fields, primary_key, one_row_for} = table;
  const columns = fields.map((field) => columnInputs(table, field, owners));
  return {
    declared: {name, grain, fields, primary_key},
    one_row_for,
    rows_each: rowsEach(table),
    columns,
    emptiness: emptinessOf(table, earlier)
  };
}

function columnInputs(table: OwnedTable, field: Field, owners: Owners): ColumnInputs {
  const {name, sensitivity} = field;
  const role = roleOf(table, field, owners);
  const values = columnOf(table, name);
  const grain = sensitivity === "key" || table.primary_key.includes(name) ? "row" : grainOf(table, values);
  const isDrawn = role === "value" || role === "reason";
  return {
    name,
    role,
    grain,
    shape: isDrawn ? shapeOf(field, values, table.persons) : null,
    ascends: role === "value" && field.levels === null && grain === "row" && ascends(table, values),
    when_filled: role === "reason" ? whenFilled(table, name) : null
  };
}

function roleOf(table: OwnedTable, field: Field, {person, episode}: Owners): ColumnInputs["role"] {
  if (field.name === person) return "person";
  if (field.name === episode) return "episode";
  if (field.sensitivity === "key") return "key";
  if (table.fields.some(({missing_reason}) => missing_reason === field.name)) return "reason";
  const isCounter = table.primary_key.includes(field.name) && field.type === "integer" && field.levels === null;
  return isCounter && countsFromOne(table, field) ? "counter" : "value";
}

function countsFromOne(table: OwnedTable, field: Field): boolean {
  const values = columnOf(table, field.name);
  return holdsOfGroups(table, (rows) => rows.every((row, index) => values[row] === index + 1));
}

function ascends(table: OwnedTable, values: readonly Value[]): boolean {
  return holdsOfGroups(table, (rows) => {
    const own = rows.map((row) => values[row] ?? null).filter((value) => value !== null);
    return own.every((value, index) => index === 0 || value >= (own[index - 1] ?? value));
  });
}

/** Whether it is so of all groups of several rows, and these are of enough people. */
function holdsOfGroups(table: OwnedTable, isSo: (rows: readonly number[]) => boolean): boolean {
  const several = table.groups.filter((rows) => rows.length > 1);
  const people = new Set(several.flat().map((row) => table.persons[row]));
  return several.every(isSo) && !asGoodAsNobody(people.size);
}

/** Mean number of rows of an episode, in whole numbers; 3 where people are too few to tell. */
function rowsEach(table: OwnedTable): number {
  if (table.one_row_for !== "row") return 1;
  if (asGoodAsNobody(new Set(table.persons).size)) return 3;
  return Math.max(1, Math.round(table.rows.length / new Set(table.episodes).size));
}
