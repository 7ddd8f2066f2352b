import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  inverseProbabilityMean,
  inverseProbabilityShare,
  type OutcomePattern
} from "../../src/statistics/inverse_probability_weights.ts";
import {Random} from "../../src/statistics/random.ts";

const completers = {covariates: {completed: "yes"}, ...counts(60, 42, 30)};
const others = {covariates: {completed: "no"}, ...counts(40, 12, 3)};

function counts(units: number, measured: number, numerator: number) {
  return {units, measured, sum: numerator, sum_squares: numerator};
}

describe("the share that everyone would have shown", () => {
  it("is 52.9 % where completers answered more often than others, not the 61.1 % of those who answered", () => {
    const {value, lower, upper, largest_weight, unsupported} = inverseProbabilityShare([completers, others]);
    expect(value).toBeCloseTo((60 * (30 / 42) + 40 * (3 / 12)) / 100, 12);
    expect(lower).toBeCloseTo(0.3878, 4);
    expect(upper).toBeCloseTo(0.665, 4);
    expect(largest_weight).toBeCloseTo(40 / 12, 12);
    expect(unsupported).toBe(0);
  });

  it("is the share of those who answered where answering had nothing to do with the covariates", () => {
    const alike = [
      {covariates: {completed: "yes"}, ...counts(60, 30, 24)},
      {covariates: {completed: "no"}, ...counts(40, 20, 6)}
    ];
    expect(inverseProbabilityShare(alike).value).toBeCloseTo(30 / 50, 12);
    expect(inverseProbabilityShare(alike).effective_size).toBeCloseTo(50, 10);
  });

  it("gives weight 1 to a level that answered in full, and weighs the others as before", () => {
    const all = {covariates: {completed: "yes"}, ...counts(60, 60, 42)};
    const {value, largest_weight, unsupported} = inverseProbabilityShare([all, others]);
    expect(value).toBeCloseTo((42 + 40 * (3 / 12)) / 100, 12);
    expect(largest_weight).toBeCloseTo(40 / 12, 12);
    expect(unsupported).toBe(0);
  });

  it("does not speak for a level of which nobody answered, and says for how many it does not", () => {
    const silent = {covariates: {completed: "unknown"}, ...counts(7, 0, 0)};
    const without = inverseProbabilityShare([completers, others]);
    expect(inverseProbabilityShare([completers, silent, others])).toEqual({...without, unsupported: 7});
  });

  it("sorts out again what the first sorting leaves without an answer", () => {
    // without the silent site, all of program b that is left answered
    const {value, unsupported} = inverseProbabilityShare([
      {covariates: {site: "north", program: "a"}, ...counts(20, 10, 5)},
      {covariates: {site: "north", program: "b"}, ...counts(10, 10, 10)},
      {covariates: {site: "south", program: "b"}, ...counts(5, 0, 0)}
    ]);
    expect(value).toBeCloseTo((20 * 0.5 + 10) / 30, 12);
    expect(unsupported).toBe(5);
  });

  it("has no limits where the model has as many coefficients as the answers are worth units", () => {
    const few = [
      {covariates: {payer: "a"}, ...counts(3, 1, 1)},
      {covariates: {payer: "b"}, ...counts(3, 1, 0)}
    ];
    const {value, lower, upper} = inverseProbabilityShare(few);
    expect(value).toBeCloseTo(0.5, 12);
    expect([lower, upper]).toEqual([null, null]);
  });

  it("does not exist where nobody answered or there is nobody", () => {
    const nothing = {
      value: null,
      lower: null,
      upper: null,
      effective_size: null,
      largest_weight: null,
      unsupported: null
    };
    expect(inverseProbabilityShare([{covariates: {}, ...counts(9, 0, 0)}])).toEqual(nothing);
    expect(inverseProbabilityShare([])).toEqual(nothing);
  });

  it("does not exist where two covariates together tell who answered", () => {
    // nobody answered of those who neither completed nor were insured; every level of either has answers and gaps
    const separated = [
      {covariates: {completed: "yes", insured: "yes"}, ...counts(10, 10, 5)},
      {covariates: {completed: "yes", insured: "no"}, ...counts(10, 5, 2)},
      {covariates: {completed: "no", insured: "yes"}, ...counts(10, 5, 2)},
      {covariates: {completed: "no", insured: "no"}, ...counts(10, 0, 0)}
    ];
    expect(inverseProbabilityShare(separated).value).toBeNull();
  });

  it("has Wilson's limits where all or none have the outcome", () => {
    const none = inverseProbabilityShare([{covariates: {}, ...counts(30, 15, 0)}]);
    expect(none).toMatchObject({value: 0, lower: 0});
    expect(none.upper).toBeCloseTo(0.2039, 4);
    expect(inverseProbabilityShare([{covariates: {}, ...counts(30, 15, 15)}])).toMatchObject({value: 1, upper: 1});
  });

  it("cuts the weight of the rarest at the 99th percentile of the measured", () => {
    const rare = {covariates: {completed: "no"}, ...counts(100, 1, 1)};
    const usual = {covariates: {completed: "yes"}, ...counts(400, 199, 99)};
    // of 200 measured the 99th percentile lies below the one heavy weight of 100
    expect(inverseProbabilityShare([rare, usual]).largest_weight).toBeCloseTo(400 / 199, 10);
  });

  it("lies within its limits, and these within 0 and 1", () => {
    const pattern = fc.record({units: fc.integer({min: 0, max: 40}), part: fc.nat(40), yes: fc.nat(40)});
    fc.assert(
      fc.property(fc.array(pattern, {maxLength: 6}), (patterns) => {
        const {value, lower, upper} = inverseProbabilityShare(
          patterns.map(({units, part, yes}, index) => {
            const measured = Math.min(units, part);
            return {
              covariates: {a: String(index % 3), b: String(index % 2)},
              ...counts(units, measured, Math.min(measured, yes))
            };
          })
        );
        // an estimate of as many coefficients as people has no limits
        if (value === null || lower === null || upper === null) return;
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(value);
        expect(upper).toBeGreaterThanOrEqual(value);
        expect(upper).toBeLessThanOrEqual(1);
      })
    );
  });
});

