import type {TimeToEvent} from "./measure.ts";

export const time_in_program: TimeToEvent = {
  kind: "time_to_event",
  grain: "episode",
  id: "time_in_program",
  version: "1",
  label: "Time in program",
  question: "How long do people who are admitted stay, counting those who are still here?",
  why: "Discharges alone speak for those who left first; this speaks for everyone admitted.",
  method:
    "Kaplan-Meier median over treated episodes admitted in the period. Every discharge is an event; open episodes are censored at the as-of date.",
  caveats: [
    "A closed episode's time stops at its last treated session, an open one's runs to the as-of date, so the figure drops when an episode is closed late.",
    "An open episode without a session for longer than the stale limit counts as having ended, unplanned, at its last treated session."
  ],
  domain: "efficiency",
  better: "neither",
  parameters: ["stale_after_days"],
  source: "LS-03; Kaplan and Meier 1958, R survival's median",
  period_by: "admitted_on",
  counted: ["is_treated"],
  of_these: ["is_stale", "has_several_episodes"],
  value: "days_in_program",
  event: "exit_kind",
  examples: [
    {
      because: "the only discharge, last seen on day 49: the curve falls from 1 to 0 on the 50th day",
      course: {},
      counts: "counted",
      value: 50
    },
    {
      because: "never attended a session",
      course: {sessions: []},
      counts: "neither"
    }
  ]
};
