import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {attritionOf, shownCounts, withoutCounts} from "../../src/export/attrition.ts";

const isSmall = (count: number) => count >= 1 && count <= 10;

/** Counts that fall from step to step, by few or by many. */
const falling = fc
  .array(fc.oneof(fc.integer({min: 0, max: 12}), fc.integer({min: 0, max: 300})), {minLength: 1, maxLength: 12})
  .map((losses) => losses.map((_, index) => losses.slice(index).reduce((sum, loss) => sum + loss, 0)));

describe("the attrition table of a cohort", () => {
  it("hides a step that only a few people fell at, and shows all others", () => {
    expect(shownCounts([600, 500, 496, 300, 296])).toEqual([600, null, 496, null, 296]);
  });

  it("tells a step at which nobody fell", () => {
    expect(shownCounts([500, 500, 500])).toEqual([500, 500, 500]);
  });

  it("hides a count of 1 to 10, the rows that are given out too", () => {
    expect(shownCounts([500, 10])).toEqual([500, null]);
    expect(shownCounts([500, 11])).toEqual([500, 11]);
    expect(shownCounts([500, 0])).toEqual([500, 0]);
  });

  it("lets nobody subtract 1 to 10 people, whatever the counts", () => {
    fc.assert(
      fc.property(falling, (counts) => {
        const shown = shownCounts(counts).filter((count) => count !== null);
        for (const [index, count] of shown.entries())
          for (const other of shown.slice(index)) expect(isSmall(count - other)).toBe(false);
        expect(shown.filter(isSmall)).toEqual([]);
      })
    );
  });

  it("hides no count without need: each would tell of 1 to 10 people beside those that are shown", () => {
    fc.assert(
      fc.property(falling, (counts) => {
        const shown = shownCounts(counts);
        for (const [index, count] of counts.entries()) {
          if (shown[index] !== null) continue;
          const below = shown.slice(index + 1).find((other) => other !== null) ?? counts.at(-1) ?? 0;
          expect(isSmall(count) || isSmall(count - below)).toBe(true);
        }
      })
    );
  });

  it("begins with all that are known and ends with what is given out, a step in words to each line", () => {
    const left = [
      {words: "known", episodes: 900},
      {words: "sex is female", episodes: 500}
    ];
    const table = attritionOf(left, 480);
    expect(table.rows).toEqual([
      [0, "known", 900, "shown"],
      [1, "sex is female", 500, "shown"],
      [2, "given out: what the protection of people left", 480, "shown"]
    ]);
    expect(withoutCounts(table).rows.map(([, step, count]) => [step, count])).toEqual([
      ["known", null],
      ["sex is female", null],
      ["given out: what the protection of people left", null]
    ]);
  });
});
