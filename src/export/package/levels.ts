import type {Level} from "../table.ts";
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
