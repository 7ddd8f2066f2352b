import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {aalenJohansen} from "../../src/statistics/aalen_johansen.ts";
import {cumulativeIncidence} from "../../src/statistics/cumulative_incidence.ts";
import {notEstimable} from "../../src/statistics/estimate.ts";
import {kaplanMeier} from "../../src/statistics/kaplan_meier.ts";
import {competingTimesOf, survivalTimesOf} from "./counts.ts";

/** The worked example of the measure specification, section 5 (LS-04): 1 planned, 2 unplanned, 0 still there. */
const example = competingTimesOf([7, 14, 21, 28, 28, 30, 35, 42, 45, 56], [2, 1, 1, 1, 2, 0, 1, 1, 0, 1]);

const episodes = fc.array(fc.tuple(fc.integer({min: 1, max: 40}), fc.constantFrom(0, 1, 2)), {
  minLength: 1,
  maxLength: 150
});

describe("the share that has left by a planned exit", () => {
  it("is 0.55 by day 42 and 0.80 by day 56 in the worked example, and 0.20 have left unplanned", () => {
    expect(cumulativeIncidence(example, "planned", 42).value).toBeCloseTo(0.55, 12);
    expect(cumulativeIncidence(example, "planned", 56).value).toBeCloseTo(0.8, 12);
    expect(cumulativeIncidence(example, "unplanned", 56).value).toBeCloseTo(0.2, 12);
  });

  it("adds up with the other exits and those still there to everyone, at every time", () => {
    fc.assert(
      fc.property(episodes, (pairs) => {
        const times = competingTimesOf(...unzip(pairs));
        const unplanned = aalenJohansen(times, "unplanned");
        aalenJohansen(times, "planned").forEach((step, index) => {
          expect(step.incidence + step.survival + (unplanned[index]?.incidence ?? Number.NaN)).toBeCloseTo(1, 12);
          expect(step.lower ?? 0).toBeLessThanOrEqual(step.incidence);
          expect(step.upper ?? 1).toBeGreaterThanOrEqual(step.incidence);
        });
      })
    );
  });

  it("is the complement of Kaplan-Meier where there is no other exit", () => {
    fc.assert(
      fc.property(episodes, (pairs) => {
        const [time, status] = unzip(pairs.map(([at, kind]) => [at, Math.min(kind, 1)]));
        const steps = aalenJohansen(competingTimesOf(time, status), "planned");
        const complement = kaplanMeier(survivalTimesOf(time, status)).map(({survival}) => 1 - survival);
        steps.forEach((step, index) => {
          expect(step.incidence).toBeCloseTo(complement[index] ?? Number.NaN, 12);
        });
      })
    );
  });

  it("is exactly 1, without limits, once everyone has left so", () => {
    const thirds = competingTimesOf([3, 6, 9], [1, 1, 1]);
    expect(aalenJohansen(thirds, "planned").at(-1)).toMatchObject({incidence: 1, lower: null, upper: null});
  });

  it("is 0, without limits, for a kind that does not occur and before the first exit", () => {
    const zero = {value: 0, lower: null, upper: null};
    expect(cumulativeIncidence(example, "death", 84)).toEqual(zero);
    expect(cumulativeIncidence(example, "planned", 3)).toEqual(zero);
  });

  it("is not known for a day nobody was followed to while someone was still there", () => {
    expect(cumulativeIncidence(competingTimesOf([10, 50], [1, 0]), "planned", 84)).toEqual(notEstimable);
    expect(cumulativeIncidence([], "planned", 84)).toEqual(notEstimable);
  });

  it("holds its last value once everyone has left, or while someone is followed longer", () => {
    expect(cumulativeIncidence(example, "planned", 84)).toEqual(cumulativeIncidence(example, "planned", 56));
    const followed = competingTimesOf([10, 20, 90], [1, 2, 0]);
    expect(cumulativeIncidence(followed, "planned", 84).value).toBeCloseTo(1 / 3, 12);
  });

  it("refuses times out of order", () => {
    const backwards = [...example].reverse();
    expect(() => aalenJohansen(backwards, "planned")).toThrow("times of exit: expected each value once");
  });
});

function unzip(pairs: readonly [number, number][]): [number[], number[]] {
  return [pairs.map(([time]) => time), pairs.map(([, status]) => status)];
}
