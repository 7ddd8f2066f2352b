import {instruments} from "../../instruments/index.ts";
import {type Column, type Contract, code, later, optional, required} from "./contract.ts";
import {itemColumns, scoreDefect} from "./score_defect.ts";

const reasons = ["refused", "not_due", "not_given", "language", "clinical", "other"];

/** Items that assessments.csv had when the first rows were hashed. */
const firstItems = 9;

export const assessments: Contract = {
  file: "assessments",
  row: "one questionnaire given, or a reason why it was not; scores after discharge too",
  table: "assessment",
  columns: [
    required("assessment_key", {kind: "key"}, "key of the assessment"),
    required("episode_key", {kind: "key"}, "episode that it belongs to"),
    required("instrument", code(...instruments.map(({id}) => id)), "which questionnaire"),
    required("assessed_on", {kind: "date"}, "day on which it was answered"),
    ...itemColumns.slice(0, firstItems).map(item),
    optional("total", {kind: "total"}, "total as the source has it"),
    optional("missing_reason", code(...reasons), "why there is no score"),
    optional("mode", code("paper", "portal", "staff", "phone"), "how it was given"),
    optional("language", {kind: "language"}, "language of the form, ISO 639-1"),
    // the record has a sequence of its own, that of the delivery
    optional(
      "sequence",
      {kind: "whole", from: 0, to: 9999},
      "order among the assessments of one day; empty is 0",
      "assessment_sequence"
    ),
    ...itemColumns.slice(firstItems).map((name) => later(item(name)))
  ],
  rowDefect: scoreDefect
};

function item(name: string): Column {
  return optional(
    name,
    {kind: "item"},
    "answer to the item of that number; empty where the instrument has no such item"
  );
}
