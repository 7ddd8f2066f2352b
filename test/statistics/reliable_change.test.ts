import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  classifyChange,
  cutOffs,
  reliableChangeIndex,
  reliableChangeThreshold
} from "../../src/statistics/reliable_change.ts";

describe("the threshold of reliable change", () => {
  it("of the GAD-7 is 3.528 points with the reliability 0.92, and 5.14 with 0.83", () => {
    expect(reliableChangeThreshold(4.5, 0.92)).toBeCloseTo(3.528, 3);
    expect(reliableChangeThreshold(4.5, 0.83)).toBeCloseTo(5.14, 2);
  });

  it("is the change whose index is 1.96", () => {
    fc.assert(
      fc.property(fc.double({min: 0.1, max: 10, noNaN: true}), fc.double({min: 0, max: 0.99, noNaN: true}), (sd, r) => {
        const threshold = reliableChangeThreshold(sd, r) ?? Number.NaN;
        expect(reliableChangeIndex(threshold, sd, r)).toBeCloseTo(1.959964, 6);
        expect(reliableChangeIndex(-threshold, sd, r)).toBeCloseTo(-1.959964, 6);
      })
    );
  });

  it("does not exist without a spread, or for a reliability that is none or perfect", () => {
    for (const [sd, reliability] of [
      [0, 0.8],
      [-1, 0.8],
      [4.5, 1],
      [4.5, -0.1],
      [4.5, Number.NaN]
    ] as const) {
      expect(reliableChangeThreshold(sd, reliability)).toBeNull();
      expect(reliableChangeIndex(5, sd, reliability)).toBeNull();
    }
  });
});

describe("the cut-off between people with and without the disorder", () => {
  it("c is 8.47 for 16 (SD 5.5) and 3 (SD 4): each mean is weighted by the other's SD", () => {
    const {a, b, c} = cutOffs({mean: 16, sd: 5.5}, {mean: 3, sd: 4});
    expect([a, b]).toEqual([5, 11]);
    expect(c).toBeCloseTo(8.47, 2);
  });

  it("c is as many SDs from one mean as from the other", () => {
    const population = fc.record({mean: fc.integer({min: 0, max: 27}), sd: fc.double({min: 0.5, max: 9, noNaN: true})});
    fc.assert(
      fc.property(population, population, (clinical, norm) => {
        const c = cutOffs(clinical, norm).c ?? Number.NaN;
        expect((clinical.mean - c) / clinical.sd).toBeCloseTo((c - norm.mean) / norm.sd, 9);
      })
    );
  });

  it("c does not exist where neither population has a spread", () => {
    expect(cutOffs({mean: 16, sd: 0}, {mean: 3, sd: 0})).toEqual({a: 16, b: 3, c: null});
  });
});

describe("the change of one person", () => {
  const phq9 = {threshold: 5.2, cutOff: 10};

  it.each([
    [18, 7, "recovered"],
    [10, 4, "recovered"],
    [16, 10, "improved"],
    [9, 3, "improved"],
    [12, 7, "unchanged"],
    [11, 9, "unchanged"],
    [9, 9, "unchanged"],
    [12, 17, "unchanged"],
    [4, 10, "deteriorated"],
    [14, 21, "deteriorated"]
  ] as const)("from %i to %i is %s", (before, after, expected) => {
    expect(classifyChange({before, after}, phq9)).toBe(expected);
  });

  it("by exactly the threshold is not beyond the error of measurement", () => {
    expect(classifyChange({before: 16, after: 10}, {threshold: 6, cutOff: 11})).toBe("unchanged");
    expect(classifyChange({before: 10, after: 16}, {threshold: 6, cutOff: 11})).toBe("unchanged");
    expect(classifyChange({before: 16, after: 10}, {threshold: 5.5, cutOff: 11})).toBe("recovered");
  });

  it("turns from improved or recovered to deteriorated when before and after are exchanged", () => {
    const score = fc.integer({min: 0, max: 27});
    fc.assert(
      fc.property(score, score, (before, after) => {
        const forth = classifyChange({before, after}, phq9);
        const back = classifyChange({before: after, after: before}, phq9);
        expect(back === "deteriorated").toBe(forth === "improved" || forth === "recovered");
        expect(back === "unchanged").toBe(forth === "unchanged");
      })
    );
  });
});
