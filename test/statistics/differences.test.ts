import {describe, expect, it} from "vitest";
import {notEstimable} from "../../src/statistics/estimate.ts";
import {ratioDifference} from "../../src/statistics/ratio_difference.ts";
import {scoreTest} from "../../src/statistics/score_test.ts";
import {welchTest} from "../../src/statistics/welch_test.ts";
import {sampleSumsOf, totalsOf} from "./counts.ts";
import {compute, readReference, toleranceOf} from "./differences.ts";
import {deviation} from "./reference.ts";

describe("the tests of differences agree with R", () => {
  it.each(readReference().map((each, index) => ({...each, index})))("$statistic, case $index", (each) => {
    const ours = compute(each);
    for (const [figure, theirs] of Object.entries(each.values)) {
      const call = `${figure}: ${each.calls[figure]}`;
      expect(deviation(ours[figure] ?? null, theirs), call).toBeLessThanOrEqual(toleranceOf(each.statistic));
    }
  });
});

describe("a difference that cannot be tested", () => {
  const tally = (numerator: number, denominator: number) => ({numerator, denominator});

  it("is one of shares where nobody is in a group, or where all or none of both are in the numerator", () => {
    expect(scoreTest(tally(0, 0), tally(5, 9))).toBeNull();
    expect(scoreTest(tally(0, 40), tally(0, 9))).toBeNull();
    expect(scoreTest(tally(40, 40), tally(9, 9))).toBeNull();
  });

  it("is one of means beside a group of one, or without any spread", () => {
    expect(welchTest(sampleSumsOf([9]), sampleSumsOf([4, 5]))).toBeNull();
    expect(welchTest(sampleSumsOf([]), sampleSumsOf([4, 5]))).toBeNull();
    expect(welchTest(sampleSumsOf([9, 9]), sampleSumsOf([4, 4]))).toBeNull();
  });

  it("is one of ratios without sessions, or where everybody came to all", () => {
    const all = totalsOf([20, 30], [20, 30]);
    expect(ratioDifference(totalsOf([], []), all)).toEqual({...notEstimable, p_value: null});
    expect(ratioDifference(all, all)).toEqual({value: 0, lower: 0, upper: 0, p_value: null});
  });
});
