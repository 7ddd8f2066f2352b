import fc from "fast-check";
import {mean, sampleCorrelation, sampleStandardDeviation} from "simple-statistics";
import {describe, expect, it} from "vitest";
import {summarizePairs} from "../../src/statistics/moments.ts";
import {momentsOf} from "./counts.ts";
import {after, before} from "./worked_example.ts";

const scores = fc.array(fc.tuple(fc.integer({min: 0, max: 27}), fc.integer({min: 0, max: 27})), {minLength: 2});

describe("means, standard deviations and correlation of pairs", () => {
  it("are those of the worked example of 12 pairs", () => {
    const summary = summarizePairs(momentsOf(before, after));
    expect(summary.mean_x).toBe(16.5);
    expect(summary.sd_x).toBeCloseTo(4.661252, 6);
    expect(summary.mean_y).toBeCloseTo(11.083333, 6);
    expect(summary.sd_y).toBeCloseTo(4.541893, 6);
    expect(summary.mean_difference).toBeCloseTo(5.416667, 6);
    expect(summary.sd_difference).toBeCloseTo(4.055486, 6);
    expect(summary.r).toBeCloseTo(0.611903, 6);
  });

  it("do not exist without pairs; one pair has means only", () => {
    const none = {
      mean_x: null,
      mean_y: null,
      mean_difference: null,
      sd_x: null,
      sd_y: null,
      sd_difference: null,
      r: null
    };
    expect(summarizePairs(momentsOf([], []))).toEqual({n: 0, ...none});
    expect(summarizePairs(momentsOf([14], [9]))).toEqual({...none, n: 1, mean_x: 14, mean_y: 9, mean_difference: 5});
  });

  it("have a standard deviation of exactly 0 and no correlation where all scores are the same", () => {
    const {sd_x, sd_difference, r} = summarizePairs(momentsOf([13, 13, 13], [6, 6, 6]));
    expect([sd_x, sd_difference, r]).toEqual([0, 0, null]);
  });

  it("see a single point of difference among ten million scores, where doubles would see none", () => {
    const n = 10_000_000;
    const sums = {sum_x: 27 * n - 1, sum_xx: 729 * n - 53, sum_y: 0, sum_yy: 0, sum_xy: 0};
    expect(summarizePairs({n, ...sums}).sd_x).toBeCloseTo(Math.sqrt(1 / n), 15);
    expect(summarizePairs({n, ...sums, sum_x: 27 * n, sum_xx: 729 * n}).sd_x).toBe(0);
  });

  it("equal those taken from the list of scores", () => {
    fc.assert(
      fc.property(scores, (pairs) => {
        const x = pairs.map(([first]) => first);
        const y = pairs.map(([, second]) => second);
        const summary = summarizePairs(momentsOf(x, y));
        expect(summary.mean_x).toBeCloseTo(mean(x), 10);
        expect(summary.sd_y).toBeCloseTo(sampleStandardDeviation(y), 10);
        expect(summary.sd_difference).toBeCloseTo(
          sampleStandardDeviation(pairs.map(([first, second]) => first - second)),
          10
        );
        if (summary.r !== null) expect(summary.r).toBeCloseTo(sampleCorrelation(x, y), 10);
      })
    );
  });
});
