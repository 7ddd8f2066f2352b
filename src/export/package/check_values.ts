import {UserError} from "../../errors.ts";
import type {Field, Table, Value} from "../table.ts";
import {looksLikeFormula} from "./document_csv.ts";
import {plainText} from "./plain_text.ts";

/** Refuses values that are not of their field's type or levels, and texts that programs would read differently. */
export function checkValues({name, fields, rows}: Table): void {
  fields.forEach((field, place) => {
    const codes = field.levels && new Set<Value>(field.levels.map(({code}) => code));
    for (const code of codes ?? []) checkText(`${name}.${field.name}`, code);
    for (const row of rows) {
      const value = row[place] ?? null;
      if (value === null) continue;
      if (!isOfType(value, field.type)) throw new Error(`${name}.${field.name}: expected values of its type`);
      if (codes === null) checkText(`${name}.${field.name}`, value);
      else if (!codes.has(value)) throw new Error(`${name}.${field.name}: expected its levels, found another code`);
    }
  });
}

function isOfType(value: string | number, type: Field["type"]): boolean {
  if (type === "string") return typeof value === "string";
  return type === "integer" ? Number.isSafeInteger(value) : Number.isFinite(value);
}

/** Texts are codes, so none has an edge of blanks or a line break, and none begins like a formula of a spreadsheet. */
function checkText(place: string, value: Value): void {
  if (typeof value !== "string") return;
  if (value === "" || value !== value.trim() || value !== plainText(value) || /[\n\t]/.test(value))
    throw refused(place, "text on one line without blanks around it", "an empty one, or one with others");
  if (looksLikeFormula(value))
    throw refused(place, "text that no spreadsheet takes for a formula", "one that begins with =, +, - or @");
}

function refused(place: string, expected: string, found: string): UserError {
  return new UserError("refused", `${place}: expected ${expected}, found ${found}`, {
    hint: "leave the column out of the request, or have the code renamed where it is delivered"
  });
}
