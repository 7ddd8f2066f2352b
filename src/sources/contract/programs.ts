import {type Contract, code, optional, required} from "./contract.ts";

export const programs: Contract = {
  file: "programs",
  row: "one program of the source",
  table: "program",
  columns: [
    required("program_key", {kind: "key"}, "key of the program"),
    required("site_key", {kind: "key"}, "key of the site that it belongs to; programs of one site share it"),
    required("name", {kind: "text"}, "name as readers know it; it is published"),
    required(
      "population",
      code("mh", "sud", "dual"),
      "whom it treats: mental health, substance use disorders, or both"
    ),
    optional("age_group", code("adult", "adolescent"), "whom it admits"),
    optional("level_of_care", code("iop", "php", "op"), "intensive outpatient, partial hospital or outpatient"),
    optional("planned_weeks", {kind: "whole", from: 1, to: 52}, "planned length in weeks"),
    optional("planned_hours_week", {kind: "hours", from: 1, to: 40}, "planned hours of treatment a week"),
    optional("opened_on", {kind: "date"}, "first day of the program"),
    optional("closed_on", {kind: "date"}, "last day of the program")
  ]
};
