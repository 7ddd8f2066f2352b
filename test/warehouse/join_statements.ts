import type {Statement} from "../second_reading/rows.ts";
import {fileNames} from "./load_statement.ts";

/**
 * One statement out of several, each with sources, programs and sites of its own, so that one build reads them all. Keys that
 * two sources of one statement share stay shared.
 */
export function joinStatements(statements: readonly Statement[]): Statement {
  return joined(statements, ["source", "program_key", "site_key"]);
}

/** One statement out of several: their sources and programs are the same ones, with the clients of all. */
export function crowd(statements: readonly Statement[]): Statement {
  const together = joined(statements, ["client_key", "episode_key", ...ownKeys]);
  const programs = new Map(together.programs.map((program) => [`${program.source} ${program.program_key}`, program]));
  return {...together, programs: [...programs.values()]};
}

const ownKeys = ["referral_key", "session_key", "assessment_key", "followup_key"];

/** The rows of all, with a number at the end of these columns but for those of the first. */
function joined(statements: readonly Statement[], columns: readonly string[]): Statement {
  const rows = fileNames.map((file) => [
    file,
    statements.flatMap((statement, number) => statement[file].map((row) => renamed(row, columns, number)))
  ]);
  return Object.fromEntries(rows) as Statement;
}

function renamed(row: object, columns: readonly string[], number: number): object {
  if (number === 0) return row;
  const rename = ([column, value]: [string, unknown]) =>
    columns.includes(column) && value !== null ? [column, `${value} ${number}`] : [column, value];
  return Object.fromEntries(Object.entries(row).map(rename));
}
