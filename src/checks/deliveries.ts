import type {Check} from "./check.ts";

const warning = {severity: "warning", category: "conformance", tolerated_share: 0} as const;

/** Checks of what was sent: did it arrive, in time, and does each row keep the rules of the delivery format. */
export const deliveries: readonly Check[] = [
  {
    ...warning,
    name: "no_treated_discharge",
    severity: "error",
    category: "completeness",
    because:
      "Nearly every outcome is counted over treated discharges; without one the pages are empty or mean nothing.",
    hint: "look whether sessions and discharge dates are delivered, and whether their rows wait or are in quarantine",
    subject: "organisations",
    checked: "organisations with episodes",
    counts: "operations"
  },
  {
    ...warning,
    name: "late_source",
    category: "completeness",
    because: "A source that stopped delivering makes recent figures look better or worse than they are.",
    hint: "ask the source for its deliveries since the last one",
    subject: "sources",
    checked: "sources",
    counts: "operations"
  },
  {
    ...warning,
    name: "refused_deliveries",
    because: "Nothing of a refused delivery is in any figure.",
    hint: "read why with `plumbline ingest`, mend the delivery and send it again, or take it out of the folder",
    subject: "deliveries",
    checked: "deliveries, refused ones included",
    counts: "operations"
  },
  {
    ...warning,
    name: "quarantined_rows",
    tolerated_share: 0.01,
    because: "Rows with a defect change nothing until they are mended: people or events may be missing from figures.",
    hint: "`plumbline quarantine export` gives each file back with the problem of each row; mend and deliver it",
    subject: "rows",
    checked: "rows read from the file",
    counts: "people"
  },
  {
    ...warning,
    name: "waiting_rows",
    tolerated_share: 0.01,
    because: "Rows that wait for a parent or for dates that fit count nowhere until their context arrives.",
    hint: "`plumbline quarantine list` names the waiting rows and what each waits for",
    subject: "rows",
    checked: "accepted rows of the file that are current",
    counts: "people"
  },
  {
    ...warning,
    name: "deliveries_on_one_date",
    because:
      "Of two deliveries on one date the order is only what their sequence says, and a wrong order undoes corrections.",
    hint: "look whether the sequence numbers are in the order in which the exports were made",
    subject: "dates",
    checked: "dates with a delivery",
    counts: "operations"
  },
  {
    ...warning,
    name: "transfer_to_without_transferred",
    because: "The reason says one thing and the destination another; completion counts by the reason alone.",
    hint: "ask which is right: set the reason to transferred, or clear the destination",
    subject: "episodes",
    checked: "episodes",
    counts: "people"
  },
  {
    ...warning,
    name: "missing_reason_beside_score",
    because: "Either the score or the reason for having none is wrong; the score is counted.",
    hint: "look whether the source fills in a default reason, or keeps a score from another day",
    subject: "assessments",
    checked: "assessments with a whole score",
    counts: "people"
  }
];
