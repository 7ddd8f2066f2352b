import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {xmrChart} from "../../src/statistics/xmr_chart.ts";

const example = [62, 58, 65, 60, 71, 63, 59, 66, 61, 64, 57, 63];

/** One word a point: the rule and the side. */
function signals(values: readonly number[], baseline?: number) {
  return xmrChart(values, "higher", baseline).points.map(({signal}) => signal && `${signal.rule} ${signal.towards}`);
}

describe("the limits of an XmR chart", () => {
  it("are those of the worked example, in which nothing is a signal", () => {
    const {centre, mean_moving_range, lower_limit, upper_limit, trial} = xmrChart(example, "higher");
    expect(centre).toBeCloseTo(62.4167, 4);
    expect(mean_moving_range).toBeCloseTo(6.0909, 4);
    expect(lower_limit).toBeCloseTo(46.2148, 4);
    expect(upper_limit).toBeCloseTo(78.6185, 4);
    expect(trial).toBe(false);
    expect(signals(example)).toEqual(example.map(() => null));
  });

  it("leave out moving ranges around an outlier: -0.72 to 4.6, not -3.06 to 6.95", () => {
    const outlier = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];
    const {lower_limit, upper_limit} = xmrChart(outlier, "higher");
    expect(lower_limit).toBeCloseTo(-0.72, 2);
    expect(upper_limit).toBeCloseTo(4.6, 2);
    expect(signals(outlier).filter(Boolean)).toEqual(["outside_limits high"]);
  });

  it("leave nothing out where only the jump varies", () => {
    const {mean_moving_range} = xmrChart([5, 5, 5, 5, 5, 9, 9, 9, 9], "higher");
    expect(mean_moving_range).toBe(0.5);
  });

  it("are on trial below twelve points", () => {
    expect(xmrChart(example.slice(0, 11), "higher").trial).toBe(true);
  });

  it("rest on the first points only where they are locked", () => {
    const {centre, upper_limit, points} = xmrChart([...example, 90], "higher", 12);
    expect(centre).toBe(xmrChart(example, "higher").centre);
    expect(upper_limit).toBe(xmrChart(example, "higher").upper_limit);
    expect(points.at(-1)?.signal).toEqual({rule: "outside_limits", towards: "high", meaning: "improvement"});
  });

  it("do not exist for one point or none", () => {
    const none = {mean_moving_range: null, lower_limit: null, upper_limit: null, trial: true};
    expect(xmrChart([], "higher")).toEqual({...none, centre: null, points: []});
    expect(xmrChart([7], "higher")).toEqual({...none, centre: 7, points: [{value: 7, signal: null}]});
  });

  it("are the value itself, without signals, where all points are the same", () => {
    const {lower_limit, upper_limit} = xmrChart(new Array(9).fill(0.1), "higher");
    expect([lower_limit, upper_limit]).toEqual([0.1, 0.1]);
    expect(signals(new Array(9).fill(0.1))).toEqual(new Array(9).fill(null));
  });

  it("move with the values, and the signals stay", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 0, max: 99}), {minLength: 2}),
        fc.integer({min: -500, max: 500}),
        (values, by) => {
          const shifted = values.map((value) => value + by);
          const limit = xmrChart(values, "higher").upper_limit ?? Number.NaN;
          expect(xmrChart(shifted, "higher").upper_limit).toBeCloseTo(limit + by, 8);
          expect(signals(shifted)).toEqual(signals(values));
        }
      )
    );
  });

  it("turn round with the values, and so do the signals", () => {
    const swapped = (found: string | null) =>
      found?.replace(/high|low/, (side) => (side === "high" ? "low" : "high")) ?? null;
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 99}), {minLength: 2}), (values) => {
        expect(signals(values.map((value) => -value))).toEqual(signals(values).map(swapped));
      })
    );
  });
});

describe("the signals of an XmR chart", () => {
  const baseline = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12];
  /** What the chart says of the points after a baseline with centre 11, near limits at 3.55 and limits at 5.32. */
  const followedBy = (...values: number[]) => signals([...baseline, ...values], 12).slice(12);

  it("are a point beyond a limit", () => {
    expect(followedBy(16.4, 16.3, 5.6)).toEqual(["outside_limits high", null, "outside_limits low"]);
  });

  it("are seven points that each rise or each fall", () => {
    expect(followedBy(9, 9.5, 10, 10.5, 11.5, 12, 12.5, 9)).toEqual([...new Array(7).fill("trend high"), null]);
    expect(followedBy(13, 12.5, 12, 11.5, 10.5, 10, 9.5)).toEqual(new Array(7).fill("trend low"));
    expect(followedBy(9, 9.5, 10, 10.5, 10.5, 12, 12.5)).toEqual(new Array(7).fill(null));
  });

  it("give a point at which one trend turns into another to the later one", () => {
    const peak = followedBy(9, 9.5, 10, 11.5, 12, 12.5, 13, 12.8, 12.6, 12.4, 10.3, 10.2, 9);
    expect(peak.slice(5, 8)).toEqual(["trend high", "trend low", "trend low"]);
  });

  it("are two of three points near a limit on the same side of the centre", () => {
    expect(followedBy(15, 12, 15)).toEqual(["two_of_three high", null, "two_of_three high"]);
    expect(followedBy(7, 7)).toEqual([null, null]);
    expect(followedBy(9, 7, 7)).toEqual([null, "two_of_three low", "two_of_three low"]);
    expect(followedBy(15, 10, 15)).toEqual([null, null, null]);
    expect(followedBy(15, 7, 15)).toEqual([null, null, null]);
  });

  it("are seven points on one side of the centre, which a point on the centre breaks", () => {
    expect(followedBy(13, 12, 13, 12, 13, 12, 13)).toEqual(new Array(7).fill("shift high"));
    expect(followedBy(9, 10, 9, 10, 9, 10, 9)).toEqual(new Array(7).fill("shift low"));
    expect(followedBy(13, 12, 13, 11, 13, 12, 13)).toEqual(new Array(7).fill(null));
  });

  it("are named by the first rule that holds", () => {
    expect(followedBy(11.5, 12, 12.5, 13, 14.6, 15, 16.4, 12)).toEqual([
      ...new Array(6).fill("trend high"),
      "outside_limits high",
      "shift high"
    ]);
    expect(followedBy(12, 15, 15, 12, 13, 12, 13)).toEqual([
      "shift high",
      "two_of_three high",
      "two_of_three high",
      ...new Array(4).fill("shift high")
    ]);
  });

  it.each([
    ["higher", "improvement", "concern"],
    ["lower", "concern", "improvement"],
    ["neither", "neutral", "neutral"]
  ] as const)("mean, where %s is better, %s above and %s below", (better, above, below) => {
    const {points} = xmrChart([...baseline, 30, -30], better, 12);
    expect(points.slice(12).map(({signal}) => signal?.meaning)).toEqual([above, below]);
  });
});
