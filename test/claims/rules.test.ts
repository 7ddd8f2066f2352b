import {describe, expect, it} from "vitest";
import {claim} from "../../src/claims/claim.ts";
import type {Grounds} from "../../src/claims/grounds.ts";
import {rules} from "../../src/claims/rules.ts";
import {rulesInWords} from "../../src/claims/rules_in_words.ts";
import {
  change,
  comparison,
  improvement,
  level,
  missing,
  movement,
  naturalCourse,
  points,
  target,
  trend,
  withEvidence,
  withFigure
} from "./strong_grounds.ts";

const hidden = {units: null, denominator: null, numerator: null, value: null, lower: null, upper: null};
const sd = {unit: "sd", value: 0.85, lower: 0.71, upper: 0.99} as const;
const stay = {unit: "days", numerator: null, value: 42, lower: 38, upper: 45} as const;
const recovery = {...improvement, measured: {predicate: "were measured twice", otherwise: "counted_against"}} as const;
const compared = {...comparison, finding: recovery};
const followed = {...movement, finding: {...change, follow_up: true}};
const missed = {...missing, finding: {...improvement, follow_up: true}};
const scores = {...comparison, finding: change, rest: {figure: {...points, units: 500}, share_measured: 0.8}};
const comparedPoints = {...withFigure(scores, points), difference: {value: 1.9, lower: 0.9, upper: 2.9}};
const comparedSd = {...withFigure(scores, {...points, ...sd}), difference: {value: 0.4, lower: 0.2, upper: 0.6}};
const elevenShown = withEvidence(comparison, {minimum_units: 11});

/** For each rule, grounds that are strong but for this. */
const cases: Readonly<Record<string, Grounds>> = {
  suppressed: withFigure(level, {...hidden, status: "suppressed"}),
  immature: withFigure(level, {...hidden, status: "immature"}),
  insufficient: withFigure(movement, {...hidden, units: 15, denominator: 15, status: "insufficient"}),
  few_pairs: withFigure(withEvidence(movement, {minimum_units: 11}), {...sd, units: 19, denominator: 19}),
  small_count: withFigure(level, {numerator: 10}),
  no_count: withFigure(movement, {units: null}),
  no_value: withFigure(level, {value: null, lower: null, upper: null}),
  no_interval: withFigure(level, {lower: null, upper: null}),
  no_counterpart: {...comparison, difference: {value: null, lower: null, upper: null}},
  few_reached: withEvidence(followed, {share_measured: 0.399}),
  unknown_reached: withEvidence(followed, {share_measured: null}),
  nothing_missing: {...missing, finding: level.finding},
  few_points: {...trend, chart: {...trend.chart, points: 7}},
  unstable: withFigure(level, {status: "unstable"}),
  few_units: withFigure(level, {units: 29, denominator: 29, numerator: 15}),
  wide_share: withFigure(level, {lower: 0.45, upper: 0.8}),
  few_reached_range: withEvidence(missed, {share_measured: 0.399}),
  unknown_reached_range: withEvidence(missed, {share_measured: null}),
  few_measured: withEvidence(movement, {share_measured: 0.599}),
  unknown_measured: withEvidence(movement, {share_measured: null}),
  few_measured_counted: withEvidence(compared, {share_measured: 0.599}),
  unknown_measured_counted: withEvidence(compared, {share_measured: null}),
  open_window: withEvidence(target, {window_closed: false}),
  one_sided: withFigure({...target, target: {value: 30, direction: "at_least"}}, {...stay, upper: null}),
  no_change_inside: withFigure(movement, {value: 1.2, lower: -0.3, upper: 2.7}),
  wide_change_in_points: withFigure(movement, {lower: 2.6, upper: 7.64}),
  wide_effect_size: withFigure(movement, {...sd, lower: 0.3, upper: 1.4}),
  no_difference_inside: {...comparison, difference: {value: 0.03, lower: -0.02, upper: 0.08}},
  wide_difference_of_shares: {...comparison, difference: {value: 0.3, lower: 0.05, upper: 0.55}},
  wide_difference_of_points: {...comparedPoints, difference: {value: 4, lower: 0.4, upper: 7.6}},
  wide_difference_of_effect_sizes: {...comparedSd, difference: {value: 1, lower: 0.2, upper: 1.8}},
  few_compared: {...withFigure(elevenShown, {units: 29, denominator: 29, numerator: 15}), adjustment: null},
  several_comparisons: {...comparison, survives_multiplicity: false},
  comparisons_not_judged: {...comparison, survives_multiplicity: null},
  not_comparable: {...comparison, finding: {...comparison.finding, comparable: false}},
  few_for_a_model: withFigure(comparison, {units: 49, denominator: 49, numerator: 25}),
  few_events_for_a_model: {...comparison, adjustment: {events_per_covariate: 9.9}},
  unknown_events_for_a_model: {...comparison, adjustment: {events_per_covariate: null}},
  not_adjusted: {...comparison, adjustment: null},
  groups_of_people: {...comparison, between: "people"},
  neither_way: {...trend, finding: {...trend.finding, better: "neither"}},
  trial_limits: {...trend, chart: {...trend.chart, points: 11}},
  no_signal: {...trend, chart: {...trend.chart, signal: null}},
  target_inside: {...target, target: {value: 0.6, direction: "at_least"}},
  poor_match: {...naturalCourse, natural: {...naturalCourse.natural, grade: "D"}}
};

