export type FileName = keyof typeof columns;

/** The columns of each file of the delivery format, version 1; the first is the key. */
export const columns = {
  programs: list(
    "program_key site_key name population age_group level_of_care planned_weeks planned_hours_week opened_on closed_on"
  ),
  clients: list("client_key birth_year sex gender race ethnicity language zip3 veteran died_on"),
  referrals: list("referral_key client_key program_key received_at outcome episode_key"),
  episodes: list(
    "episode_key client_key program_key admitted_on discharged_on discharge_reason transfer_to neutral_exit payer",
    "referral_source diagnosis_group co_occurring_sud part2 prescribed_hours_week"
  ),
  sessions: list(
    "session_key episode_key held_on kind modality group_key scheduled_minutes attended_minutes attendance"
  ),
  assessments: list(
    "assessment_key episode_key instrument assessed_on item_1 item_2 item_3 item_4 item_5 item_6 item_7 item_8 item_9",
    "item_10 item_11 item_12 item_13 item_14 item_15 item_16 item_17 item_18 item_19 item_20",
    "total missing_reason mode language sequence"
  ),
  followups: list("followup_key episode_key contacted_on outcome attempts")
};

export const fileNames: readonly FileName[] = [
  "programs",
  "clients",
  "referrals",
  "episodes",
  "sessions",
  "assessments",
  "followups"
];

/** Cells by column; a column left out is an empty cell. */
export type Row = Readonly<Record<string, string>>;

/** The key of a row, or "" where it has none. */
export function keyIn(file: FileName, row: Row): string {
  return row[columns[file][0] ?? ""] ?? "";
}

function list(...names: readonly string[]): readonly string[] {
  return names.join(" ").split(" ");
}
