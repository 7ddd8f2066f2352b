import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {bootstrapBca, type PairStatistic} from "../../src/statistics/bootstrap_bca.ts";
import {meanChange} from "../../src/statistics/mean_change.ts";
import {summarizePairs} from "../../src/statistics/moments.ts";
import {Random} from "../../src/statistics/random.ts";
import {pairsOf} from "./counts.ts";
import {uncorrectedEffectSize} from "./effects.ts";
import {after, before} from "./worked_example.ts";

const neither = {lower: null, upper: null};
const worked = pairsOf(before, after);
const meanOfChanges: PairStatistic = (moments) => summarizePairs(moments).mean_difference;

describe("bootstrap limits", () => {
  it("of the worked example are near R's: percentile 0.67 to 2.25, BCa 0.58 to 1.96", () => {
    const drawn = bootstrapBca(worked, uncorrectedEffectSize, {resamples: 10_000, random: new Random(20260101)});
    expect(drawn.value).toBeCloseTo(1.162063, 6);
    expect(drawn.resamples).toBe(10_000);
    const {percentile, bca} = drawn;
    for (const [ours, theirs] of [
      [percentile.lower, 0.67],
      [percentile.upper, 2.25],
      [bca.lower, 0.58],
      [bca.upper, 1.96]
    ] as const) {
      expect(Math.abs((ours ?? Number.NaN) - theirs)).toBeLessThan(0.1);
    }
  });

  it("are the same for the same seed, and others for another", () => {
    const limits = (seed: string) =>
      bootstrapBca(worked, uncorrectedEffectSize, {resamples: 500, random: new Random(seed)});
    expect(limits("a")).toEqual(limits("a"));
    expect(limits("a").bca).not.toEqual(limits("b").bca);
  });

  it("of a mean change of many pairs are those of the t interval, but for the error of drawing", () => {
    const random = new Random("many pairs");
    const pairs = Array.from({length: 400}, () => ({x: random.between(8, 27), y: random.between(0, 20)}));
    const {percentile, bca} = bootstrapBca(pairs, meanOfChanges, {resamples: 4000, random});
    const sums = pairs.reduce(
      (moments, {x, y}) => ({
        n: moments.n + 1,
        sum_x: moments.sum_x + x,
        sum_y: moments.sum_y + y,
        sum_xx: moments.sum_xx + x * x,
        sum_yy: moments.sum_yy + y * y,
        sum_xy: moments.sum_xy + x * y
      }),
      {n: 0, sum_x: 0, sum_y: 0, sum_xx: 0, sum_yy: 0, sum_xy: 0}
    );
    const {lower, upper} = meanChange(sums);
    for (const limits of [percentile, bca]) {
      expect(Math.abs((limits.lower ?? Number.NaN) - (lower ?? Number.NaN))).toBeLessThan(0.1);
      expect(Math.abs((limits.upper ?? Number.NaN) - (upper ?? Number.NaN))).toBeLessThan(0.1);
    }
  });

  it("lie within what can be drawn, the lower below the upper", () => {
    const score = fc.integer({min: 0, max: 27});
    fc.assert(
      fc.property(fc.array(fc.record({x: score, y: score}), {minLength: 2, maxLength: 30}), fc.nat(), (pairs, seed) => {
        const changes = pairs.map(({x, y}) => x - y);
        const drawn = bootstrapBca(pairs, meanOfChanges, {resamples: 100, random: new Random(seed)});
        for (const {lower, upper} of [drawn.percentile, drawn.bca]) {
          if (lower === null || upper === null) continue;
          expect(lower).toBeLessThanOrEqual(upper);
          expect(lower).toBeGreaterThanOrEqual(Math.min(...changes) - 1e-9);
          expect(upper).toBeLessThanOrEqual(Math.max(...changes) + 1e-9);
        }
        expect(drawn.percentile.lower).not.toBeNull();
      })
    );
  });

  it("without a value there are none", () => {
    const random = new Random("nobody");
    const none = {value: null, percentile: neither, bca: neither, resamples: 0};
    expect(bootstrapBca([], meanOfChanges, {resamples: 100, random})).toEqual(none);
    const alike = pairsOf([12, 12, 12], [3, 9, 5]);
    expect(bootstrapBca(alike, uncorrectedEffectSize, {resamples: 100, random})).toEqual(none);
  });

  it("where everyone changed by the same are that change, and cannot be corrected for bias", () => {
    const same = pairsOf([14, 20, 9], [9, 15, 4]);
    const drawn = bootstrapBca(same, meanOfChanges, {resamples: 100, random: new Random("same")});
    expect(drawn).toEqual({value: 5, percentile: {lower: 5, upper: 5}, bca: neither, resamples: 100});
  });

  it("are not given where more than one resample in a hundred has no value", () => {
    const three = pairsOf([12, 15, 9], [12, 10, 4]);
    const drawn = bootstrapBca(three, uncorrectedEffectSize, {resamples: 1000, random: new Random("three")});
    expect(drawn.value).toBeCloseTo(10 / 9, 12);
    expect(drawn.resamples).toBeLessThan(990);
    expect([drawn.percentile, drawn.bca]).toEqual([neither, neither]);
  });
});
