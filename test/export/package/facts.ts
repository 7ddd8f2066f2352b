import {spawnSync} from "node:child_process";
import {distinctLevels} from "../../../src/export/package/levels.ts";
import {plainText} from "../../../src/export/package/plain_text.ts";
import type {Field, Table, Value} from "../../../src/export/table.ts";

/** What a program found in a column; values are codes by row, numbers as numbers. */
export interface ColumnFacts {
  readonly type: string;
  readonly label: string | null;
  readonly unit: string | null;
  readonly levels: readonly string[];
  readonly missing: number;
  readonly sum: number | null;
  readonly values: readonly Value[];
}

export type Facts = Readonly<Record<string, ColumnFacts>>;

/** The names of kinds of columns in a program. */
export interface Kinds {
  readonly string: string;
  readonly integer: string;
  readonly number: string;
  readonly coded: string;
  readonly ordered: string;
}

/** Runs a program in a folder and returns what it printed; throws with its complaint where it fails. */
export function run(program: string, args: readonly string[], cwd: string, locale = "C"): string {
  const {status, stdout, stderr, error} = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    env: {...process.env, LC_ALL: locale}
  });
  if (error !== undefined || status !== 0) throw error ?? new Error(`${program}: ${stderr}${stdout}`);
  return stdout;
}

export function hasProgram(program: string, ...args: string[]): boolean {
  const {status, error} = spawnSync(program, args);
  return error === undefined && status === 0;
}

/** Says on the terminal that something was not tested, and why. */
export function couldNotRun(what: string, why: string): void {
  process.stderr.write(`\n!! COULD NOT RUN ${what}: ${why}\n`);
}

/** Reads the lines that facts.R and facts.py print. */
export function readFacts(text: string, tables: readonly Table[]): Facts {
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t").map(unescaped));
  const of = (name: string, column: string, kind: string) =>
    lines.filter((line) => line[0] === name && line[1] === column && line[2] === kind);
  const columns = tables.flatMap((table) => table.fields.map((field) => ({table, field})));
  return Object.fromEntries(
    columns.map(({table, field}) => {
      const one = (kind: string) => of(table.name, field.name, kind)[0]?.[4] ?? null;
      const values = new Map(of(table.name, field.name, "value").map((line) => [Number(line[3]), line[4] ?? ""]));
      return [
        `${table.name}.${field.name}`,
        {
          type: one("type") ?? "",
          label: one("label"),
          unit: one("unit"),
          levels: of(table.name, field.name, "level").map((line) => line[4] ?? ""),
          missing: Number(one("missing")),
          sum: field.type === "string" || field.levels !== null || one("sum") === null ? null : Number(one("sum")),
          values: table.rows.map((_, row) => typed(values.get(row + 1), field))
        }
      ];
    })
  );
}

function typed(text: string | undefined, {type}: Field): Value {
  if (text === undefined) return null;
  return type === "string" ? text : Number(text);
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, sign: string) => (sign === "n" ? "\n" : sign === "t" ? "\t" : sign));
}

/** What a program must find in the tables. */
export function expectedFacts(tables: readonly Table[], kinds: Kinds): Facts {
  return Object.fromEntries(
    tables.flatMap((table) =>
      table.fields.map((field, place) => {
        const values = table.rows.map((row) => zeroOf(row[place] ?? null));
        return [`${table.name}.${field.name}`, expectedColumn(field, values, kinds)];
      })
    )
  );
}

function expectedColumn(field: Field, values: readonly Value[], kinds: Kinds): ColumnFacts {
  const present = values.filter((value) => value !== null);
  const isSummed = field.type !== "string" && field.levels === null;
  const kind = field.levels?.length ? (field.ordered ? kinds.ordered : kinds.coded) : kinds[field.type];
  return {
    type: kind,
    label: plainText(field.label),
    unit: field.unit && plainText(field.unit),
    levels: distinctLevels(field.levels ?? []).map(({label}) => label),
    missing: values.length - present.length,
    sum: isSummed ? present.reduce<number>((sum, value) => sum + Number(value), 0) : null,
    values
  };
}

/** CSV knows one zero. */
function zeroOf(value: Value): Value {
  return value === 0 ? 0 : value;
}
