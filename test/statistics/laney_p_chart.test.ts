import {describe, expect, it} from "vitest";
import {laneyPChart} from "../../src/statistics/laney_p_chart.ts";
import {pChart} from "../../src/statistics/p_chart.ts";

function months(units: number, ...numerators: readonly number[]) {
  return numerators.map((numerator) => ({numerator, denominator: units}));
}

describe("Laney's p'-chart", () => {
  const restless = months(2000, 1320, 1160, 1315, 1170, 1325, 1165, 1310, 1155);

  it("does not signal where large periods always move by more than chance, as a p-chart does", () => {
    expect(pChart(restless).filter(({signal}) => signal !== null).length).toBe(8);
    const {sigma_z, points} = laneyPChart(restless);
    expect(sigma_z).toBeGreaterThan(3);
    expect(points.every(({signal}) => signal === null)).toBe(true);
  });

  it("signals what is far beyond the usual movement", () => {
    const {points} = laneyPChart(months(2000, 1200, 1210, 1195, 1205, 1200, 1208, 1198, 1500));
    expect(points.map(({signal}) => signal)).toEqual([null, null, null, null, null, null, null, "high"]);
  });

  it("has the limits of a p-chart, wider by sigma_z", () => {
    const {sigma_z, points} = laneyPChart(restless);
    const plain = pChart(restless)[0];
    const [laney] = points;
    const half = (plain?.upper_limit ?? 0) - (plain?.centre ?? 0);
    expect((laney?.upper_limit ?? 0) - (laney?.centre ?? 0)).toBeCloseTo((sigma_z ?? 0) * half, 12);
  });

  it("passes over a period without units, and gives one too small to expect five no limits", () => {
    const gap = [...months(500, 300), {numerator: 0, denominator: 0}, ...months(500, 320), ...months(6, 4)];
    const {points} = laneyPChart(gap);
    expect(points[1]).toMatchObject({value: null, lower_limit: null});
    expect(points[3]).toMatchObject({value: 4 / 6, lower_limit: null, signal: null});
    expect(laneyPChart(gap.filter(({denominator}) => denominator > 0)).sigma_z).toBe(laneyPChart(gap).sigma_z);
  });

  it("has no limits for one period, or where all or none are in the numerator", () => {
    const none = {lower_limit: null, upper_limit: null, signal: null};
    expect(laneyPChart(months(900, 300))).toMatchObject({sigma_z: null, points: [none]});
    expect(laneyPChart(months(900, 900, 900))).toMatchObject({sigma_z: null, points: [none, none]});
    expect(laneyPChart(months(900, 0, 0))).toMatchObject({sigma_z: null, points: [none, none]});
  });

  it("is empty where there are no units", () => {
    expect(laneyPChart(months(0, 0))).toEqual({sigma_z: null, points: []});
  });
});
