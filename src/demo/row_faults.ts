import {dayOf, isoOf} from "./calendar.ts";
import type {FileName, Row} from "./layout.ts";
import type {Plant} from "./statements.ts";

/** A way to spoil a row so that it is quarantined on arrival. */
export interface RowFault {
  readonly file: FileName;
  readonly code: string;
  readonly column: Plant["column"];
  /**
   * repaired: a new row comes spoiled, and right a month later; again: a row that is known comes once more, spoiled, and right
   * a month later; extra: a spoiled row under a key of its own, never put right.
   */
  readonly how: "repaired" | "again" | "extra";
  readonly form?: "short" | "long";
  /** The cells that are wrong; `delivered` is the last day of the row's month. */
  readonly wrong: (row: Row, delivered: number) => Row;
  readonly fits?: (row: Row) => boolean;
}

/** Every code of the delivery format that a single row can carry, in most of the files and columns it can occur in. */
export const rowFaults: readonly RowFault[] = [
  {file: "sessions", code: "ragged_row", column: null, how: "repaired", form: "long", wrong: nothing},
  {file: "assessments", code: "ragged_row", column: null, how: "extra", form: "short", wrong: nothing},
  ...fixed("required_empty", "repaired", "sessions", {held_on: ""}),
  ...fixed("required_empty", "extra", "sessions", {session_key: ""}),
  ...fixed("required_empty", "extra", "episodes", {client_key: ""}),
  ...fixed("required_empty", "extra", "followups", {outcome: ""}),
  ...fixed("key_too_long", "extra", "sessions", {session_key: `s-${"0".repeat(63)}`}),
  ...fixed("key_too_long", "extra", "assessments", {episode_key: `e-${"0".repeat(63)}`}),
  ...fixed("bad_value", "extra", "programs", {planned_weeks: "0"}),
  ...fixed("bad_value", "again", "clients", {zip3: "12"}),
  ...fixed("bad_value", "again", "clients", {race: "asian;unheard_of"}),
  ...fixed("bad_value", "extra", "clients", {birth_year: "1899"}),
  ...fixed("bad_value", "again", "referrals", {outcome: "pending"}),
  ...fixed("bad_value", "again", "episodes", {discharge_reason: "Completed"}),
  ...fixed("bad_value", "extra", "episodes", {prescribed_hours_week: "0"}),
  ...fixed("bad_value", "repaired", "sessions", {attended_minutes: "60 min"}),
  ...fixed("bad_value", "repaired", "sessions", {kind: "group "}),
  ...fixed("bad_value", "extra", "sessions", {scheduled_minutes: "721"}),
  ...fixed("bad_value", "extra", "sessions", {modality: "telehealth"}),
  ...fixed("bad_value", "extra", "sessions", {_delete: "yes"}),
  ...fixed("bad_value", "repaired", "assessments", {instrument: "phq-9"}),
  ...fixed("bad_value", "extra", "assessments", {language: "English"}),
  ...fixed("bad_value", "extra", "followups", {attempts: "-1"}),
  ...fixed("bad_date", "repaired", "sessions", {held_on: "2025-02-30"}),
  ...fixed("bad_date", "extra", "episodes", {admitted_on: "2025-13-01"}),
  ...fixed("bad_date", "extra", "assessments", {assessed_on: "3/14/2025"}),
  ...fixed("bad_date", "again", "referrals", {received_at: "2025-04-31T09:30"}),
  future("repaired", "sessions", "held_on"),
  future("extra", "assessments", "assessed_on"),
  future("extra", "followups", "contacted_on"),
  future("extra", "episodes", "admitted_on"),
  {
    file: "episodes",
    code: "discharged_before_admitted",
    column: "discharged_on",
    how: "again",
    fits: isClosed,
    wrong: ({admitted_on = ""}) => ({discharged_on: isoOf(dayOf(admitted_on) - 1)})
  },
  ...fixed("closing_incomplete", "again", "episodes", {discharge_reason: ""}, isClosed),
  ...fixed("closing_incomplete", "extra", "episodes", {discharged_on: ""}, isClosed),
  ...fixed("item_out_of_range", "repaired", "assessments", {item_3: "4"}, isFullPhq9),
  ...fixed("item_out_of_range", "extra", "assessments", {item_8: "5"}, isFullGad7),
  ...fixed("total_out_of_range", "repaired", "assessments", {total: "28"}, isFullPhq9),
  ...fixed("total_out_of_range", "extra", "assessments", {total: "22"}, isFullGad7),
  ...fixed("total_out_of_range", "extra", "assessments", {total: "12.5"}, isFullPhq9),
  ...fixed("items_of_other_instrument", "repaired", "assessments", {item_8: "1"}, isFullGad7),
  ...fixed("items_of_other_instrument", "extra", "assessments", {item_9: "0"}, isFullGad7),
  {
    file: "assessments",
    code: "score_mismatch",
    column: "total",
    how: "repaired",
    fits: isFullPhq9,
    wrong: (row) => ({total: String(sumOf(row) === 27 ? 26 : sumOf(row) + 1)})
  },
  {
    file: "assessments",
    code: "score_mismatch",
    column: "total",
    how: "extra",
    fits: (row) => isFullPhq9(row) && sumOf(row) < 20,
    wrong: (row) => ({item_1: "", total: String(sumOf(row) + 4)})
  },
  ...fixed("no_score_no_reason", "repaired", "assessments", {missing_reason: ""}, hasReasonOnly, null)
];

