import type {Cells, ReadRow} from "./read_example.ts";

/*
 * A second, plain reading of the delivery format: not the product's, so that neither can hide the other's mistake.
 * It says only whether a row has a defect of its own, not which.
 */

const required: Readonly<Record<string, string>> = {
  programs: "program_key site_key name population",
  clients: "client_key",
  referrals: "referral_key program_key received_at",
  episodes: "episode_key client_key program_key admitted_on",
  sessions: "session_key episode_key held_on kind scheduled_minutes attendance",
  assessments: "assessment_key episode_key instrument assessed_on",
  followups: "followup_key episode_key contacted_on outcome"
};

const race = "american_indian|asian|black|native_hawaiian|white|other|declined|unknown";

/** What a given cell must look like, by file and column; dates and items are judged apart. */
const patterns: Readonly<Record<string, RegExp>> = {
  "programs.population": /^(mh|sud|dual)$/,
  "programs.age_group": /^(adult|adolescent)$/,
  "programs.level_of_care": /^(iop|php|op)$/,
  "programs.planned_weeks": /^([1-9]|[1-4]\d|5[0-2])$/,
  "clients.birth_year": /^(19|20)\d\d$/,
  "clients.sex": /^(female|male|other|unknown)$/,
  "clients.gender": /^(woman|man|nonbinary|other|declined|unknown)$/,
  "clients.race": new RegExp(`^(${race})(;(${race}))*$`),
  "clients.ethnicity": /^(hispanic|not_hispanic|declined|unknown)$/,
  "clients.language": /^([a-z]{2}|other|unknown)$/,
  "clients.zip3": /^\d{3}$/,
  "clients.veteran": /^(yes|no|unknown)$/,
  "referrals.outcome": /^(admitted|declined|ineligible|referred_elsewhere|client_delayed|lost|waiting)$/,
  "episodes.discharge_reason": /^(completed|dropped_out|terminated|transferred|incarcerated|death|other|unknown)$/,
  "episodes.transfer_to": /^(step_down|step_up|lateral)$/,
  "episodes.neutral_exit": /^(yes|no)$/,
  "episodes.payer": /^(commercial|medicaid|medicare|self_pay|other|unknown)$/,
  "episodes.referral_source": /^(self|provider|hospital|court|school|other|unknown)$/,
  "episodes.diagnosis_group": /^(depressive|anxiety|bipolar|trauma|psychotic|ocd|eating|substance|other|unknown)$/,
  "episodes.co_occurring_sud": /^(yes|no|unknown)$/,
  "episodes.part2": /^(yes|no)$/,
  "episodes.prescribed_hours_week": /^[1-9]\d?$/,
  "sessions.kind": /^(group|individual|family|medication|psychoeducation|assessment)$/,
  "sessions.modality": /^(in_person|video|phone)$/,
  "sessions.scheduled_minutes": /^([1-9]\d?|[1-6]\d\d|7[01]\d|720)$/,
  "sessions.attended_minutes": /^\d{1,3}$/,
  "sessions.attendance": /^(attended|partial|no_show|late_cancel|client_cancel|program_cancel|excused)$/,
  "assessments.instrument": /^(phq9|gad7|pcl5)$/,
  "assessments.missing_reason": /^(refused|not_due|not_given|language|clinical|other)$/,
  "assessments.mode": /^(paper|portal|staff|phone)$/,
  "assessments.language": /^([a-z]{2}|other|unknown)$/,
  "followups.outcome": /^(reached|declined|unreachable|deceased|incarcerated)$/,
  "followups.attempts": /^\d{1,4}$/
};

/** True when the row has a defect of its own; keys that stand twice in a file are not its business. */
export function isDefective(row: ReadRow, deliveredOn: string): boolean {
  const {cells} = row;
  const file = row.file.replace(".csv", "");
  const needed = (required[file] ?? "").split(" ");
  if (row.width !== row.header.length || !["", "1", undefined].includes(cells._delete)) return true;
  if (cells._delete === "1") return cells[needed[0] ?? ""] === "";
  if (needed.some((column) => !cells[column])) return true;
  const given = Object.entries(cells).filter(([, cell]) => cell !== "");
  if (given.some(([column, cell]) => isWrongCell(file, column, cell, deliveredOn))) return true;
  return (file === "episodes" && isWrongClosing(cells)) || (file === "assessments" && isWrongScore(cells));
}

function isWrongCell(file: string, column: string, cell: string, deliveredOn: string): boolean {
  if (column.endsWith("_key") && cell.length > 64) return true;
  if (/_(on|at)$/.test(column)) return !isDate(cell) || cell.slice(0, 10) > deliveredOn;
  return !(patterns[`${file}.${column}`]?.test(cell) ?? true);
}

function isDate(cell: string): boolean {
  const day = /^(\d{4}-\d\d-\d\d)(T([01]\d|2[0-3]):[0-5]\d)?$/.exec(cell)?.[1];
  if (day === undefined) return false;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function isWrongClosing({admitted_on = "", discharged_on = "", discharge_reason = ""}: Cells): boolean {
  if ((discharged_on === "") !== (discharge_reason === "")) return true;
  return discharged_on !== "" && discharged_on < admitted_on;
}

function isWrongScore(cells: Cells): boolean {
  const count = {phq9: 9, gad7: 7, pcl5: 20}[cells.instrument ?? ""] ?? 0;
  const highest = cells.instrument === "pcl5" ? 4 : 3;
  const items = Array.from({length: 20}, (_, index) => cells[`item_${index + 1}`] ?? "");
  if (items.some((item) => item !== "" && !(/^\d$/.test(item) && Number(item) <= highest))) return true;
  if (items.slice(count).some((item) => item !== "")) return true;
  const given = items.filter((item) => item !== "");
  const sum = given.reduce((total, item) => total + Number(item), 0);
  const {total = "", missing_reason = ""} = cells;
  if (total === "") return given.length === 0 && missing_reason === "";
  return !/^\d+$/.test(total) || Number(total) < sum || Number(total) > sum + highest * (count - given.length);
}