describe("the mean that everyone would have shown", () => {
  it("is the t interval of the measured where everyone was measured", () => {
    const {value, lower, upper} = inverseProbabilityMean([
      {covariates: {}, units: 2, measured: 2, sum: 12, sum_squares: 80}
    ]);
    expect(value).toBe(6);
    expect(lower).toBeCloseTo(6 - 12.7062 * 2, 3);
    expect(upper).toBeCloseTo(6 + 12.7062 * 2, 3);
  });

  it("has no limits where one was measured", () => {
    expect(inverseProbabilityMean([{covariates: {}, units: 5, measured: 1, sum: 4, sum_squares: 16}])).toMatchObject({
      value: 4,
      lower: null,
      upper: null,
      effective_size: 1,
      largest_weight: 5
    });
  });
});

describe("in 1000 samples of 400 from a population whose answers depend on what is known of them", () => {
  const cells = ["a", "b", "c"].flatMap((severity, s) =>
    ["yes", "no"].map((completed, c) => ({
      covariates: {severity, completed},
      answers: 1 / (1 + Math.exp(-(1.1 - 0.5 * s - 1.2 * c))),
      improves: 0.75 - 0.12 * s - 0.25 * c
    }))
  );
  const truth = cells.reduce((sum, {improves}) => sum + improves, 0) / cells.length;
  const random = new Random("inverse_probability_weights.test");
  const samples = Array.from({length: 1000}, () => {
    const patterns = sample(random, 400);
    return {patterns, estimate: inverseProbabilityShare(patterns)};
  });

  function sample(from: Random, size: number): OutcomePattern[] {
    const patterns = cells.map(({covariates}) => ({covariates, ...counts(0, 0, 0)}));
    for (let unit = 0; unit < size; unit++) {
      const index = from.between(0, cells.length - 1);
      const [cell, pattern] = [cells[index], patterns[index]];
      if (cell === undefined || pattern === undefined) throw new Error("no such cell");
      pattern.units += 1;
      if (!from.chance(cell.answers)) continue;
      pattern.measured += 1;
      if (!from.chance(cell.improves)) continue;
      pattern.sum += 1;
      pattern.sum_squares += 1;
    }
    return patterns;
  }

  it("the weighted share is right on average, where those who answered alone are 5 points too good", () => {
    const answered = samples.map(({patterns}) => total(patterns, "sum") / total(patterns, "measured"));
    expect(mean(answered) - truth).toBeCloseTo(0.05, 2);
    expect(mean(samples.map(({estimate}) => estimate.value ?? Number.NaN))).toBeCloseTo(truth, 2);
  });

  it("its interval holds the truth in 95 % of the samples, within the chance of 1000 samples", () => {
    const held = samples.filter(({estimate: {lower, upper}}) => (lower ?? 1) <= truth && truth <= (upper ?? 0)).length;
    expect(Math.abs(held / samples.length - 0.95)).toBeLessThan(3 * Math.sqrt((0.95 * 0.05) / samples.length));
  });
});

function total(patterns: readonly OutcomePattern[], count: "sum" | "measured"): number {
  return patterns.reduce((sum, pattern) => sum + pattern[count], 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