describe("the rule table", () => {
  it("leaves grounds without a flaw as strong as their kind can be", () => {
    const strong = [
      level,
      movement,
      comparison,
      trend,
      target,
      missing,
      naturalCourse,
      comparedPoints,
      comparedSd,
      compared
    ];
    expect(
      strong.map((grounds) => claim(grounds)).map(({kind, strength, because}) => [kind, strength, ...because])
    ).toEqual([
      ["level", "descriptive"],
      ["movement", "directional"],
      ["comparison", "evaluative"],
      ["trend", "evaluative"],
      ["target", "evaluative"],
      ["missing", "descriptive"],
      ["natural_course", "directional"],
      ["comparison", "evaluative"],
      ["comparison", "evaluative"],
      ["comparison", "evaluative"]
    ]);
  });

  it.each(rules)("allows $allows for $id", ({id, allows, because}) => {
    const grounds = cases[id];
    if (grounds === undefined) throw new Error(`no case for ${id}`);
    expect(claim(grounds)).toMatchObject({strength: allows, because: [because]});
  });

  it("has a case for each rule, and no case without a rule", () => {
    expect(Object.keys(cases)).toEqual(rules.map(({id}) => id));
  });

  it.each([
    ["30 units", withFigure(level, {units: 30, denominator: 30, numerator: 15}), "descriptive"],
    ["60 % measured", withEvidence(movement, {share_measured: 0.6}), "directional"],
    ["40 % reached", withEvidence(followed, {share_measured: 0.4}), "partial"],
    ["8 points", {...trend, chart: {...trend.chart, points: 8}}, "descriptive"],
    ["12 points", {...trend, chart: {...trend.chart, points: 12}}, "evaluative"],
    ["20 pairs", withFigure(withEvidence(movement, {minimum_units: 11}), {...sd, units: 20}), "directional"],
    ["11 who did", withFigure(level, {numerator: 11}), "descriptive"],
    ["nobody who did", withFigure(level, {numerator: 0, value: 0, lower: 0, upper: 0.0085}), "descriptive"],
    ["all who did", withFigure(level, {numerator: 450, value: 1, lower: 0.9915, upper: 1}), "descriptive"],
    ["50 in a model", withFigure(comparison, {units: 50, denominator: 50, numerator: 25}), "evaluative"],
    ["a target at the lower limit", {...target, target: {value: 0.5789, direction: "at_least"}}, "evaluative"],
    [
      "a target that prints as the upper limit",
      {...target, target: {value: 0.66792, direction: "at_least"}},
      "descriptive"
    ],
    ["a limit that prints as zero", withFigure(movement, {value: 1, lower: 0.04, upper: 1.96}), "descriptive"]
  ] as const)("judges %s as its bound says", (_, grounds, strength) => {
    expect(claim(grounds).strength).toBe(strength);
  });

  it("stands in words for the handbook", () => {
    const words = rulesInWords();
    expect(words.map(({id}) => id)).toEqual(rules.map(({id}) => id));
    expect(words.find(({id}) => id === "few_measured")).toEqual({
      id: "few_measured",
      kinds: "every",
      when: "what becomes of those not measured: left out and share measured below 0.6",
      allows: "partial",
      because: "fewer than 60% were measured",
      basis: "FU-01: below 60 % outcomes are descriptive only; taken over for scores at the end"
    });
    expect(words.find(({id}) => id === "few_units")?.when).toBe("units below `minimum_units`");
    expect(words.find(({id}) => id === "wide_share")?.when).toBe("unit: share and width of the interval above 0.34");
  });

  it("refuses numbers that cannot be", () => {
    expect(() => claim(withFigure(level, {upper: Number.NaN}))).toThrow("completion: a number that is not finite");
    expect(() => claim(withEvidence(level, {share_measured: 78.2}))).toThrow("not between 0 and 1");
  });
});
