import {UserError} from "../../errors.ts";
import type {Table, Value} from "../table.ts";
import {placeOf} from "./cohort.ts";
import type {Demand} from "./options.ts";

/** A column that is no quasi-identifier, and the quasi-identifier that follows from it. */
export interface Telling {
  readonly column: string;
  readonly tells: string;
}

/** Fewer people to a value agree by chance. */
const fewestAgreeing = 5;

/** Throws a UserError where a step made a column coarser and another column, left as it was, still tells what it was. */
export function requireNotTold(tables: readonly Table[], demand: Demand, steps: number): void {
  const coarser = new Set(demand.generalise.slice(0, steps).map(({field}) => field));
  const found = tellings(tables, demand).find(({tells, column}) => coarser.has(tells) && !coarser.has(column));
  if (found !== undefined)
    throw new UserError(
      "disclosure",
      `generalise: expected ${found.tells} to be coarser, found that ${found.column} still tells it`,
      {
        hint: `leave ${found.column} out of the columns, or declare it a quasi-identifier`
      }
    );
}

/** Columns of which each value goes with one value of a quasi-identifier, among enough people that it is not by chance. */
export function tellings(tables: readonly Table[], demand: Demand): Telling[] {
  const found = tables.flatMap((table) => {
    const columns = table.fields.filter(
      ({name, sensitivity}) =>
        sensitivity !== "key" && name !== demand.person && !demand.quasi_identifiers.includes(name)
    );
    const told = table.fields.filter((field) => demand.quasi_identifiers.includes(field.name));
    return columns.flatMap(({name}) =>
      told
        .filter((tells) => tells.missing_reason !== name && follows(table, name, tells.name, demand.person))
        .map((tells) => ({column: name, tells: tells.name}))
    );
  });
  return [...new Map(found.map((telling) => [`${telling.column}\n${telling.tells}`, telling])).values()];
}

function follows(table: Table, column: string, tells: string, person: string): boolean {
  const [from, to, who] = [column, tells, person].map((name) => placeOf(name, table));
  const toldBy = new Map<Value, {value: Value; people: Set<Value>}>();
  const people = new Set<Value>();
  for (const row of table.rows) {
    const [value, told] = [row[from ?? -1] ?? null, row[to ?? -1] ?? null];
    if (value === null) continue;
    const known = toldBy.get(value) ?? {value: told, people: new Set()};
    if (known.value !== told) return false;
    toldBy.set(value, known);
    known.people.add(row[who ?? -1] ?? null);
    people.add(row[who ?? -1] ?? null);
  }
  if (people.size < fewestAgreeing * toldBy.size) return false;
  const backed = [...toldBy.values()].filter((known) => known.people.size >= fewestAgreeing);
  return new Set(backed.map((known) => known.value)).size > 1;
}
