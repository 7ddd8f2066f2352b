import type {Table, Value} from "../table.ts";

/** The tables of an export while they are made safe. */
export interface Cohort {
  readonly tables: readonly Table[];
  /** By episode, who had it; null while rows of one person are linked by the column of persons. */
  readonly person_of: ReadonlyMap<Value, Value> | null;
}

/** The place of a column in the rows of a table; -1 where it has none of that name. */
export function placeOf(name: string, {fields}: Table): number {
  return fields.findIndex((field) => field.name === name);
}
