import {describe, expect, it} from "vitest";
import {summarizeSample} from "../../src/statistics/sample_sums.ts";
import {sampleSumsOf} from "./counts.ts";

describe("one group, from its sums", () => {
  it("10 and 20 have mean 15 and variance 50", () => {
    expect(summarizeSample(sampleSumsOf([10, 20]))).toEqual({n: 2, mean: 15, variance: 50});
  });

  it("nobody has a mean, one has no variance, and equal values have none at all", () => {
    expect(summarizeSample(sampleSumsOf([]))).toEqual({n: 0, mean: null, variance: null});
    expect(summarizeSample(sampleSumsOf([8]))).toEqual({n: 1, mean: 8, variance: null});
    expect(summarizeSample(sampleSumsOf([7, 7, 7]))).toEqual({n: 3, mean: 7, variance: 0});
  });

  it("adds up with another group", () => {
    const both = sampleSumsOf([14, 16, 18, 20, 1, 2]);
    const [one, two] = [sampleSumsOf([14, 16, 18, 20]), sampleSumsOf([1, 2])];
    expect({n: one.n + two.n, sum_x: one.sum_x + two.sum_x, sum_xx: one.sum_xx + two.sum_xx}).toEqual(both);
  });

  it("keeps its variance far from 0, where the square of the sum is past 2^53", () => {
    const values = Array.from({length: 40}, (_, index) => 10_000_000 + 2 * (index % 2));
    expect(summarizeSample(sampleSumsOf(values)).variance).toBeCloseTo(40 / 39, 14);
  });
});