/** What only a questionnaire of twenty items from 0 to 4 can have wrong. */
export const pcl5Faults: readonly RowFault[] = [
  ...fixed("item_out_of_range", "repaired", "assessments", {item_15: "5"}, isFullPcl5),
  ...fixed("item_out_of_range", "extra", "assessments", {item_1: "4.0"}, isFullPcl5),
  ...fixed("total_out_of_range", "extra", "assessments", {total: "81"}, isFullPcl5),
  {
    file: "assessments",
    code: "score_mismatch",
    column: "total",
    how: "repaired",
    fits: isFullPcl5,
    wrong: (row) => ({total: String(sumOf(row) === 80 ? 79 : sumOf(row) + 1)})
  }
];

/** A fault whose wrong cell is the same in every row; its column is that cell's, unless the code speaks of the whole row. */
function fixed(
  code: string,
  how: RowFault["how"],
  file: FileName,
  wrong: Row,
  fits?: RowFault["fits"],
  column: Plant["column"] = Object.keys(wrong)[0] ?? null
): RowFault[] {
  const fault = {file, code, column, how, wrong: () => wrong};
  return [fits === undefined ? fault : {...fault, fits}];
}

function future(how: RowFault["how"], file: FileName, column: string): RowFault {
  return {file, code: "future_date", column, how, wrong: (_, delivered) => ({[column]: isoOf(delivered + 1)})};
}

function nothing(): Row {
  return {};
}

function isClosed(row: Row): boolean {
  return row.discharged_on !== undefined;
}

function isFullPhq9(row: Row): boolean {
  return row.instrument === "phq9" && row.item_1 !== undefined && row.total !== undefined;
}

function isFullGad7(row: Row): boolean {
  return row.instrument === "gad7" && row.item_1 !== undefined && row.total !== undefined;
}

function isFullPcl5(row: Row): boolean {
  return row.instrument === "pcl5" && sumOf(row) === Number(row.total);
}

function hasReasonOnly(row: Row): boolean {
  return row.missing_reason !== undefined && row.item_1 === undefined && row.total === undefined;
}

function sumOf(row: Row): number {
  return Array.from({length: 20}, (_, index) => Number(row[`item_${index + 1}`] ?? 0)).reduce((a, b) => a + b, 0);
}
