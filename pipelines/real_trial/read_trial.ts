import {readFile} from "node:fs/promises";
import {basename} from "node:path";
import {parse} from "csv-parse/sync";
import {UserError} from "../../src/errors.ts";

/** A person of the trial, as the raw file describes them; an empty text is "not given". */
export interface TrialPatient {
  readonly patient: string;
  readonly arm: string;
  readonly female: string;
  readonly age_years: string;
}

/** One PHQ-9 total, its text as the raw file has it: whole or not. */
export interface TrialScore {
  readonly patient: string;
  /** Months since randomisation, 0 to 18. */
  readonly month: number;
  readonly phq9: string;
}

export interface Trial {
  /** In the order of the file. */
  readonly patients: readonly TrialPatient[];
  /** In the order of the file. */
  readonly scores: readonly TrialScore[];
  /** Rows without a score, or without a month by number ("Post-Rx"): they say nothing that can be delivered. */
  readonly rows_left_out: number;
}

/** The last month of the trial's schedule. */
export const lastMonth = 18;

export const requiredColumns: readonly string[] = ["patient", "month", "grp", "phq9"];

type Row = Readonly<Record<string, string | undefined>>;

/**
 * Reads the trial's raw file: a CSV in long form with the columns patient, month, grp and phq9, and female and age_years where
 * they are known. Throws a UserError of kind "usage" for a file of another form.
 */
export async function readTrial(file: string): Promise<Trial> {
  const rows = rowsOf(await readFile(file, "utf8"), basename(file));
  const patients = new Map<string, TrialPatient>();
  const scores: TrialScore[] = [];
  for (const row of rows) {
    const {patient = ""} = row;
    patients.set(patient, patients.get(patient) ?? patientOf(row));
    const score = scoreOf(row);
    if (score !== null) scores.push(score);
  }
  return {patients: [...patients.values()], scores, rows_left_out: rows.length - scores.length};
}

function rowsOf(text: string, name: string): Row[] {
  const rows = parsed(text, name);
  const missing = requiredColumns.filter((column) => !(column in (rows[0] ?? {})));
  if (missing.length === 0) return rows;
  throw new UserError("usage", `${name}: expected the columns ${requiredColumns.join(", ")}, found no ${missing[0]}`, {
    hint: "name the trial's raw file, one row for each patient and month"
  });
}

function parsed(text: string, name: string): Row[] {
  try {
    return parse(text, {columns: true, bom: true}) as Row[];
  } catch (cause) {
    throw new UserError("usage", `${name}: expected a CSV file with a header, found something else`, {cause});
  }
}

function patientOf({patient = "", grp = "", female, age_years}: Row): TrialPatient {
  return {patient, arm: grp, female: given(female), age_years: given(age_years)};
}

function scoreOf({patient = "", month = "", phq9}: Row): TrialScore | null {
  const isScheduled = /^\d{1,2}$/.test(month) && Number(month) <= lastMonth;
  if (!isScheduled || given(phq9) === "") return null;
  return {patient, month: Number(month), phq9: given(phq9)};
}

/** R and its relatives write what is missing as NA or NaN. */
function given(text = ""): string {
  return text === "NA" || text === "NaN" ? "" : text;
}
