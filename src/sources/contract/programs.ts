import {type Contract, code, optional, required} from "./contract.ts";

export const programs: Contract = {
  file: "programs",
  table: "program",
  columns: [
    required("program_key", {kind: "key"}),
    required("site_key", {kind: "key"}),
    required("name", {kind: "text"}),
    required("population", code("mh", "sud", "dual")),
    optional("age_group", code("adult", "adolescent")),
    optional("level_of_care", code("iop", "php", "op")),
    optional("planned_weeks", {kind: "whole", from: 1, to: 52}),
    optional("planned_hours_week", {kind: "hours", from: 1, to: 40}),
    optional("opened_on", {kind: "date"}),
    optional("closed_on", {kind: "date"})
  ]
};
