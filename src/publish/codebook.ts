import {instruments} from "../instruments/index.ts";
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

const heldOut = "among people that it was not fitted on (five parts)";

/** Counts of rows beside figures. */
function vodimLabel(holds: string): string {
  return `Rows whose cell holds ${holds}; in tens, rounded up (of programs as they are), and empty where the count is hidden`;
}

/** What a column means wherever it appears. */
const meanings: Readonly<Record<string, Entry>> = {
  measure: ["text", "Measure; its definition is in catalogue.json"],
  version: ["text", "Version of the measure's definition"],
  domain: ["text", "Domain of the measure", "effectiveness efficiency access experience safety follow-up"],
  breakdown: ["text", "What the rows are broken down by; two joined by + are crossed"],
  group: ["text", "Group of the breakdown; empty for all; keys of crossed ones joined by +, a + in a key written %2B"],
  period_type: ["text", "Length of the period", "all year quarter month"],
  period: ["text", "2026, 2026-Q1 or 2026-03; empty for all"],
  units: ["integer", "Episodes (referrals, persons' discharges, meetings) behind the row"],
  denominator: ["integer", "Denominator: units; for attendance measures, sessions"],
  numerator: ["integer", "Numerator of a share; empty for other values"],
  value: ["number", "The figure, in the unit of the row; empty where it does not exist or is not shown"],
  lower: ["number", "Lower limit of the 95 % interval"],
  upper: ["number", "Upper limit of the 95 % interval"],
  unit: ["text", "Unit of value, lower and upper; shares are 0 to 1", "share points sd days hours_per_week attendees"],
  status: ["text", "Whether and how the row is shown", statuses],
  reason: ["text", "Why the row is not simply published"],
  as_of: ["date", "Date that the data speak for"],
  curve: ["text", "Which curve", "in_program waiting planned_exit unplanned_exit"],
  time: ["integer", "Days since admission, or since the referral", "", "days"],
  at_risk: ["integer", "Units still under way just before the step"],
  events: ["integer", "Events since the step before; in models.csv, units with the event"],
  step_order: ["integer", "Order in the ladder; from 100 on, notes on those counted"],
  step: ["text", "Step of the attrition ladder; its words are in catalogue.json"],
  count: ["integer", "Units that reach the step; referrals for the step referred"],
  centre: ["number", "Mean of the points that the limits rest on"],
  lower_limit: ["number", "Lower process limit (XmR)"],
  upper_limit: ["number", "Upper process limit (XmR)"],
  signal: ["text", "Rule that marks the point as special cause, and what it means; empty for common cause"],
  target: ["number", "Pooled share of the rows of the funnel", "", "share"],
  lower_95: ["number", "Lower 95 % funnel limit", "", "share"],
  upper_95: ["number", "Upper 95 % funnel limit", "", "share"],
  lower_998: ["number", "Lower 99.8 % funnel limit", "", "share"],
  upper_998: ["number", "Upper 99.8 % funnel limit", "", "share"],
  position: ["text", "Where the group stands in the funnel", "above_998 above_95 within below_95 below_998"],
  limits: ["text", "Whether the limits are frozen from the first points, or still trial limits", "frozen trial"],
  p_chart: ["text", "Chart of shares that the last two limits are of; empty for other values", "p p_prime"],
  p_lower_limit: ["number", "Lower limit of the p or p' chart at this point", "", "share"],
  p_upper_limit: ["number", "Upper limit of the p or p' chart at this point", "", "share"],
  event: ["text", "Annotated event from which the limits are counted anew"],
  assumption: ["text", "What is assumed of those not measured", "observed failure no_change weighted worst best"],
  eligible: ["integer", "Units that the figure should speak for", "", "episodes"],
  measured: ["integer", "Of these, units that were measured", "", "episodes"],
  characteristic: ["text", "What those reached and not reached are compared in"],
  level: ["text", "Level of a coded characteristic; empty for a score"],
  reached_units: ["integer", "People reached at six months", "", "episodes"],
  reached: ["number", "Mean score or share of the level among those reached"],
  not_reached_units: ["integer", "People not reached at six months", "", "episodes"],
  not_reached: ["number", "Mean score or share of the level among those not reached"],
  difference: ["number", "Difference, group less the rest, or reached less not reached"],
  weight: [
    "text",
    "How much a standardised difference weighs: above 0.10 it differs, above 0.25 seriously",
    "differs seriously"
  ],
  rest_units: ["integer", "Units of everyone else in the period"],
  rest_value: ["number", "The figure of everyone else in the period"],
  p_value: ["number", "Two-sided p-value of the difference"],
  stands_out: [
    "text",
    "Whether the difference stands out among all groups of the measure (Benjamini-Hochberg, 5 %)",
    "yes no"
  ],
  share_measured: ["number", "Share of the group's eligible units that were measured", "", "share"],
  observed: ["number", "Events that were observed"],
  expected: ["number", "Events that the case-mix model expects"],
  ratio: ["number", "Observed over expected"],
  raw: ["number", "Share as it is", "", "share"],
  adjusted: ["number", "Ratio times the share of all in the reference period", "", "share"],
  z: ["number", "Observed less expected, in standard deviations"],
  reference_period: ["text", "Year that the model was fitted on, or all"],
  parameters: ["integer", "Coefficients of the model, that of the intercept included"],
  covariates: ["text", "What the model adjusts for"],
  c_statistic: ["number", `How well it tells those with the event from those without, ${heldOut}; 0.5 is chance`],
  brier: ["number", `Mean squared error of its probabilities, ${heldOut}`],
  calibration_intercept: ["number", `Calibration in the large, ${heldOut}; 0 is perfect`],
  calibration_slope: ["number", `Calibration slope, ${heldOut}; 1 is perfect`],
  tenth: ["integer", "Tenth of the units by expected share, 1 the lowest"],
  definition: ["text", "Definition of success", "effect response reliable_improvement remission"],
  is_registered: ["text", "Whether the organisation registered this definition", "yes no"],
  kind: ["text", "Kind of reference or claim"],
  reference: ["text", "Name of the reference"],
  weeks: ["number", "Weeks between the two measurements", "", "weeks"],
  grade: ["text", "How well the reference matches the people of a program", "A B C D"],
  citation: ["text", "Where the figure was published"],
  note: ["text", "What to know about the reference"],
  strength: ["text", "How strong the sentence may be", "silent tentative partial descriptive directional evaluative"],
  sentence: ["text", "The sentence"],
  instrument: ["text", `Instrument, one of ${instruments.map(({id}) => id).join(" ")}`],
  week: ["integer", "Week since admission, 0 the first", "", "weeks"],
  check: ["text", "Check"],
  category: ["text", "Kind of data quality", "conformance completeness plausibility"],
  severity: ["text", "What a violation does", "fatal error warning"],
  source: ["text", "Source of the data"],
  subject: ["text", "What is counted"],
  violations: [
    "integer",
    "How many violate the check; of people in tens, rounded up, and empty where the count is hidden"
  ],
  checked: ["integer", "How many were looked at; of people in tens, rounded up, and empty where the count is hidden"],
  because: ["text", "Why the check matters"],
  valid: ["integer", vodimLabel("a code that says something"), "", "rows"],
  other: ["integer", vodimLabel("the code other"), "", "rows"],
  default: [
    "integer",
    vodimLabel("a code that says nothing: unknown, or declined of a client's characteristics"),
    "",
    "rows"
  ],
  invalid: [
    "integer",
    `${vodimLabel("what the column does not allow, so that the row is quarantined")}; by year it is not known`,
    "",
    "rows"
  ],
  missing: [
    "integer",
    `${vodimLabel("nothing")}; no fault in a column that only some rows have, such as discharge_reason`,
    "",
    "rows"
  ],
  file: ["text", "Published file"],
  column: ["text", "Column of the file"],
  type: ["text", "Type of the column", "text integer number date"],
  label: ["text", "What the column means"],
  values: ["text", "Values that a coded column takes"]
};

