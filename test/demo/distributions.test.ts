import {describe, expect, it} from "vitest";
import {beta, exponential, logNormal, normal, shiftOdds} from "../../src/demo/distributions.ts";
import {Random} from "../../src/statistics/random.ts";

const n = 20000;

function drawn(draw: (random: Random) => number): number[] {
  const random = new Random("distributions", 1);
  return Array.from({length: n}, () => draw(random)).sort((a, b) => a - b);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sd(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}

describe("chance", () => {
  it("repeats itself for the same seed and not for another", () => {
    const first = Array.from({length: 5}, () => new Random(1, "a").bits());
    expect(new Set(first).size).toBe(1);
    expect(new Random(1, "b").bits()).not.toBe(new Random(1, "a").bits());
    expect(new Random(2, "a").bits()).not.toBe(new Random(1, "a").bits());
  });

  it("gives the same numbers on every machine", () => {
    const random = new Random(20260331, "episode", 7);
    expect([random.bits(), random.bits(), random.bits()]).toMatchInlineSnapshot(`
      [
        697843808,
        3853196564,
        1650864923,
      ]
    `);
  });

  it("chooses as often as the weights say", () => {
    const random = new Random("weights");
    const chosen = Array.from({length: n}, () =>
      random.choose([
        ["often", 9],
        ["rarely", 1]
      ])
    );
    expect(chosen.filter((name) => name === "rarely").length / n).toBeCloseTo(0.1, 1.7);
  });

  it("picks every whole number of a range, ends included", () => {
    const random = new Random("between");
    expect(new Set(Array.from({length: 200}, () => random.between(3, 6)))).toEqual(new Set([3, 4, 5, 6]));
  });
});

describe("distributions", () => {
  it("draws normals with mean 0 and SD 1, of which 95 % lie within 1.96", () => {
    const values = drawn(normal);
    expect(Math.abs(mean(values))).toBeLessThan(0.025);
    expect(Math.abs(sd(values) - 1)).toBeLessThan(0.02);
    expect(values.filter((value) => Math.abs(value) < 1.96).length / n).toBeCloseTo(0.95, 1.7);
  });

  it("draws log-normals about their median", () => {
    const values = drawn((random) => logNormal(random, 50, 0.45));
    expect(values[n / 2]).toBeGreaterThan(49);
    expect(values[n / 2]).toBeLessThan(51);
  });

  it("draws a Beta(16, 3) with mean 16/19 and variance ab / ((a+b)²(a+b+1))", () => {
    const values = drawn((random) => beta(random, 16, 3));
    expect(mean(values)).toBeCloseTo(16 / 19, 2);
    expect(sd(values)).toBeCloseTo(Math.sqrt(48 / (361 * 20)), 2);
  });

  it("agrees with Math.exp to twelve digits", () => {
    for (const x of [-9, -1, -0.0619, 0, 0.5, 1, 9]) expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 11);
  });

  it("shifts odds: 50 % at odds times e is e / (1 + e)", () => {
    expect(shiftOdds(0.5, 1)).toBeCloseTo(Math.E / (1 + Math.E), 12);
    expect(shiftOdds(0.3, 0)).toBeCloseTo(0.3, 12);
  });
});
