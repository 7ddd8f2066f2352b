import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {funnelLimits} from "../../src/statistics/funnel_limits.ts";
import {funnelPlot} from "../../src/statistics/funnel_plot.ts";
import {overDispersion} from "../../src/statistics/over_dispersion.ts";

/** The five sites of the measure specification, section 7 (BM-02). */
const sites = [
  {numerator: 30, denominator: 50},
  {numerator: 22, denominator: 48},
  {numerator: 48, denominator: 70},
  {numerator: 9, denominator: 25},
  {numerator: 41, denominator: 64}
];

const tenFarApart = Array.from({length: 10}, (_, index) => ({numerator: index % 2 === 0 ? 20 : 80, denominator: 100}));

describe("the limits of a funnel plot", () => {
  it.each([
    [20, 0.3342, 0.7564, 0.2215, 0.8556],
    [80, 0.4407, 0.657, 0.3786, 0.7155],
    [150, 0.4701, 0.6286, 0.4242, 0.6726]
  ])("around 55 %% for a site of %i are those of the specification", (n, lower_95, upper_95, lower_998, upper_998) => {
    const limits = funnelLimits(0.55, n, 0);
    expect(limits.lower_95).toBeCloseTo(lower_95, 4);
    expect(limits.upper_95).toBeCloseTo(upper_95, 4);
    expect(limits.lower_998).toBeCloseTo(lower_998, 4);
    expect(limits.upper_998).toBeCloseTo(upper_998, 4);
  });

  it("are 0 and 1, and do not turn back, where the funnel is wider than all shares", () => {
    expect(funnelLimits(0.05, 1, 0).lower_998).toBe(0);
    expect(funnelLimits(0.95, 1, 0).upper_998).toBe(1);
    expect(funnelLimits(0, 10, 0).lower_95).toBe(0);
    expect(funnelLimits(1, 10, 0).upper_95).toBe(1);
  });

  it("narrow with size and hold the target", () => {
    const share = fc.double({min: 0, max: 1, noNaN: true});
    fc.assert(
      fc.property(share, fc.integer({min: 1, max: 5000}), (target, n) => {
        const {lower_998, lower_95, upper_95, upper_998} = funnelLimits(target, n, 0);
        const inOrder = [lower_998, lower_95, target, upper_95, upper_998];
        expect(inOrder.every((limit, index) => limit >= (inOrder[index - 1] ?? 0) - 1e-12)).toBe(true);
        expect(funnelLimits(target, n + 1, 0).upper_95).toBeLessThanOrEqual(upper_95);
      })
    );
  });
});

describe("over-dispersion between sites", () => {
  it("is that of the worked example of five sites", () => {
    const {z_scores, phi, tau_squared} = overDispersion(sites, 150 / 257);
    expect(z_scores.map((z) => Number(z.toFixed(3)))).toEqual([0.235, -1.743, 1.777, -2.259, 0.936]);
    expect(phi).toBeCloseTo(2.051612, 6);
    expect(tau_squared).toBeCloseTo(0.00778863, 8);
  });

  it("is none where sites are alike, single or absent", () => {
    const alike = [1, 2, 3].map((factor) => ({numerator: 20 * factor, denominator: 40 * factor}));
    expect(overDispersion(alike, 0.5)).toMatchObject({phi: 0, tau_squared: 0});
    expect(overDispersion([{numerator: 1, denominator: 9}], 0.5).tau_squared).toBe(0);
    expect(overDispersion([], 0.5)).toEqual({z_scores: [], phi: 0, tau_squared: 0});
  });
});

describe("the funnel plot of sites", () => {
  it("is drawn around the pooled share", () => {
    const points = funnelPlot(sites);
    expect(points[0]?.target).toBeCloseTo(0.583658, 6);
    expect(points.map(({position}) => position)).toEqual(["within", "within", "within", "below_95", "within"]);
  });

  it("tells which limits a site is beyond", () => {
    const points = funnelPlot([
      {numerator: 500, denominator: 1000},
      {numerator: 62, denominator: 100},
      {numerator: 38, denominator: 100},
      {numerator: 75, denominator: 100},
      {numerator: 25, denominator: 100}
    ]);
    expect(points.map(({position}) => position)).toEqual(["within", "above_95", "below_95", "above_998", "below_998"]);
  });

  it("takes a single site for its own target", () => {
    expect(funnelPlot([{numerator: 3, denominator: 7}])).toMatchObject([
      {value: 3 / 7, target: 3 / 7, position: "within"}
    ]);
    expect(funnelPlot([{numerator: 7, denominator: 7}])).toMatchObject([{target: 1, position: "within"}]);
  });

  it("widens for the variance between sites from ten sites on, not before", () => {
    const [ten] = funnelPlot(tenFarApart);
    const [nine] = funnelPlot(tenFarApart.slice(1));
    expect(ten).toMatchObject({value: 0.2, position: "within"});
    expect(nine).toMatchObject({value: 0.8, position: "above_998"});
  });

  it("is empty without sites and refuses a site without units", () => {
    expect(funnelPlot([])).toEqual([]);
    expect(() => funnelPlot([{numerator: 0, denominator: 0}])).toThrow(RangeError);
  });
});
