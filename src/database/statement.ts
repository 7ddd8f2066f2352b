import {readFileSync} from "node:fs";

/** A statement with $1 … in the places of its named parameters, whose names are in order. */
export interface Statement {
  readonly text: string;
  readonly names: readonly string[];
}

/** Strings, quoted names, comments and casts are passed over; what is left of the form :name is a parameter. */
const token = /'(?:[^']|'')*'|"[^"]*"|--[^\n]*|::|:([a-z_][a-z0-9_]*)/g;

/** Reads a .sql file of one statement, written with psql's named parameters (:as_of). */
export function readStatement(file: string): Statement {
  return parseStatement(readFileSync(file, "utf8"));
}

/** Example: "select :a::int, :a" gives {text: "select $1::int, $1", names: ["a"]}. */
export function parseStatement(source: string): Statement {
  const names: string[] = [];
  const text = source.replace(token, (whole: string, name: string | undefined) => {
    if (name === undefined) return whole;
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return {text: text.trim().replace(/;$/, ""), names};
}

/** The values of a statement's parameters in their order; a name without a value is our mistake and throws. */
export function valuesOf(statement: Statement, parameters: Readonly<Record<string, unknown>>): unknown[] {
  return statement.names.map((name) => {
    if (!(name in parameters)) throw new Error(`no value for the parameter :${name}`);
    return parameters[name];
  });
}
