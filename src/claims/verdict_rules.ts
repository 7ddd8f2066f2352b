import type {Rule} from "./rule.ts";

const wideDifference = "the interval of the difference is wide";
const thinModel = "too few for the adjustment";

/** What weakens a direction or a verdict: a movement, a comparison, a trend, a target. */
export const verdictRules: readonly Rule[] = [
  {
    id: "no_change_inside",
    kinds: ["movement", "natural_course"],
    when: [{fact: "zero", is: ["inside"]}],
    allows: "descriptive",
    because: "zero lies within the interval",
    basis: "95 % interval of the change"
  },
  {
    id: "wide_change_in_points",
    kinds: ["movement", "natural_course"],
    when: [{fact: "width_in_changes", above: 1}],
    allows: "descriptive",
    because: "its interval is wider than the smallest change that matters",
    basis:
      "the program's own choice: about the interval at 30 pairs; the change is that of the instrument's declaration"
  },
  {
    id: "wide_effect_size",
    kinds: ["movement", "natural_course"],
    when: [
      {fact: "unit", is: ["sd"]},
      {fact: "width", above: 1}
    ],
    allows: "descriptive",
    because: "its interval is wide",
    basis: "the program's own choice: about the interval of an effect size at 30 pairs"
  },
  {
    id: "no_difference_inside",
    kinds: ["comparison"],
    when: [{fact: "zero", is: ["inside"]}],
    allows: "descriptive",
    because: "zero lies within the interval",
    basis: "BM-07: the interval of the difference decides, not the overlap of two intervals"
  },
  {
    id: "wide_difference_of_shares",
    kinds: ["comparison"],
    when: [
      {fact: "unit", is: ["share"]},
      {fact: "width_of_difference", above: 0.48}
    ],
    allows: "descriptive",
    because: wideDifference,
    basis: "BM-01 and BM-07: the interval of a difference of two shares of one half at 30 each"
  },
  {
    id: "wide_difference_of_points",
    kinds: ["comparison"],
    when: [{fact: "width_of_difference_in_changes", above: 1.4}],
    allows: "descriptive",
    because: wideDifference,
    basis: "the program's own choice: the width for a change times the square root of 2"
  },
  {
    id: "wide_difference_of_effect_sizes",
    kinds: ["comparison"],
    when: [
      {fact: "unit", is: ["sd"]},
      {fact: "width_of_difference", above: 1.4}
    ],
    allows: "descriptive",
    because: wideDifference,
    basis: "the program's own choice: the width for an effect size times the square root of 2"
  },
  {
    id: "few_compared",
    kinds: ["comparison"],
    when: [{fact: "units", below: 30}],
    allows: "descriptive",
    because: "fewer than 30 on one side",
    basis: "BM-08 and EQ-01: compare from 30, whatever the organisation shows"
  },
  {
    id: "several_comparisons",
    kinds: ["comparison"],
    when: [{fact: "survives_multiplicity", is: [false]}],
    allows: "descriptive",
    because: "among this many comparisons it can be chance",
    basis: "BM-08: Benjamini-Hochberg at 5 % within the measure"
  },
  {
    id: "comparisons_not_judged",
    kinds: ["comparison"],
    when: [{fact: "survives_multiplicity", is: [null]}],
    allows: "descriptive",
    because: "it was not judged together with the other comparisons",
    basis: "BM-08: what was not judged together is exploratory"
  },
  {
    id: "not_comparable",
    kinds: ["comparison"],
    when: [
      {fact: "between", is: ["places"]},
      {fact: "comparable", is: [false]}
    ],
    allows: "descriptive",
    because: "it favours programs that admit people less ill",
    basis: "remission depends on the score at admission"
  },
  {
    id: "few_for_a_model",
    kinds: ["comparison"],
    when: [
      {fact: "adjusted", is: [true]},
      {fact: "units", below: 50}
    ],
    allows: "descriptive",
    because: thinModel,
    basis: "BM-08: adjust from 50"
  },
  {
    id: "few_events_for_a_model",
    kinds: ["comparison"],
    when: [
      {fact: "adjusted", is: [true]},
      {fact: "events_per_covariate", below: 10}
    ],
    allows: "descriptive",
    because: thinModel,
    basis: "BM-08: 10 events for each covariate"
  },
  {
    id: "unknown_events_for_a_model",
    kinds: ["comparison"],
    when: [
      {fact: "adjusted", is: [true]},
      {fact: "unit", is: ["share"]},
      {fact: "events_per_covariate", is: [null]}
    ],
    allows: "descriptive",
    because: "it is not known how many events the adjustment rests on",
    basis: "BM-08: 10 events for each covariate"
  },
  {
    id: "not_adjusted",
    kinds: ["comparison"],
    when: [{fact: "adjusted", is: [false]}],
    allows: "directional",
    because: "not adjusted for who was admitted",
    basis: "BM-08: no verdict on unadjusted values"
  },
  {
    id: "groups_of_people",
    kinds: ["comparison"],
    when: [{fact: "between", is: ["people"]}],
    allows: "directional",
    because: "groups of people are compared to find unequal care, not to be judged",
    basis: "EQ-01: a difference from the rest, without ranks"
  },
  {
    id: "neither_way",
    kinds: ["comparison", "trend"],
    when: [{fact: "better", is: ["neither"]}],
    allows: "directional",
    because: "neither way is better for this measure",
    basis: "the declaration of the measure"
  },
  {
    id: "trial_limits",
    kinds: ["trend"],
    when: [{fact: "points", below: 12}],
    allows: "descriptive",
    because: "with fewer than 12 points the limits of the chart are on trial",
    basis: "BM-04: limits are locked at 12 points"
  },
  {
    id: "no_signal",
    kinds: ["trend"],
    when: [{fact: "signal", is: [false]}],
    allows: "descriptive",
    because: "no signal: it varies as it usually does",
    basis: "BM-04: the four rules of Making Data Count"
  },
  {
    id: "target_inside",
    kinds: ["target"],
    when: [{fact: "target", is: ["inside"]}],
    allows: "descriptive",
    because: "the target lies within the interval",
    basis: "the program's own choice: a verdict needs the whole interval on one side"
  },
  {
    id: "poor_match",
    kinds: ["natural_course"],
    when: [{fact: "grade", is: ["D"]}],
    allows: "descriptive",
    because: "the published people match ours poorly",
    basis: "the program's own choice: a match of grade D is shown and judges nothing"
  }
];
