import {z} from "zod";
import type {DefectCode} from "../defects.ts";
import {type Cell, type Column, type Contract, characters, longestKey} from "./contract.ts";
import {hasHours} from "./hours.ts";

/** The given cells of a row, by column name; a cell that is empty or left out is not there. */
export type GivenCells = Readonly<Record<string, string>>;

/**
 * The plain reading of a contract: a schema for the given cells of one statement in a delivery of that date. The message of each
 * issue is a defect code. Exact and slow; cell_check.ts answers "is anything wrong?" for the many rows where nothing is.
 */
export function rowSchema({columns, rowDefect}: Contract, deliveredOn: string): z.ZodType<GivenCells> {
  const cells = columns.map((column) => [column.name, columnSchema(column, deliveredOn)]);
  const row = z.object(Object.fromEntries(cells)) as z.ZodType<GivenCells>;
  return row.superRefine((given, context) => {
    const defect = rowDefect?.((column) => given[column] ?? "") ?? null;
    if (defect !== null)
      context.addIssue({
        code: "custom",
        message: defect.code,
        path: defect.column === null ? [] : [defect.column]
      });
  });
}

function columnSchema({cell, required}: Column, deliveredOn: string): z.ZodType {
  const given = z.string("required_empty" satisfies DefectCode);
  const schema = given.pipe(cellSchema(cell, deliveredOn));
  return required ? schema : schema.optional();
}

const wrong: DefectCode = "bad_value";

function cellSchema(cell: Cell, deliveredOn: string): z.ZodType<unknown, string> {
  switch (cell.kind) {
    case "key":
      return z.string().refine((text) => characters(text) <= longestKey, "key_too_long" satisfies DefectCode);
    case "text":
    case "item":
    case "total":
      return z.string();
    case "date":
      return dateSchema(deliveredOn);
    case "date_or_time":
      return z.string().transform(withoutTime).pipe(dateSchema(deliveredOn));
    case "code":
      return z.enum(cell.codes, wrong);
    case "code_list":
      return z
        .string()
        .transform((text) => text.split(";"))
        .pipe(z.array(z.enum(cell.codes, wrong)));
    case "digits":
      return z
        .string()
        .regex(/^[0-9]*$/, wrong)
        .length(cell.length, wrong);
    case "language":
      return z.string().regex(/^(?:[a-z]{2}|other|unknown)$/, wrong);
    case "whole":
      return wholeSchema(cell.from, cell.to);
    case "year":
      return wholeSchema(cell.from, Number(deliveredOn.slice(0, 4)));
    case "hours":
      return z.string().refine((text) => hasHours(text, cell), wrong);
  }
}

function wholeSchema(from: number, to: number): z.ZodType<unknown, string> {
  const digits = z.string().regex(/^[0-9]+$/, wrong);
  return digits.transform(Number).pipe(z.number(wrong).min(from, wrong).max(to, wrong));
}

function withoutTime(text: string): string {
  return text.replace(/T(?:[01][0-9]|2[0-3]):[0-5][0-9]$/, "");
}

/** A year 0000 is none, here and in Postgres. */
function dateSchema(deliveredOn: string): z.ZodType<unknown, string> {
  return z.iso
    .date("bad_date" satisfies DefectCode)
    .refine((date) => !date.startsWith("0000"), "bad_date" satisfies DefectCode)
    .refine((date) => date <= deliveredOn, "future_date" satisfies DefectCode);
}
