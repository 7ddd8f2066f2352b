import type {Table, Value} from "../table.ts";
import type {AnonymityReport} from "./anonymity_report.ts";
import {type Cohort, placeOf} from "./cohort.ts";
import {classesOf} from "./equivalence_classes.ts";
import type {AnonymityOptions} from "./options.ts";
import {readDemand} from "./read_demand.ts";
import {refusal} from "./refusal.ts";
import {reportOn} from "./report_on.ts";
import {isSafe, shareOf} from "./safe_classes.ts";
import {requireSteps, takeStep} from "./take_step.ts";
import {requireNotTold} from "./told_by_others.ts";

export interface ProtectedRows {
  readonly tables: readonly Table[];
  readonly report: AnonymityReport;
}

/**
 * The tables of an export with k or more people in each class of the quasi-identifiers and l or more values of each sensitive
 * column in each class, and the report of what that took: the declared steps in their order, no more of them than needed, then the
 * people who are still few, up to the declared share, since who is rare is lost altogether that way. All tables have the column
 * of persons. The order of rows changes nothing. Throws a UserError of kind disclosure, saying what would help, where k or l is
 * not reached.
 */
export function protectRows(tables: readonly Table[], options: AnonymityOptions): ProtectedRows {
  const demand = readDemand(tables, options);
  requireSteps(tables, demand);
  let cohort: Cohort = {tables, person_of: null};
  let classes = classesOf(cohort, demand);
  let steps = 0;
  for (const [index, step] of demand.generalise.entries()) {
    if (classes.every((own) => isSafe(own, demand))) break;
    cohort = takeStep(cohort, step, demand, `generalise: step ${index + 1}`);
    classes = classesOf(cohort, demand);
    steps = index + 1;
  }
  const few = classes.filter((own) => !isSafe(own, demand));
  if (shareOf(few, classes) > demand.suppress_up_to) throw refusal(cohort, classes, demand);
  const left = new Set(few.flatMap(({members}) => [...members]));
  const kept = cohort.tables.map((table) => without(left, table, demand.person));
  requireNotTold(tables, demand, steps);
  const after = {tables: kept, person_of: cohort.person_of};
  return {tables: kept, report: reportOn({before: tables, after, classes, steps, demand})};
}

/** The rows of everybody else; of codes that all occurred before, those that still do. */
function without(left: ReadonlySet<Value>, table: Table, person: string): Table {
  if (left.size === 0) return table;
  const place = placeOf(person, table);
  const rows = table.rows.filter((row) => !left.has(row[place] ?? null));
  const fields = table.fields.map((field, index) => {
    if (field.levels === null) return field;
    const before = new Set(table.rows.map((row) => row[index]));
    if (!field.levels.every(({code}) => before.has(code))) return field;
    const after = new Set(rows.map((row) => row[index]));
    return {...field, levels: field.levels.filter(({code}) => after.has(code))};
  });
  return {...table, fields, rows};
}
