import {type Contract, code, optional, required} from "./contract.ts";
import {itemColumns, scoreDefect} from "./score_defect.ts";

const reasons = ["refused", "not_due", "not_given", "language", "clinical", "other"];

export const assessments: Contract = {
  file: "assessments",
  row: "one questionnaire given, or a reason why it was not; scores after discharge too",
  table: "assessment",
  columns: [
    required("assessment_key", {kind: "key"}, "key of the assessment"),
    required("episode_key", {kind: "key"}, "episode that it belongs to"),
    required("instrument", code("phq9", "gad7"), "which questionnaire"),
    required("assessed_on", {kind: "date"}, "day on which it was answered"),
    ...itemColumns.map((item) => optional(item, {kind: "score"}, "answer to the item of that number")),
    optional("total", {kind: "score"}, "total as the source has it"),
    optional("missing_reason", code(...reasons), "why there is no score"),
    optional("mode", code("paper", "portal", "staff", "phone"), "how it was given"),
    optional("language", {kind: "language"}, "language of the form, ISO 639-1"),
    // the record has a sequence of its own, that of the delivery
    optional(
      "sequence",
      {kind: "whole", from: 0, to: 9999},
      "order among the assessments of one day; empty is 0",
      "assessment_sequence"
    )
  ],
  rowDefect: scoreDefect
};
