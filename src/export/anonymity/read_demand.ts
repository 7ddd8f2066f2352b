import {closest} from "fastest-levenshtein";
import {UserError} from "../../errors.ts";
import type {Field, Sensitivity, Table} from "../table.ts";
import type {AnonymityOptions, Demand, SensitiveField} from "./options.ts";

/** Fewer people alike could be told apart by who knows them; no request may go lower. */
export const lowestK = 11;
const lowestL = 2;
/** Who leaves out more has another cohort. */
const mostSuppressed = 0.1;

/** The options as they hold for these tables: columns that a table declares as quasi-identifier or sensitive always are. */
export function readDemand(tables: readonly Table[], options: AnonymityOptions): Demand {
  const {k = lowestK, l = lowestL, suppress_up_to = 0, generalise = []} = options;
  const {person = "person_id", episode = "episode_id"} = options;
  if (!Number.isInteger(k) || k < lowestK) throw outside("k", `${lowestK} or more`, k);
  if (!Number.isInteger(l) || l < lowestL) throw outside("l", `${lowestL} or more`, l);
  if (!(suppress_up_to >= 0 && suppress_up_to <= mostSuppressed))
    throw outside("suppress_up_to", `0 to ${mostSuppressed}`, suppress_up_to);
  for (const {name, fields} of tables)
    if (!fields.some((field) => field.name === person)) throw new RangeError(`${name} does not say whose its rows are`);
  const quasi_identifiers = [
    ...new Set([...declaredAs("quasi_identifier", tables), ...(options.quasi_identifiers ?? [])])
  ];
  const sensitive = sensitiveFields(tables, options.sensitive ?? []);
  for (const name of quasi_identifiers) fieldNamed(name, tables, "quasi_identifiers");
  for (const field of sensitive) {
    if (quasi_identifiers.includes(field.field))
      throw new UserError("usage", `sensitive: expected no quasi-identifier, found ${field.field}`, {
        hint: "people of one class have the same quasi-identifiers, so a column that is both would be known of each of them"
      });
    requireValues(field, tables, l);
  }
  const demand = {k, l, quasi_identifiers, sensitive, generalise, suppress_up_to, person, episode};
  for (const [index, step] of generalise.entries()) requireMeant(step.field, index, demand);
  return demand;
}

/** The first field of that name. */
export function fieldNamed(name: string, tables: readonly Table[], place: string): Field {
  const fields = tables.flatMap((table) => table.fields);
  const found = fields.find((field) => field.name === name);
  if (found !== undefined) return found;
  const names = [...new Set(fields.map((field) => field.name))];
  throw new UserError("usage", `${place}: expected a column of the export, found ${name}`, {
    hint: `did you mean ${closest(name, names)}? The columns are ${names.join(" ")}`
  });
}

function declaredAs(sensitivity: Sensitivity, tables: readonly Table[]): string[] {
  return tables.flatMap(({fields}) =>
    fields.filter((field) => field.sensitivity === sensitivity).map(({name}) => name)
  );
}

function sensitiveFields(tables: readonly Table[], asked: readonly (string | SensitiveField)[]): SensitiveField[] {
  const declared = declaredAs("sensitive", tables).map((field) => ({field, values: null}));
  const named = asked.map((field) => (typeof field === "string" ? {field, values: null} : field));
  return [...new Map([...declared, ...named].map((field) => [field.field, field])).values()];
}

function requireValues({field, values}: SensitiveField, tables: readonly Table[], l: number): void {
  const {levels} = fieldNamed(field, tables, "sensitive");
  const codes = levels?.map(({code}) => code);
  const stray = values?.find((value) => value === null || codes?.includes(value) === false);
  if (stray !== undefined)
    throw new UserError("usage", `sensitive: ${field}: expected codes of the column, found ${stray}`, {
      hint: `the codes are ${(codes ?? []).join(" ")}`
    });
  if (values !== null && values.length + 1 < l)
    throw new UserError("usage", `l: expected no more than ${values.length + 1} for ${field}, found ${l}`, {
      hint: "the values that harm are read one by one, and all others as one"
    });
}

function requireMeant(field: string, index: number, {quasi_identifiers, sensitive, person}: Demand): void {
  const known = [...quasi_identifiers, ...sensitive.map((one) => one.field), person];
  if (known.includes(field)) return;
  throw new UserError(
    "usage",
    `generalise: step ${index + 1}: expected a quasi-identifier or a sensitive column, found ${field}`,
    {hint: `did you mean ${closest(field, known)}? They are ${known.join(" ")}`}
  );
}

function outside(place: string, expected: string, found: number): UserError {
  return new UserError("usage", `${place}: expected ${expected}, found ${found}`);
}
