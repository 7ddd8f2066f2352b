import {describe, expect, it} from "vitest";
import {protectParts} from "../../src/disclosure/part_counts.ts";

const told = (...counts: number[]) =>
  protectParts(counts.map((rows, index) => ({code: `c${index}`, rows}))).map(({code, rows}) => [code, rows]);
const tens = (count: number) => 10 * Math.ceil(count / 10);

describe("rows of a file by reason, of which the sum is told in tens", () => {
  it("are told from 11 on, and hidden below", () => {
    expect(told(11, 340)).toEqual([
      ["c0", 11],
      ["c1", 340]
    ]);
    expect(told(7)).toEqual([["c0", null]]);
    expect(told(7, 348)).toEqual([
      ["c0", null],
      ["c1", 348]
    ]);
  });

  it("are one row, or hidden with the smallest shown, where several reasons share so few that each has fewer than ten left", () => {
    expect(told(1, 2)).toEqual([["several", null]]);
    expect(told(11, 2, 1)).toEqual([
      ["c0", null],
      ["c1", null],
      ["c2", null]
    ]);
    expect(told(1, 15, 2)).toEqual([
      ["c0", null],
      ["c1", null],
      ["c2", null]
    ]);
    expect(told(1, 15, 2, 310)[1]).toEqual(["c1", 15]);
  });

  it("leave each hidden count possible from 1 to 10, by what is told of the others and of all", () => {
    const sizes = [1, 2, 3, 7, 9, 10, 11, 12, 19, 20, 21, 38];
    let hiding = 0;
    for (const a of sizes)
      for (const b of sizes)
        for (const c of sizes)
          for (const d of [0, ...sizes]) {
            const counts = d === 0 ? [a, b, c] : [a, b, c, d];
            const whole = tens(counts.reduce((sum, count) => sum + count, 0));
            const rows = told(...counts).map(([, count]) => count as number | null);
            const shown = rows.filter((count) => count !== null);
            const others = rows.length - shown.length - 1;
            if (others < 0) continue;
            hiding += 1;
            const least = shown.reduce((sum, count) => sum + tens(count) - 9, others);
            const most = others > 0 ? Number.POSITIVE_INFINITY : shown.reduce((sum, count) => sum + tens(count), 0);
            for (const hidden of [1, 10]) {
              expect(hidden + least, String(counts)).toBeLessThanOrEqual(whole);
              expect(hidden + most, String(counts)).toBeGreaterThanOrEqual(whole - 9);
            }
          }
    expect(hiding).toBeGreaterThan(5000);
  });
});
