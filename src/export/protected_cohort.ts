import type {Warehouse} from "../database/warehouse.ts";
import {UserError} from "../errors.ts";
import type {AnonymityReport} from "./anonymity/anonymity_report.ts";
import type {SensitiveField} from "./anonymity/options.ts";
import {protectRows} from "./anonymity/protect_rows.ts";
import {attritionOf} from "./attrition.ts";
import type {Cohort} from "./cohort.ts";
import {cohortTables} from "./cohort_tables.ts";
import type {DefinitionFile} from "./definition_file.ts";
import {readSubjects, type SubjectOptions} from "./read_subjects.ts";
import {requireKnownPlaces, type Selection, selectSubjects, stepsOf} from "./select_subjects.ts";
import {surrogatesOf} from "./surrogates.ts";
import type {Table} from "./table.ts";

export interface CohortOptions
  extends Pick<SubjectOptions, "sql" | "as_of" | "suffix" | "prorate" | "restricted_zip3"> {
  /** The request as it was read, for the place of what is wrong in it. */
  readonly file: DefinitionFile;
  /** 32 random bytes for the keys of this export alone. */
  readonly secret: Buffer;
}

/** What leaves of a cohort. */
export interface ProtectedCohort {
  readonly tables: readonly Table[];
  readonly attrition: Table;
  readonly report: AnonymityReport;
}

/**
 * Reads a cohort from a built warehouse and protects its rows; the same request, warehouse and secret give the same. Throws a
 * UserError of kind "usage" for a program or site that is not known, and of kind "disclosure" where too few people are alike.
 */
export async function protectedCohort(
  warehouse: Warehouse,
  cohort: Cohort,
  {file, secret, ...reading}: CohortOptions
): Promise<ProtectedCohort> {
  const {definition, instruments, measures} = cohort;
  const {programs, subjects} = await readSubjects(warehouse, {...reading, instruments, measures});
  requireKnownPlaces(subjects, definition, file);
  const {chosen, left} = selectSubjects(subjects, stepsOf(cohort));
  if (chosen.length === 0) throw nobody(left, file);
  const asked = cohortTables(cohort, {chosen, programs}, surrogatesOf(secret, definition.dates));
  const {k, l, quasi_identifiers, generalise, suppress_up_to} = definition;
  const sensitive = sensitiveIn(cohort, asked);
  const {tables, report} = protectRows(asked, {k, l, quasi_identifiers, sensitive, generalise, suppress_up_to});
  return {tables, report, attrition: attritionOf(left, tables[0]?.rows.length ?? 0)};
}

/** The first step that nobody is left after, in words. */
function nobody(left: Selection["left"], file: DefinitionFile): UserError {
  const step = left.find(({episodes}) => episodes === 0)?.words ?? "";
  return new UserError(
    "usage",
    `${file.name}: expected episodes that meet every condition, found none from here on: ${step}`,
    {
      hint: "conditions are taken in order: period, programs, sites, Part 2, include, exclude"
    }
  );
}

/** Columns that a request names as sensitive; of those that always are, the values that harm. */
function sensitiveIn({definition, columns}: Cohort, tables: readonly Table[]): SensitiveField[] {
  const always = columns.filter(({sensitivity}) => sensitivity === "sensitive");
  const named = definition.sensitive.filter((name) => always.every((field) => field.name !== name));
  const hasItem9 = tables.some(
    ({name, fields}) => name === "scores" && fields.some((field) => field.name === "item_9")
  );
  return [
    ...always.map(({name, harms}) => ({field: name, values: harms})),
    ...named.map((field) => ({field, values: null})),
    ...(hasItem9 ? [{field: "item_9", values: [1, 2, 3]}] : [])
  ];
}
