import {type Contract, code, optional, required} from "./contract.ts";

export const followups: Contract = {
  file: "followups",
  table: "followup",
  columns: [
    required("followup_key", {kind: "key"}),
    required("episode_key", {kind: "key"}),
    required("contacted_on", {kind: "date"}),
    required("outcome", code("reached", "declined", "unreachable", "deceased", "incarcerated")),
    optional("attempts", {kind: "whole", from: 0, to: 9999})
  ]
};
