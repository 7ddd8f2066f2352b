import type {Defect} from "../defects.ts";
import {type CellOf, type Contract, code, optional, required} from "./contract.ts";

export const episodes: Contract = {
  file: "episodes",
  table: "episode",
  columns: [
    required("episode_key", {kind: "key"}),
    required("client_key", {kind: "key"}),
    required("program_key", {kind: "key"}),
    required("admitted_on", {kind: "date"}),
    optional("discharged_on", {kind: "date"}),
    optional(
      "discharge_reason",
      code("completed", "dropped_out", "terminated", "transferred", "incarcerated", "death", "other", "unknown")
    ),
    optional("transfer_to", code("step_down", "step_up", "lateral")),
    optional("neutral_exit", code("yes", "no")),
    optional("payer", code("commercial", "medicaid", "medicare", "self_pay", "other", "unknown")),
    optional("referral_source", code("self", "provider", "hospital", "court", "school", "other", "unknown")),
    optional(
      "diagnosis_group",
      code("depressive", "anxiety", "bipolar", "trauma", "psychotic", "ocd", "eating", "substance", "other", "unknown")
    ),
    optional("co_occurring_sud", code("yes", "no", "unknown")),
    optional("part2", code("yes", "no")),
    optional("prescribed_hours_week", {kind: "hours", above: 0, to: 168})
  ],
  rowDefect: closingDefect
};

function closingDefect(cellOf: CellOf): Defect | null {
  const discharged = cellOf("discharged_on");
  const reason = cellOf("discharge_reason");
  if (discharged !== "" && discharged < cellOf("admitted_on"))
    return {code: "discharged_before_admitted", column: "discharged_on"};
  if (discharged === "" && reason !== "") return {code: "closing_incomplete", column: "discharged_on"};
  if (discharged !== "" && reason === "") return {code: "closing_incomplete", column: "discharge_reason"};
  return null;
}
