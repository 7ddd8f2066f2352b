import {type Contract, code, optional, required} from "./contract.ts";

const outcomes = ["reached", "declined", "unreachable", "deceased", "incarcerated"];

export const followups: Contract = {
  file: "followups",
  row: "one contact, or attempt at one, after discharge",
  table: "followup",
  columns: [
    required("followup_key", {kind: "key"}, "key of the contact"),
    required("episode_key", {kind: "key"}, "episode that it follows up"),
    required("contacted_on", {kind: "date"}, "day of the contact"),
    required("outcome", code(...outcomes), "how it ended"),
    optional("attempts", {kind: "whole", from: 0, to: 9999}, "attempts made up to then")
  ]
};
