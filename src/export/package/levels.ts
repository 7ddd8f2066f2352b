import type {Level, Table} from "../table.ts";
import {plainText} from "./plain_text.ts";

/**
 * Levels with labels that differ: factors of R, categories of pandas and of a Data Package must. A label that is empty
 * is replaced by its code; those that several levels share get theirs in brackets.
 */
export function distinctLevels(levels: readonly Level[]): Level[] {
  const named = levels.map(({code, label}) => ({code, label: plainText(label).trim() || String(code)}));
  const uses = Map.groupBy(named, ({label}) => label);
  const taken = new Set<string>([...uses].filter(([, users]) => users.length === 1).map(([label]) => label));
  return named.map(({code, label}) => ({code, label: taken.has(label) ? label : claimed(label, code, taken)}));
}

function claimed(label: string, code: Level["code"], taken: Set<string>): string {
  let distinct = label;
  do distinct += ` (${code})`;
  while (taken.has(distinct));
  taken.add(distinct);
  return distinct;
}

/** A table whose fields have levels or none at all: where no code occurs, programs would stumble over an empty list. */
export function withoutEmptyLevels(table: Table): Table {
  return {
    ...table,
    fields: table.fields.map((field) => (field.levels?.length === 0 ? {...field, levels: null} : field))
  };
}
