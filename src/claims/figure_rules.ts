import type {Rule} from "./rule.ts";

const tooFew = "too few: read the interval, not the figure";

/** What weakens a figure whatever is said of it. */
export const figureRules: readonly Rule[] = [
  {
    id: "unstable",
    when: [{fact: "status", is: ["unstable"]}],
    allows: "tentative",
    because: tooFew,
    basis: "G-13: unstable below 30"
  },
  {
    id: "few_units",
    when: [{fact: "units", below: "minimum_units"}],
    allows: "tentative",
    because: tooFew,
    basis: "G-13 and BM-08: 30 unless the organisation asks for more or fewer"
  },
  {
    id: "wide_share",
    when: [
      {fact: "unit", is: ["share"]},
      {fact: "width", above: 0.34}
    ],
    allows: "tentative",
    because: "its interval is wider than that of a share of 30",
    basis: "BM-01: 17 points either way is the interval at 30 and one half; sessions of few people can be as uncertain"
  },
  {
    id: "few_reached_range",
    kinds: ["missing"],
    when: [
      {fact: "follow_up", is: [true]},
      {fact: "share_measured", below: 0.4}
    ],
    allows: "tentative",
    because: "insufficient follow-up, fewer than 40% were reached",
    basis: "FU-05: below 40 % the figure is not stated; what it can be at most and at least holds all the same"
  },
  {
    id: "unknown_reached_range",
    kinds: ["missing"],
    when: [
      {fact: "follow_up", is: [true]},
      {fact: "share_measured", is: [null]}
    ],
    allows: "tentative",
    because: "it is not known how many were reached after discharge",
    basis: "FU-05: an outcome at follow-up goes with its follow-up rate"
  },
  {
    id: "few_measured",
    when: [
      {fact: "unmeasured", is: ["left_out"]},
      {fact: "share_measured", below: 0.6}
    ],
    allows: "partial",
    because: "fewer than 60% were measured",
    basis: "FU-01: below 60 % outcomes are descriptive only; taken over for scores at the end"
  },
  {
    id: "unknown_measured",
    when: [
      {fact: "unmeasured", is: ["left_out"]},
      {fact: "share_measured", is: [null]}
    ],
    allows: "partial",
    because: "it is not known how many were measured",
    basis: "G-14: an outcome goes with the share it speaks for"
  },
  {
    id: "few_measured_counted",
    when: [
      {fact: "unmeasured", is: ["counted_against"]},
      {fact: "share_measured", below: 0.6}
    ],
    allows: "descriptive",
    because: "those not measured count against it, and fewer than 60% were measured",
    basis: "the bound of FU-01; missing scores pull such a share down"
  },
  {
    id: "unknown_measured_counted",
    when: [
      {fact: "unmeasured", is: ["counted_against"]},
      {fact: "share_measured", is: [null]}
    ],
    allows: "descriptive",
    because: "those not measured count against it, and it is not known how many were measured",
    basis: "G-14: an outcome goes with the share it speaks for"
  },
  {
    id: "open_window",
    when: [{fact: "window_closed", is: [false]}],
    allows: "descriptive",
    because: "the period or its window is still open",
    basis: "G-04: what an open window shows is part of what will be counted"
  },
  {
    id: "one_sided",
    when: [{fact: "interval", is: ["one_sided"]}],
    allows: "descriptive",
    because: "one limit of its interval is not reached",
    basis: "the program's own choice: a verdict needs both limits"
  }
];
