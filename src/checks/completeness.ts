import type {Check} from "./check.ts";

const warning = {severity: "warning", category: "completeness", tolerated_share: 0} as const;

/** Checks of what is not there and should be. */
export const completeness: readonly Check[] = [
  {
    ...warning,
    name: "months_without_sessions",
    because:
      "A month of care without a single session is a gap in the feed; everybody in it looks as if they had left.",
    hint: "ask the source to deliver the sessions of that program and month",
    subject: "months",
    checked: "whole months with 3 or more people in care",
    counts: "operations"
  },
  {
    ...warning,
    name: "instrument_stopped",
    because:
      "A questionnaire that a program no longer gives ends its outcomes, and changes who the organisation's speak for.",
    hint: "ask the program whether it stopped on purpose; if the forms are given, ask the source where they go",
    subject: "questionnaires",
    checked: "questionnaires that the program gave in an earlier quarter",
    counts: "operations"
  },
  {
    ...warning,
    name: "end_scores_stopped",
    because:
      "Many discharges in a row without an end score are not chance: a step of the discharge routine was dropped.",
    hint: "look when the run begins and what changed then in the program's discharge routine or in the export",
    subject: "programs",
    checked: "programs with 11 or more treated discharges",
    counts: "operations"
  },
  {
    ...warning,
    name: "end_scores_missing",
    because: "With few end scores the outcomes speak for those who stayed, who do better than those who left.",
    hint: "measure every week: the last weekly score then stands in when somebody leaves without notice",
    subject: "programs",
    checked: "programs with 30 or more treated discharges in the last year",
    counts: "operations"
  },
  {
    ...warning,
    name: "unknown_discharge_reason",
    tolerated_share: 0.1,
    because: "A discharge without a known reason counts as not completed.",
    hint: "ask the programs for the reasons of these discharges and deliver the episodes again",
    subject: "episodes",
    checked: "treated discharges",
    counts: "people"
  },
  {
    ...warning,
    name: "unknown_characteristics",
    tolerated_share: 0.1,
    because: "Groups cannot be compared fairly where it is not known who belongs to them.",
    hint: "ask at intake and deliver the answer; `declined` is an answer, `unknown` is not",
    subject: "episodes",
    checked: "episodes",
    counts: "people"
  },
  {
    ...warning,
    name: "totals_without_items",
    tolerated_share: 0.1,
    because: "A total alone cannot be checked against its answers, nor prorated, nor looked at by item.",
    hint: "ask the source to deliver the answers beside the total",
    subject: "assessments",
    checked: "assessments with an answer or a total",
    counts: "people"
  },
  {
    ...warning,
    name: "prorated_scores",
    tolerated_share: 0.05,
    because:
      "A prorated score is a guess at the missing answers; a few do no harm, many hide a form that is not filled in.",
    hint: "look which item is left out, and whether a form lacks it or lets people skip it",
    subject: "scores",
    checked: "scores of the questionnaire",
    counts: "people"
  }
];
