import {type Contract, code, optional, required} from "./contract.ts";
import {itemColumns, scoreDefect} from "./score_defect.ts";

export const assessments: Contract = {
  file: "assessments",
  table: "assessment",
  columns: [
    required("assessment_key", {kind: "key"}),
    required("episode_key", {kind: "key"}),
    required("instrument", code("phq9", "gad7")),
    required("assessed_on", {kind: "date"}),
    ...itemColumns.map((item) => optional(item, {kind: "score"})),
    optional("total", {kind: "score"}),
    optional("missing_reason", code("refused", "not_due", "not_given", "language", "clinical", "other")),
    optional("mode", code("paper", "portal", "staff", "phone")),
    optional("language", {kind: "language"}),
    // the record has a sequence of its own, that of the delivery
    optional("sequence", {kind: "whole", from: 0, to: 9999}, "assessment_sequence")
  ],
  rowDefect: scoreDefect
};
