import {measures} from "../measures/index.ts";
import type {UnitMeasure} from "../measures/measure.ts";
import {catalogue, dateFieldNames} from "./catalogue.ts";
import type {CohortDefinition, Condition} from "./cohort_schema.ts";
import {type DefinitionFile, mistakeAt, unknownName} from "./definition_file.ts";
import type {CohortField} from "./fields.ts";
import {speaksOfEpisodes, usesItem9} from "./read_verdicts.ts";
import type {Value} from "./table.ts";

/** A condition of a request, its names looked up. */
export type Criterion =
  | {readonly kind: "values"; readonly field: CohortField; readonly values: readonly Value[]}
  | {readonly kind: "range"; readonly field: CohortField; readonly from: number | null; readonly to: number | null}
  | {readonly kind: "counted_in" | "numerator_of"; readonly measure: UnitMeasure};

/** Fields that a condition may name: all but moved dates, since the period says when. */
const judged = catalogue.filter(({name}) => !dateFieldNames.has(name));

/** The conditions of one list of a request, in order. Throws a UserError for a name, a value or a basis that is not there. */
export function readCriteria(
  list: "include" | "exclude",
  definition: CohortDefinition,
  file: DefinitionFile
): Criterion[] {
  return definition[list].map((condition, index) => {
    const criterion = readCriterion(condition, [list, index], file);
    if (definition.item9 === null && isAboutItem9(criterion))
      throw mistakeAt(file, [list, index], {
        expected: "no condition on thoughts of death",
        found: "one, without a basis for it",
        hint: "name what allows it, for example item9: {basis: irb, number: 2026-014}"
      });
    return criterion;
  });
}

function readCriterion(condition: Condition, path: readonly PropertyKey[], file: DefinitionFile): Criterion {
  const [[name, given] = ["", ""]] = Object.entries(condition);
  const place = [...path, name];
  if (name === "counted_in" || name === "numerator_of") return readMeasure(name, given, place, file);
  const field = judged.find((one) => one.name === name);
  if (field === undefined)
    throw unknownName(file, place, {
      expected: "a field, counted_in or numerator_of",
      found: name,
      known: [...judged.map((one) => one.name), "counted_in", "numerator_of"]
    });
  if (typeof given === "object" && !Array.isArray(given)) return readRange(field, given, place, file);
  const values = Array.isArray(given) ? given : [given];
  for (const value of values) requireValue(field, value, place, file);
  return {kind: "values", field, values: [...new Set(values)].sort()};
}

function readMeasure(
  kind: "counted_in" | "numerator_of",
  given: Condition[string],
  path: readonly PropertyKey[],
  file: DefinitionFile
): Criterion {
  const usable = measures.filter(speaksOfEpisodes).filter((one) => kind === "counted_in" || one.kind === "proportion");
  const measure = usable.find(({id}) => id === given);
  if (measure !== undefined) return {kind, measure};
  const expected = kind === "counted_in" ? "a measure of episodes" : "a measure of episodes with a numerator";
  if (typeof given !== "string") throw mistakeAt(file, path, {expected, found: given});
  throw unknownName(file, path, {expected, found: given, known: usable.map(({id}) => id)});
}

function readRange(
  field: CohortField,
  {from, to}: {from?: number | undefined; to?: number | undefined},
  path: readonly PropertyKey[],
  file: DefinitionFile
): Criterion {
  if (field.type !== "string") return {kind: "range", field, from: from ?? null, to: to ?? null};
  throw mistakeAt(file, path, {expected: "codes, since the field has no numbers", found: "from and to"});
}

function requireValue(
  {levels, type}: CohortField,
  value: string | number,
  path: readonly PropertyKey[],
  file: DefinitionFile
): void {
  if (Array.isArray(levels)) {
    const codes = levels.map(({code}) => String(code));
    if (levels.some(({code}) => code === value)) return;
    throw unknownName(file, path, {expected: "a code of the field", found: String(value), known: codes});
  }
  const isNumber = type !== "string";
  if (isNumber === (typeof value === "number")) return;
  const hint = isNumber ? undefined : 'put it in quotes, for example "021"';
  throw mistakeAt(file, path, {expected: isNumber ? "a number" : "a text", found: value, hint});
}

function isAboutItem9(criterion: Criterion): boolean {
  return "field" in criterion ? criterion.field.uses_item_9 : usesItem9(criterion.measure);
}

/** A condition in words, as the attrition table has it. */
export function criterionInWords(criterion: Criterion): string {
  switch (criterion.kind) {
    case "values":
      return `${criterion.field.name} is ${criterion.values.join(" or ")}`;
    case "range":
      return `${criterion.field.name} is ${rangeInWords(criterion)}`;
    case "counted_in":
      return `counted in ${criterion.measure.id}`;
    case "numerator_of":
      return `in the numerator of ${criterion.measure.id}`;
  }
}

function rangeInWords({from, to}: {readonly from: number | null; readonly to: number | null}): string {
  if (from === null) return `${to} or less`;
  return to === null ? `${from} or more` : `from ${from} to ${to}`;
}
