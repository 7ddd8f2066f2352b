import {publishedColumns, type TableName} from "./tables.ts";

interface CodebookRow {
  readonly file: string;
  readonly column: string;
  readonly type: "text" | "integer" | "number" | "date";
  readonly unit: string;
  readonly label: string;
  readonly values: string;
}

type Entry = readonly [type: CodebookRow["type"], label: string, values?: string, unit?: string];

const statuses = "published suppressed unstable insufficient immature";

/** What a column means wherever it appears. */
const meanings: Readonly<Record<string, Entry>> = {
  measure: ["text", "Measure; its definition is in catalogue.json"],
  version: ["text", "Version of the measure's definition"],
  domain: ["text", "Domain of the measure", "effectiveness efficiency access experience safety follow-up"],
  breakdown: ["text", "What the rows are broken down by; two joined by + are crossed"],
  group: ["text", "Group of the breakdown; empty for all; keys of crossed ones joined by +, a + in a key written %2B"],
  period_type: ["text", "Length of the period", "all year quarter month"],
  period: ["text", "2026, 2026-Q1 or 2026-03; empty for all"],
  units: ["integer", "Episodes (discharges of persons, for follow-up) behind the row", "", "episodes"],
  denominator: ["integer", "Denominator: units; for attendance measures, sessions"],
  numerator: ["integer", "Numerator of a share; empty for other values"],
  value: ["number", "The figure, in the unit of the row; empty where it does not exist or is not shown"],
  lower: ["number", "Lower limit of the 95 % interval"],
  upper: ["number", "Upper limit of the 95 % interval"],
  unit: ["text", "Unit of value, lower and upper; shares are 0 to 1", "share points sd days"],
  status: ["text", "Whether and how the row is shown", statuses],
  reason: ["text", "Why the row is not simply published"],
  as_of: ["date", "Date that the data speak for"],
  curve: ["text", "Which curve", "in_program"],
  time: ["integer", "Days since admission", "", "days"],
  at_risk: ["integer", "Episodes still in the program just before the step", "", "episodes"],
  events: ["integer", "Exits since the step before", "", "episodes"],
  step_order: ["integer", "Order in the ladder; from 100 on, notes on those counted"],
  step: ["text", "Step of the attrition ladder; its words are in catalogue.json"],
  count: ["integer", "Episodes that reach the step; referrals for the first", "", "episodes"],
  centre: ["number", "Mean of the points"],
  lower_limit: ["number", "Lower process limit (XmR)"],
  upper_limit: ["number", "Upper process limit (XmR)"],
  signal: ["text", "Rule that marks the point as special cause, and what it means; empty for common cause"],
  target: ["number", "Pooled share of the rows of the funnel", "", "share"],
  lower_95: ["number", "Lower 95 % funnel limit", "", "share"],
  upper_95: ["number", "Upper 95 % funnel limit", "", "share"],
  lower_998: ["number", "Lower 99.8 % funnel limit", "", "share"],
  upper_998: ["number", "Upper 99.8 % funnel limit", "", "share"],
  position: ["text", "Where the group stands in the funnel", "above_998 above_95 within below_95 below_998"],
  instrument: ["text", "Instrument", "phq9 gad7"],
  week: ["integer", "Week since admission, 0 the first", "", "weeks"],
  check: ["text", "Check"],
  category: ["text", "Kind of data quality", "conformance completeness plausibility"],
  severity: ["text", "What a violation does", "fatal error warning"],
  source: ["text", "Source of the data"],
  subject: ["text", "What is counted"],
  violations: ["integer", "How many violate the check; empty where the count is hidden"],
  checked: ["integer", "How many were looked at; empty where the count is hidden"],
  because: ["text", "Why the check matters"],
  file: ["text", "Published file"],
  column: ["text", "Column of the file"],
  type: ["text", "Type of the column", "text integer number date"],
  label: ["text", "What the column means"],
  values: ["text", "Values that a coded column takes"]
};

/** Columns that mean something else in one file. */
const special: Readonly<Record<string, Entry>> = {
  "quality.csv status": ["text", "What the check found", "pass pass_with_rows fail not_applicable"],
  "ladder.csv status": ["text", "Whether the count is shown", "published suppressed"],
  "trajectory.csv status": ["text", "Whether and how the row is shown", "published unstable suppressed"]
};

/** codebook.csv: every column of every published table. */
export function codebook(): CodebookRow[] {
  const tables = Object.keys(publishedColumns) as TableName[];
  return tables.flatMap((table) => publishedColumns[table].map((column) => rowOf(`${table}.csv`, column)));
}

function rowOf(file: string, column: string): CodebookRow {
  const [type, label, values = "", unit = ""] = special[`${file} ${column}`] ?? meanings[column] ?? ["text", column];
  return {file, column, type, unit, label, values};
}
