import type {Median, ShareWithin} from "./measure.ts";

const shared = {
  grain: "meeting",
  version: "1",
  domain: "efficiency",
  period_by: "held_on",
  counted: [],
  of_these: [],
  caveats: [
    "A meeting is known by its group and day: groups that meet twice a day under one key count as one.",
    "Meetings to which nobody came leave no trace."
  ]
} as const;

export const group_size: Median = {
  ...shared,
  kind: "median",
  id: "group_size",
  label: "Group size",
  question: "How many people take part in a group meeting?",
  why: "Groups that are too small or too large treat less well, and cost more or give less.",
  method:
    "Clients treated in a group meeting (same program, group and day); the median over meetings held in the period.",
  better: "neither",
  parameters: [],
  source: "Program definition",
  value: "attendees",
  unit: "attendees",
  examples: [
    {
      because: "eight meetings of the client and seven others",
      course: {others_in_group: 7},
      counts: "counted",
      value: 8
    },
    {because: "individual sessions only", course: {}, counts: "neither"}
  ]
};

export const group_size_in_range: ShareWithin = {
  ...shared,
  kind: "share_within",
  id: "group_size_in_range",
  label: "Group size in range",
  question: "What share of group meetings have the number of people that the program aims at?",
  why: "The median can look right while half of the meetings are too small and half too large.",
  method:
    "Meetings with as many treated clients as the settings allow, both limits included, over meetings held in the period.",
  better: "higher",
  parameters: ["group_size_from", "group_size_to"],
  source: "Program definition",
  value: "attendees",
  from: "group_size_from",
  to: "group_size_to",
  examples: [
    {because: "six people", course: {others_in_group: 5}, counts: "numerator"},
    {because: "five people", course: {others_in_group: 4}, counts: "denominator"},
    {because: "individual sessions only", course: {}, counts: "neither"}
  ]
};
