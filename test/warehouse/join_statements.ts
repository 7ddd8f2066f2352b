import type {Statement} from "../second_reading/rows.ts";
import {type FileName, fileNames} from "./load_statement.ts";

/**
 * One statement out of several, each with sources, programs and sites of its own, so that one build reads them all. Keys that
 * two sources of one statement share stay shared.
 */
export function joinStatements(statements: readonly Statement[]): Statement {
  const renamed = statements.map((statement, number) => (number === 0 ? statement : rename(statement, ` ${number}`)));
  return Object.fromEntries(
    fileNames.map((file) => [file, renamed.flatMap((statement) => statement[file] as object[])])
  ) as unknown as Statement;
}

function rename(statement: Statement, ending: string): Statement {
  const renamed = fileNames.map((file: FileName) => [
    file,
    statement[file].map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, own(name, value)]))
    )
  ]);
  return Object.fromEntries(renamed) as Statement;

  function own(column: string, value: unknown): unknown {
    return ["source", "program_key", "site_key"].includes(column) ? `${value}${ending}` : value;
  }
}
