import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {isSmall} from "../../src/disclosure/primary.ts";
import {shownSteps} from "../../src/publish/ladder.ts";
import type {MissingRow} from "../../src/publish/missing.ts";
import {eligibleIn, outcomeOf, panelOf, pattern, shares} from "./missing_patterns.ts";

/** How many reach one step after the other. */
interface Course {
  readonly treated: number;
  readonly died: number;
  readonly young: number;
  readonly unmeasured: number;
  readonly halfMeasured: number;
}

const few = fc.oneof(fc.constant(0), fc.integer({min: 1, max: 12}), fc.integer({min: 11, max: 40}));
const course: fc.Arbitrary<Course> = fc.record({
  treated: fc.integer({min: 60, max: 200}),
  died: few,
  young: few,
  unmeasured: few,
  halfMeasured: few
});

/** Counts that a reader knows of a place: those of the ladder, and those of missing.csv. */
function differences(shown: readonly (number | null)[], [row]: readonly MissingRow[]): number[] {
  const counts = [...shown, row?.eligible ?? null, row?.measured ?? null].filter((count) => count !== null);
  return counts.flatMap((one) => counts.map((other) => one - other));
}

describe("with the ladder and the result of its place beside it", () => {
  it("missing.csv lets nobody subtract to a count of 1 to 10, nor tell it from how far the bounds lie apart", () => {
    fc.assert(
      fc.property(course, ({treated, died, young, unmeasured, halfMeasured}) => {
        const outcome = outcomeOf("phq9_change");
        const n = treated - died - young;
        const measured = n - unmeasured - halfMeasured;
        if (measured < 11) return;
        const ladder = new Map([
          ["is_discharged", treated],
          ["is_treated", treated],
          ["not is_death", treated - died],
          ["is_of_age", n],
          ["has_baseline", measured + halfMeasured],
          ["has_pair", measured]
        ]);
        const counts = {n, measured, n_baseline: halfMeasured, sum_baseline: 15 * halfMeasured};
        const rows = panelOf("phq9_change", eligibleIn("phq9_change", [pattern(counts)], ladder));
        const shown = shownSteps(outcome, ladder, measured);
        expect(differences(shown, rows).filter(isSmall)).toEqual([]);
        const eligible = rows[0]?.eligible ?? null;
        if (eligible !== null) expect(shown).toContain(eligible);
        expect(apartOf(rows).filter(isSmall)).toEqual([]);
      }),
      {numRuns: 2000}
    );
  });

  it("neither does it where those not measured count against the figure", () => {
    fc.assert(
      fc.property(fc.integer({min: 30, max: 90}), few, few, (n, missing, recovered) => {
        const measured = n - missing;
        if (measured < recovered) return;
        const rows = panelOf("recovery", eligibleIn("recovery", [shares(n, measured, recovered)]));
        if (rows.some(({status}) => status === "suppressed")) return;
        expect([n, measured, n - measured, recovered, measured - recovered, n - recovered].filter(isSmall)).toEqual([]);
      })
    );
  });
});

/** Those not measured with and without a first score: the bounds of the one lie 27 points apart, of the other 54. */
function apartOf(rows: readonly MissingRow[]): number[] {
  const [worst, best] = ["worst", "best"].map((end) => rows.find(({assumption}) => assumption === end));
  const {eligible = null, measured = null} = worst ?? {};
  if (eligible === null || measured === null || worst?.value == null || best?.value == null) return [];
  const without = Math.round(((best.value - worst.value) * eligible) / 27) - (eligible - measured);
  return [without, eligible - measured - without];
}
