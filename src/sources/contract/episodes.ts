import type {Defect} from "../defects.ts";
import {type CellOf, type Contract, code, optional, required} from "./contract.ts";

const reasons = ["completed", "dropped_out", "terminated", "transferred", "incarcerated", "death", "other", "unknown"];
const diagnoses = [
  "depressive",
  "anxiety",
  "bipolar",
  "trauma",
  "psychotic",
  "ocd",
  "eating",
  "substance",
  "other",
  "unknown"
];
const referrers = ["self", "provider", "hospital", "court", "school", "other", "unknown"];
const payers = ["commercial", "medicaid", "medicare", "self_pay", "other", "unknown"];

export const episodes: Contract = {
  file: "episodes",
  row: "one stay of a client in a program, from admission to discharge",
  table: "episode",
  columns: [
    required("episode_key", {kind: "key"}, "key of the episode"),
    required("client_key", {kind: "key"}, "client"),
    required("program_key", {kind: "key"}, "program"),
    required("admitted_on", {kind: "date"}, "day of admission"),
    optional("discharged_on", {kind: "date"}, "day of discharge; empty while the episode is open"),
    optional("discharge_reason", code(...reasons), "why it ended; given exactly where discharged_on is"),
    optional("transfer_to", code("step_down", "step_up", "lateral"), "where to, after a transfer"),
    optional("neutral_exit", code("yes", "no"), "yes: it ended for a reason outside treatment (insurance, a move)"),
    optional("payer", code(...payers), "who pays most of it"),
    optional("referral_source", code(...referrers), "who sent the client"),
    optional("diagnosis_group", code(...diagnoses), "group of the primary diagnosis"),
    optional("co_occurring_sud", code("yes", "no", "unknown"), "a substance use disorder beside the primary diagnosis"),
    optional("part2", code("yes", "no"), "yes: the record is covered by 42 CFR Part 2"),
    optional("prescribed_hours_week", {kind: "hours", above: 0, to: 168}, "hours of treatment prescribed a week")
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
