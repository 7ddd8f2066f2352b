import {describe, expect, it} from "vitest";
import {funnels} from "../../src/publish/funnel.ts";
import {resultRow, shareRow} from "./result_rows.ts";

const sites = [
  [30, 50],
  [22, 48],
  [48, 70],
  [9, 25],
  [41, 64]
] as const;

/** The same five sites over and over: far more apart than chance has it. */
function siteRows(times: number) {
  return Array.from({length: times}, () => sites)
    .flat()
    .map(([numerator, denominator], index) =>
      shareRow(numerator, denominator, {breakdown: "site", group: `s${String(index).padStart(2, "0")}`})
    );
}

describe("a funnel", () => {
  it("has the pooled share as its target, and the limits of chance around it", () => {
    const rows = funnels(siteRows(1));
    expect(rows[0]?.target).toBeCloseTo(0.583658, 6);
    const angle = Math.asin(Math.sqrt(150 / 257));
    for (const row of rows) {
      const reach = 1 / (2 * Math.sqrt(row.denominator));
      expect(row.lower_95).toBeCloseTo(Math.sin(angle - 1.959964 * reach) ** 2, 6);
      expect(row.upper_998).toBeCloseTo(Math.sin(angle + 3.090232 * reach) ** 2, 6);
    }
  });

  it("allows for variance between units from ten of them on, not before", () => {
    const width = (times: number) => {
      const [first] = funnels(siteRows(times));
      return (first?.upper_95 ?? 0) - (first?.lower_95 ?? 0);
    };
    expect(funnels(siteRows(2).slice(0, 9))[0]?.upper_95).toBeLessThan(funnels(siteRows(2))[0]?.upper_95 ?? 0);
    expect(width(2)).toBeGreaterThan(width(1) + 0.01);
  });

  it("says in neutral words where a unit lies, and ranks nobody", () => {
    const far = [
      shareRow(290, 300, {breakdown: "program", group: "a"}),
      shareRow(210, 300, {breakdown: "program", group: "b"})
    ];
    const even = ["c", "d", "e"].map((group) => shareRow(250, 300, {breakdown: "program", group}));
    expect(funnels([...far, ...even]).map(({group, position}) => [group, position])).toEqual([
      ["a", "above_998"],
      ["b", "below_998"],
      ["c", "within"],
      ["d", "within"],
      ["e", "within"]
    ]);
  });

  it("leaves out what is hidden, and shares of what is no independent unit", () => {
    const hidden = resultRow({breakdown: "site", group: "x", status: "suppressed"});
    const sessions = shareRow(900, 1000, {breakdown: "site", group: "y", measure: "attendance", units: 40});
    expect(funnels([...siteRows(1), hidden, sessions])).toEqual(funnels(siteRows(1)));
  });
});
