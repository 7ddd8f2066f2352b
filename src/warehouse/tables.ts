/** One table of the warehouse and the file that fills it. */
export interface WarehouseTable {
  readonly name: string;
  /** everything: filled whole; changed: for the persons about whom something new was said; unsettled: also for those whom only the as-of date moves. */
  readonly scope: "everything" | "changed" | "unsettled";
}

/** In order of filling: each reads record.* and tables above it. */
export const warehouseTables: readonly WarehouseTable[] = [
  {name: "program", scope: "everything"},
  {name: "episode", scope: "changed"},
  {name: "session", scope: "changed"},
  {name: "assessment", scope: "changed"},
  {name: "followup", scope: "changed"},
  {name: "referral", scope: "everything"},
  {name: "episode_dose", scope: "changed"},
  {name: "episode_week", scope: "changed"},
  {name: "episode_readmission", scope: "changed"},
  {name: "referral_outcome", scope: "everything"},
  {name: "session_month", scope: "changed"},
  {name: "session_period", scope: "changed"},
  {name: "episode_score", scope: "changed"},
  {name: "episode_change", scope: "changed"},
  {name: "episode_outcome", scope: "unsettled"},
  {name: "waiting", scope: "changed"}
];
