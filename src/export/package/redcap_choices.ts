import type {Field, Level} from "../table.ts";
import {distinctLevels} from "./levels.ts";
import {oneLine} from "./plain_text.ts";

/** Choices of a coded field, and what became of codes that REDCap does not take. */
export interface Choices {
  /** "code, label | …" */
  readonly text: string;
  /** Each changed code: the one in REDCap, and the one in the data. */
  readonly changed: readonly (readonly [string, Level["code"]])[];
}

/** REDCap's codes are letters, digits and underscores; other characters become underscores, and codes stay distinct. */
export function choicesOf({levels}: Field): Choices {
  const taken = new Set<string>();
  const choices = distinctLevels(levels ?? []).map(({code, label}) => ({code, label, raw: rawOf(code, taken)}));
  return {
    text: choices.map(({raw, label}) => `${raw}, ${oneLine(label).replaceAll("|", "/")}`).join(" | "),
    changed: choices.flatMap(({raw, code}) => (raw === String(code) ? [] : [[raw, code] as const]))
  };
}

function rawOf(code: Level["code"], taken: Set<string>): string {
  const legal = typeof code === "number" ? String(code) : code.replace(/[^A-Za-z0-9_]/g, "_");
  let raw = legal;
  for (let copy = 2; taken.has(raw); copy++) raw = `${legal}_${copy}`;
  taken.add(raw);
  return raw;
}
