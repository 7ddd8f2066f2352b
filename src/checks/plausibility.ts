import type {Check} from "./check.ts";

const warning = {severity: "warning", category: "plausibility", tolerated_share: 0} as const;

/** Checks of what keeps every rule and is still hard to believe. */
export const plausibility: readonly Check[] = [
  {
    ...warning,
    name: "stale_open_episodes",
    because: "An episode that nobody closed is in no discharge figure, and its person looks as if still in care.",
    hint: "close these episodes with the date and reason of leaving",
    subject: "episodes",
    checked: "open episodes",
    counts: "people"
  },
  {
    ...warning,
    name: "discharged_long_after_last_session",
    because:
      "Discharges entered long after people left fall into the wrong quarter, and miss the window for an end score.",
    hint: "look whether these are administrative closings; the date of discharge should be that of leaving",
    subject: "episodes",
    checked: "discharged episodes with a session",
    counts: "people"
  },
  {
    ...warning,
    name: "overlapping_episodes",
    because: "One person cannot be in one program twice at once: the same stay may be counted as two.",
    hint: "ask which of the two is right; delete the other, or correct its dates",
    subject: "episodes",
    checked: "closed episodes",
    counts: "people"
  },
  {
    ...warning,
    name: "identical_answers",
    because:
      "The same answer to every question every time is a form filled in without being read, or filled in by default.",
    hint: "look at who filled in these forms and how: a default of the form, or one person for another",
    subject: "episodes",
    checked: "episodes with 3 or more answered assessments",
    counts: "people"
  },
  {
    ...warning,
    name: "attendance_without_variation",
    because: "In a month with many sessions somebody is always missing: attendance was probably filled in by default.",
    hint: "ask the program how attendance was recorded in that month",
    subject: "months",
    checked: "months with 50 or more sessions",
    counts: "operations"
  },
  {
    ...warning,
    name: "attended_longer_than_scheduled",
    tolerated_share: 0.05,
    because: "Minutes attended beyond those scheduled, when frequent, mean that one of the two is not what it says.",
    hint: "look whether the source delivers minutes of documentation, or of the whole day, as minutes attended",
    subject: "sessions",
    checked: "sessions with minutes attended",
    counts: "people"
  }
];
