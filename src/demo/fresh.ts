import {keyOf} from "./keys.ts";
import {columns, type FileName, type Row} from "./layout.ts";
import type {Statement} from "./statements.ts";

const prefixes = {
  programs: "p",
  clients: "c",
  referrals: "r",
  episodes: "e",
  sessions: "s",
  assessments: "a",
  followups: "f"
} as const;

/** Gives keys that the organisation uses nowhere else. */
export type FreshKeys = (file: FileName) => string;

export function freshKeys(): FreshKeys {
  let number = 4_000_000_000;
  return (file) => keyOf(prefixes[file], number++);
}

/** A statement like another one, about a thing of its own. */
export function likeness(statement: Statement, keys: FreshKeys, change: Row): Statement {
  const key = keys(statement.file);
  const row = {...statement.row, [columns[statement.file][0] ?? ""]: key, ...change};
  return {file: statement.file, month: statement.month, key, row};
}
