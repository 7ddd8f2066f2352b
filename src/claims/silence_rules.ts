import type {Condition, Rule} from "./rule.ts";

const shown: Condition = {fact: "status", is: ["published", "unstable"]};
const tooFewReached = "insufficient follow-up, too few were reached to speak for the rest";
const protectedPeople = "hidden to protect people";
const tooFewPairs = "too few pairs for an effect size";

/** Where nothing of the figure is said. */
export const silenceRules: readonly Rule[] = [
  {
    id: "suppressed",
    when: [{fact: "status", is: ["suppressed"]}],
    allows: "silent",
    because: protectedPeople,
    basis: "G-13: a figure over fewer than 11 is not shown"
  },
  {
    id: "immature",
    when: [{fact: "status", is: ["immature"]}],
    allows: "silent",
    because: "too early, the time that it waits for has not passed",
    basis: "G-04: a cohort is shown when its window has closed"
  },
  {
    id: "insufficient",
    when: [{fact: "status", is: ["insufficient"]}],
    allows: "silent",
    because: "too few for this figure",
    basis: "G-13: no effect size below 20 pairs; no share or mean of few where counts are rounded"
  },
  {
    id: "few_pairs",
    when: [shown, {fact: "unit", is: ["sd"]}, {fact: "units", below: "minimum_units_effect_size"}],
    allows: "silent",
    because: tooFewPairs,
    basis: "G-13, should a row come with the wrong status"
  },
  {
    id: "small_count",
    when: [shown, {fact: "smallest_count", below: "smallest_shown"}],
    allows: "silent",
    because: protectedPeople,
    basis: "G-13, should a row come unprotected; 11 by the disclosure profile cms11, otherwise 5"
  },
  {
    id: "no_count",
    when: [shown, {fact: "units", is: [null]}],
    allows: "silent",
    because: "it is not known how many stand behind it",
    basis: "the program's own choice: every figure in words goes with its count"
  },
  {
    id: "no_value",
    when: [shown, {fact: "value", is: ["none"]}],
    allows: "silent",
    because: "it cannot be estimated from those counted",
    basis: "an estimate that does not exist is empty, not 0"
  },
  {
    id: "no_interval",
    when: [shown, {fact: "value", is: ["known"]}, {fact: "interval", is: ["none"]}],
    allows: "silent",
    because: "it has no interval",
    basis: "the program's own choice: every figure in words goes with its interval"
  },
  {
    id: "no_counterpart",
    when: [shown, {fact: "counterpart", is: ["none"]}],
    allows: "silent",
    because: "what it would be held against cannot be estimated",
    basis: "the program's own choice"
  },
  {
    id: "few_reached",
    kinds: ["level", "movement", "comparison", "trend", "target", "natural_course"],
    when: [shown, {fact: "follow_up", is: [true]}, {fact: "share_measured", below: 0.4}],
    allows: "silent",
    because: tooFewReached,
    basis: "FU-05: below 40 % the words are insufficient follow-up"
  },
  {
    id: "unknown_reached",
    kinds: ["level", "movement", "comparison", "trend", "target", "natural_course"],
    when: [shown, {fact: "follow_up", is: [true]}, {fact: "share_measured", is: [null]}],
    allows: "silent",
    because: "it is not known how many were reached after discharge",
    basis: "FU-05: an outcome at follow-up goes with its follow-up rate"
  },
  {
    id: "nothing_missing",
    kinds: ["missing"],
    when: [shown, {fact: "unmeasured", is: ["none"]}],
    allows: "silent",
    because: "no score can be missing from it",
    basis: "the measure needs none"
  },
  {
    id: "few_points",
    kinds: ["trend"],
    when: [shown, {fact: "points", below: 8}],
    allows: "silent",
    because: "too few periods for a control chart",
    basis: "the program's own choice, as in spc.csv: a run of seven needs one point to begin from"
  }
];
