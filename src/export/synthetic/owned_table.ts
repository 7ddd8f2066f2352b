import {isSmall} from "../../disclosure/primary.ts";
import type {Table, Value} from "../table.ts";
import type {Grain} from "./twin_inputs.ts";

/** Names of the columns that say whose a row is. */
export interface Owners {
  readonly person: string;
  readonly episode: string;
}

/** A table of which each row knows its person and its episode; a person stands for the episode where the table has none. */
export interface OwnedTable extends Table {
  readonly persons: readonly Value[];
  readonly episodes: readonly Value[];
  readonly one_row_for: Grain;
  /** Rows that share all parts of the primary key but those that are numbers, in the order of these. */
  readonly groups: readonly (readonly number[])[];
}

export function ownedTable(table: Table, {person, episode}: Owners): OwnedTable {
  const hasEpisodes = table.fields.some(({name}) => name === episode);
  const persons = columnOf(table, person);
  const keys = table.primary_key;
  const isRow = keys.some((name) => name !== person && name !== episode);
  const one_row_for = isRow ? "row" : keys.includes(episode) ? "episode" : "person";
  return {
    ...table,
    persons,
    episodes: hasEpisodes ? columnOf(table, episode) : persons,
    one_row_for,
    groups: groupsOf(table)
  };
}

function groupsOf(table: Table): number[][] {
  const parts = table.primary_key.map((name) => ({
    values: columnOf(table, name),
    isNumber: table.fields.some((field) => field.name === name && field.type !== "string" && field.levels === null)
  }));
  const groups = new Map<string, number[]>();
  for (const row of table.rows.keys()) {
    const key = JSON.stringify(parts.filter(({isNumber}) => !isNumber).map(({values}) => values[row]));
    const own = groups.get(key) ?? [];
    groups.set(key, own);
    own.push(row);
  }
  const numbers = parts.filter(({isNumber}) => isNumber);
  const place = (a: number, b: number) =>
    numbers.reduce((so, {values}) => so || Number(values[a]) - Number(values[b]), 0);
  return [...groups.values()].map((rows) => rows.toSorted(place));
}

export function columnOf(table: Table, name: string): Value[] {
  const place = table.fields.findIndex((field) => field.name === name);
  return table.rows.map((row) => row[place] ?? null);
}

/** How many people have a row for which something holds. */
export function peopleWhere({persons}: OwnedTable, holds: (row: number) => boolean): number {
  return new Set(persons.filter((_, row) => holds(row))).size;
}

/** Whether it is nobody, as far as may be told: 1 to 10 people are taken for nobody. */
export function asGoodAsNobody(people: number): boolean {
  return people === 0 || isSmall(people);
}

/** What the values of a column belong to: a person or an episode, if they are the same in all rows of it and 11 people have several. */
export function grainOf(table: OwnedTable, values: readonly unknown[]): Grain {
  if (table.one_row_for === "person" || isSameWithin(table, table.persons, values)) return "person";
  if (table.one_row_for === "episode") return "episode";
  const hasEpisodes = table.episodes !== table.persons;
  return hasEpisodes && isSameWithin(table, table.episodes, values) ? "episode" : "row";
}

function isSameWithin(table: OwnedTable, units: readonly Value[], values: readonly unknown[]): boolean {
  const first = new Map<Value, number>();
  const several = new Set<Value>();
  for (const [row, unit] of units.entries()) {
    const known = first.get(unit) ?? row;
    if (values[known] !== values[row]) return false;
    if (known !== row) several.add(table.persons[row] ?? null);
    first.set(unit, known);
  }
  return !asGoodAsNobody(several.size);
}
