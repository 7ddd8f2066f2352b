import type {CumulativeIncidence} from "./measure.ts";

const shared = {
  kind: "cumulative_incidence",
  grain: "episode",
  version: "1",
  domain: "efficiency",
  parameters: ["exit_day", "stale_after_days"],
  period_by: "admitted_on",
  counted: ["is_treated"],
  of_these: ["is_stale", "has_several_episodes"],
  value: "days_in_program",
  event: "exit_kind",
  by_day: "exit_day"
} as const;

const competing =
  "Kinds of exit compete: one minus a survival curve that takes the other kind for censoring would overstate both.";

export const planned_exit: CumulativeIncidence = {
  ...shared,
  id: "planned_exit",
  label: "Planned exit",
  question: "Of people who are admitted, what share have left as planned after twelve weeks?",
  why: "Completion looks at discharges only; this counts those still here, and when people left.",
  method:
    "Aalen-Johansen share, by day 84 (or the day that the setting names), of treated episodes admitted in the period that ended as completed or by a transfer to step-down care; every other closing competes, death and open episodes are censored.",
  caveats: [
    competing,
    "Where nobody has been followed to that day yet, the figure is too early.",
    "An open episode without a session for longer than the stale limit counts as an unplanned exit."
  ],
  better: "higher",
  source: "LS-04; Aalen and Johansen 1978",
  of: "planned",
  examples: [
    {because: "completed, last seen on day 49", course: {}, counts: "counted", value: 1},
    {
      because: "transferred to step-down care",
      course: {reason: "transferred", transfer_to: "step_down"},
      counts: "counted",
      value: 1
    },
    {
      because: "transferred sideways is not planned",
      course: {reason: "transferred", transfer_to: "lateral"},
      counts: "counted",
      value: 0
    },
    {because: "never attended a session", course: {sessions: []}, counts: "neither"}
  ]
};

export const unplanned_exit: CumulativeIncidence = {
  ...shared,
  id: "unplanned_exit",
  label: "Unplanned exit",
  question: "Of people who are admitted, what share have left unplanned after twelve weeks?",
  why: "It shows the whole of early leaving, not only what is coded as dropout, and does not wait for discharges.",
  method:
    "Aalen-Johansen share, by day 84 (or the day that the setting names), of treated episodes admitted in the period that ended neither as completed nor by a transfer to step-down care nor by death; planned exits compete, death and open episodes are censored.",
  caveats: [competing, "Jail and insurance that ended count here: they are unplanned, whoever's doing."],
  better: "lower",
  source: "LS-04; Aalen and Johansen 1978",
  of: "unplanned",
  examples: [
    {because: "dropped out", course: {reason: "dropped_out"}, counts: "counted", value: 1},
    {
      because: "open, and without a session for longer than the stale limit",
      course: {discharged: null},
      counts: "counted",
      value: 1
    },
    {because: "completed", course: {}, counts: "counted", value: 0},
    {because: "never attended a session", course: {sessions: []}, counts: "neither"}
  ]
};
