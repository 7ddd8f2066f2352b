import {UserError} from "../../errors.ts";
import type {Field, Table, Value} from "../table.ts";
import {type Coarser, coarsenField, withheld} from "./coarsen_field.ts";
import {type Cohort, placeOf} from "./cohort.ts";
import type {Demand, Step} from "./options.ts";
import {fieldNamed} from "./read_demand.ts";

/** The cohort with one step of generalisation taken in every table that has the column. */
export function takeStep(cohort: Cohort, step: Step, demand: Demand, place: string): Cohort {
  if (step.field === demand.person) return unlink(cohort, step, demand, place);
  const values = valuesOf(step.field, cohort.tables);
  const tables = cohort.tables.map((table) => {
    const field = table.fields[placeOf(step.field, table)];
    return field === undefined ? table : withColumn(table, field, coarsenField(field, values, step, place));
  });
  return {...cohort, tables};
}

/** Throws a UserError for the first declared step that does not fit its column, whether or not it will be needed. */
export function requireSteps(tables: readonly Table[], demand: Demand): void {
  const columns = new Map<string, {field: Field; values: readonly Value[]}>();
  for (const [index, step] of demand.generalise.entries()) {
    const place = `generalise: step ${index + 1}`;
    if (step.field === demand.person)
      unlink({tables: tables.map((table) => ({...table, rows: []})), person_of: null}, step, demand, place);
    else {
      const given = columns.get(step.field) ?? {
        field: fieldNamed(step.field, tables, place),
        values: valuesOf(step.field, tables)
      };
      const {field, value} = coarsenField(given.field, given.values, step, place);
      columns.set(step.field, {field, values: [...new Set(given.values.map(value))]});
    }
  }
}

/** The distinct values of a column over all tables. */
export function valuesOf(name: string, tables: readonly Table[]): Value[] {
  const values = tables.flatMap((table) => {
    const place = placeOf(name, table);
    return place < 0 ? [] : [...new Set(table.rows.map((row) => row[place] ?? null))];
  });
  return [...new Set(values)];
}

function withColumn(table: Table, field: Field, coarser: Coarser): Table {
  const reason = coarser.is_emptied ? field.missing_reason : null;
  const fields = table.fields.map((other) => {
    if (other.name === field.name) return coarser.field;
    return other.name === reason ? {...other, levels: [withheld]} : other;
  });
  const place = placeOf(field.name, table);
  const reasonPlace = reason === null ? -1 : placeOf(reason, table);
  const rows = table.rows.map((row) =>
    row.map((value, index) => {
      if (index === place) return coarser.value(value);
      return index === reasonPlace ? withheld.code : value;
    })
  );
  return {...table, fields, rows};
}

/** Each episode becomes a person of its own in the file; who had it stays known to the count of people only. */
function unlink(cohort: Cohort, step: Step, {person, episode}: Demand, place: string): Cohort {
  if (!("to" in step) || step.to !== "unlinked")
    throw new UserError("usage", `${place}: expected unlinked for ${person}, found another step`);
  if (cohort.person_of !== null) return cohort;
  const personOf = new Map<Value, Value>();
  const tables = cohort.tables.map((table) => {
    const [own, other] = [placeOf(person, table), placeOf(episode, table)];
    const episodes = table.fields[other];
    if (episodes === undefined)
      throw new UserError("usage", `${place}: expected ${episode} in every table, found none in ${table.name}`);
    for (const row of table.rows) personOf.set(row[other] ?? null, row[own] ?? null);
    const note = `one for each episode: which episodes are of one person was withheld: {field: ${person}, to: unlinked}`;
    const fields = table.fields.map((field) =>
      field.name === person
        ? {...field, type: episodes.type, derivation: `${field.derivation}; made coarser before it left: ${note}`}
        : field
    );
    return {...table, fields, rows: table.rows.map((row) => row.with(own, row[other] ?? null))};
  });
  return {tables, person_of: personOf};
}
