import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {notEstimable} from "../../src/statistics/estimate.ts";
import {kaplanMeier} from "../../src/statistics/kaplan_meier.ts";
import {kaplanMeierMedian} from "../../src/statistics/kaplan_meier_median.ts";
import {survivalTimesOf} from "./counts.ts";

/** The worked example of the measure specification, section 5 (LS-03): ten exits, two open episodes. */
const example = survivalTimesOf([7, 14, 21, 28, 28, 35, 42, 42, 49, 56, 30, 45], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]);

function everyoneLeaves(times: readonly number[]) {
  return survivalTimesOf(
    times,
    times.map(() => 1)
  );
}

describe("the curve of time in the program", () => {
  it("is the one of the worked example", () => {
    const exits = kaplanMeier(example).filter(({events}) => events > 0);
    const survival = exits.map((step) => Number(step.survival.toFixed(4)));
    expect(survival).toEqual([0.9167, 0.8333, 0.75, 0.5833, 0.4861, 0.2917, 0.1458, 0]);
    expect(exits[4]).toMatchObject({time: 35, at_risk: 6, events: 1});
    expect(exits[4]?.lower).toBeCloseTo(0.1919, 4);
    expect(exits[4]?.upper).toBeCloseTo(0.7297, 4);
  });

  it("counts those last seen on a day as still there on that day", () => {
    const steps = kaplanMeier([{time: 5, events: 1, censored: 3}]);
    expect(steps).toMatchObject([{at_risk: 4, survival: 0.75}]);
  });

  it("stays at 1 without a band where nobody left, and has no band after the last exit", () => {
    const open = kaplanMeier([{time: 5, events: 0, censored: 3}]);
    expect(open).toMatchObject([{survival: 1, lower: null, upper: null}]);
    const last = kaplanMeier(everyoneLeaves([3, 9])).at(-1);
    expect(last).toMatchObject({survival: 0, lower: null, upper: null});
  });

  it("is the share of stays that are longer, where all episodes are closed", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 60}), {minLength: 1, maxLength: 200}), (times) => {
        for (const step of kaplanMeier(everyoneLeaves(times))) {
          const longer = times.filter((time) => time > step.time).length;
          expect(step.survival).toBeCloseTo(longer / times.length, 12);
        }
      })
    );
  });

  it("never rises, and lies within its band", () => {
    const episodes = fc.array(fc.tuple(fc.integer({min: 0, max: 60}), fc.constantFrom(0, 1)), {maxLength: 200});
    fc.assert(
      fc.property(episodes, (pairs) => {
        let before = 1;
        for (const step of kaplanMeier(survivalTimesOf(...unzip(pairs)))) {
          expect(step.survival).toBeLessThanOrEqual(before);
          expect(step.lower ?? 0).toBeLessThanOrEqual(step.survival);
          expect(step.upper ?? 1).toBeGreaterThanOrEqual(step.survival);
          before = step.survival;
        }
      })
    );
  });

  it("refuses times out of order or given twice", () => {
    const twice = [
      {time: 7, events: 1, censored: 0},
      {time: 7, events: 0, censored: 1}
    ];
    expect(() => kaplanMeier(twice)).toThrow(RangeError);
  });
});

describe("the median time in the program", () => {
  it("is 35 days, 14 to 49, in the worked example", () => {
    expect(kaplanMeierMedian(example)).toEqual({value: 35, lower: 14, upper: 49});
  });

  it("is the middle of the days on which exactly half are still there", () => {
    expect(kaplanMeierMedian(everyoneLeaves([10, 20, 30, 40])).value).toBe(25);
  });

  it("takes a half that rounding has moved for a half", () => {
    const dozen = everyoneLeaves([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(kaplanMeier(dozen)[5]?.survival).not.toBe(0.5);
    expect(kaplanMeierMedian(dozen).value).toBe(6.5);
  });

  it("is not reached if exactly half are still there at the end", () => {
    const half = [
      {time: 10, events: 2, censored: 0},
      {time: 30, events: 0, censored: 2}
    ];
    expect(kaplanMeierMedian(half).value).toBeNull();
  });

  it("is not reached if nobody left, or nobody came", () => {
    expect(kaplanMeierMedian([{time: 30, events: 0, censored: 8}])).toEqual(notEstimable);
    expect(kaplanMeierMedian([])).toEqual(notEstimable);
  });

  it("has limits around it where they are reached", () => {
    const episodes = fc.array(fc.tuple(fc.integer({min: 1, max: 60}), fc.constantFrom(0, 1, 1)), {maxLength: 100});
    fc.assert(
      fc.property(episodes, (pairs) => {
        const {value, lower, upper} = kaplanMeierMedian(survivalTimesOf(...unzip(pairs)));
        expect(lower ?? 0).toBeLessThanOrEqual(value ?? Number.POSITIVE_INFINITY);
        expect(upper ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(value ?? 0);
      })
    );
  });
});

function unzip(pairs: readonly [number, number][]): [number[], number[]] {
  return [pairs.map(([time]) => time), pairs.map(([, status]) => status)];
}