/** Columns that mean something else in one file. */
const special: Readonly<Record<string, Entry>> = {
  "comparison.csv value": ["number", "The figure of the group"],
  "comparison.csv lower": ["number", "Lower limit of the 95 % interval of the difference"],
  "comparison.csv upper": ["number", "Upper limit of the 95 % interval of the difference"],
  "adjusted.csv lower": ["number", "Lower limit of the 95 % interval of the ratio"],
  "adjusted.csv upper": ["number", "Upper limit of the 95 % interval of the ratio"],
  "models.csv units": ["integer", "Units of the reference period"],
  "models.csv status": ["text", "Whether there is a model", "published insufficient"],
  "calibration.csv units": ["integer", "Units of the tenth"],
  "calibration.csv status": ["text", "Whether the tenth is shown", "published suppressed"],
  "quality.csv status": ["text", "What the check found", "pass pass_with_rows fail not_applicable"],
  "ladder.csv status": ["text", "Whether the count is shown", "published suppressed"],
  "claims.csv because": ["text", "What kept the sentence from being stronger"],
  "vodim.csv file": ["text", "File of the deliveries"],
  "vodim.csv column": ["text", "Coded column of the file"],
  "vodim.csv period": ["text", "Year of the row's own date; empty for all"],
  "vodim.csv period_type": ["text", "Length of the period", "all year"],
  "vodim.csv checked": [
    "integer",
    "Rows that were accepted, or quarantined for this column; in tens, rounded up, and empty where the count is hidden",
    "",
    "rows"
  ],
  "vodim.csv status": ["text", "Whether all counts of the row are shown", "published suppressed"],
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
