import {instruments} from "../instruments/index.ts";
import {catalogue, dateFieldNames, fieldOf, keyFields} from "./catalogue.ts";
import type {CohortDefinition} from "./cohort_schema.ts";
import {type DefinitionFile, mistakeAt, unknownName} from "./definition_file.ts";
import type {CohortField} from "./fields.ts";
import {momentsOf, weekFields} from "./score_fields.ts";

/**
 * The columns of the table of episodes: those asked for, then those that the instruments bring in this shape, each followed by
 * the column that says why it is empty. Throws a UserError for one that is not known or that nothing allows.
 */
export function columnsOf(definition: CohortDefinition, file: DefinitionFile): CohortField[] {
  const asked = definition.columns.map((name, index) => allowed(name, ["columns", index], definition, file));
  const brought = definition.shape === "long" ? [] : instruments.filter(({id}) => definition.instruments.includes(id));
  const names = new Set(
    [
      ...asked,
      ...brought.flatMap((instrument) => [
        ...momentsOf(instrument),
        ...(definition.shape === "wide" ? weekFields(instrument).map(({name}) => name) : [])
      ])
    ].flatMap(withReason)
  );
  return [...names].flatMap((name) => fieldOf(name) ?? []);
}

function withReason(name: string): string[] {
  const reason = fieldOf(name)?.missing_reason ?? null;
  return reason === null ? [name] : [name, reason];
}

function allowed(
  name: string,
  path: readonly PropertyKey[],
  {dates, item9}: CohortDefinition,
  file: DefinitionFile
): string {
  const field = fieldOf(name);
  if (keyFields.some((key) => key.name === name))
    throw mistakeAt(file, path, {
      expected: "a column beside the keys",
      found: name,
      hint: "person_id and episode_id are in every table"
    });
  if (field === undefined)
    throw unknownName(file, path, {expected: "a column", found: name, known: catalogue.map((one) => one.name)});
  if (dateFieldNames.has(name) && dates !== "shifted")
    throw mistakeAt(file, path, {
      expected: "no date, since dates are days since admission",
      found: name,
      hint: "ask for discharge_day, first_service_day or last_session_day; the year is in admission_year"
    });
  if (field.uses_item_9 && item9 === null)
    throw mistakeAt(file, path, {
      expected: "no answers on thoughts of death",
      found: `${name}, without a basis for it`,
      hint: "name what allows it, for example item9: {basis: irb, number: 2026-014}"
    });
  return name;
}
