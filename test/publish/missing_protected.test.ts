import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {isSmall} from "../../src/disclosure/primary.ts";
import {profiles} from "../../src/disclosure/profile.ts";
import {ladders, stepCandidates} from "../../src/publish/ladder.ts";
import {type MissingRow, missingPanels, panelCandidates} from "../../src/publish/missing.ts";
import {eligibleOf, type Pattern} from "../../src/publish/patterns.ts";
import type {Result} from "../../src/publish/result.ts";
import {resultCandidates, resultKey} from "../../src/publish/result_candidates.ts";
import {outcomeOf, pattern, shares} from "./missing_patterns.ts";
import {showsOf} from "./protected.ts";
import {resultRow, shareRow} from "./result_rows.ts";

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

/** What is shown of an outcome for all over all time, when its result, its ladder and its panel are protected together. */
function shownOf(id: string, result: Result, ladder: ReadonlyMap<string, number>, patterns: readonly Pattern[]) {
  const eligible = eligibleOf(patterns);
  const measures = [outcomeOf(id)];
  const laddersOf = (measure: string) => (measure === id ? ladder : new Map<string, number>());
  const shows = showsOf([
    ...resultCandidates([result], measures, profiles.cms11),
    ...stepCandidates([result], measures, laddersOf),
    ...panelCandidates([result], measures, () => eligible)
  ]);
  const results = [result].filter((row) => shows(resultKey(row)));
  const steps = ladders([result], measures, laddersOf, shows);
  return {
    results,
    steps: steps.filter(({step, step_order}) => step !== "referred" && step_order < 100).map(({count}) => count),
    panel: missingPanels(results, measures, () => eligible, {minimum_units: 30}, shows)
  };
}

/** All differences of counts that a reader knows of a place: those of the result, of the ladder, and of missing.csv. */
function differences({results, steps, panel}: ReturnType<typeof shownOf>): number[] {
  const [row] = panel;
  const units = results.map((result) => result.units);
  const counts = [...steps, ...units, row?.eligible ?? null, row?.measured ?? null].filter((count) => count !== null);
  return counts.flatMap((one) => counts.map((other) => one - other));
}

describe("with the ladder and the result of its place beside it", () => {
  it("missing.csv lets nobody subtract to a count of 1 to 10, nor tell it from how far the bounds lie apart", () => {
    let panels = 0;
    fc.assert(
      fc.property(course, ({treated, died, young, unmeasured, halfMeasured}) => {
        const n = treated - died - young;
        const measured = n - unmeasured - halfMeasured;
        if (measured < 0) return;
        const ladder = new Map([
          ["is_discharged", treated],
          ["is_treated", treated],
          ["not is_death", treated - died],
          ["is_of_age", n],
          ["has_baseline", measured + halfMeasured],
          ["has_pair", measured]
        ]);
        const counts = {n, measured, n_baseline: halfMeasured, sum_baseline: 15 * halfMeasured};
        const result = resultRow({measure: "phq9_change", units: measured, denominator: measured, unit: "points"});
        const shown = shownOf("phq9_change", result, ladder, [pattern(counts)]);
        expect(differences(shown).filter(isSmall)).toEqual([]);
        const eligible = shown.panel[0]?.eligible ?? null;
        if (eligible !== null) expect(shown.steps).toContain(eligible);
        expect(apartOf(shown.panel).filter(isSmall)).toEqual([]);
        if (eligible !== null) panels += 1;
      }),
      {numRuns: 500}
    );
    expect(panels).toBeGreaterThan(75);
  });

  it("neither does it where those not measured count against the figure", () => {
    let panels = 0;
    fc.assert(
      fc.property(fc.integer({min: 30, max: 90}), few, few, (n, missing, recovered) => {
        const measured = n - missing;
        if (measured < recovered) return;
        const ladder = new Map(outcomeOf("recovery").counted.map((step) => [step as string, n]));
        const result = shareRow(recovered, n, {measure: "recovery"});
        const shown = shownOf("recovery", result, ladder, [shares(n, measured, recovered)]);
        expect(differences(shown).filter(isSmall)).toEqual([]);
        if (shown.results.length > 0) expect([recovered, n - recovered].filter(isSmall)).toEqual([]);
        if (shown.panel.length === 0 || shown.panel[0]?.status === "suppressed") return;
        expect([n, measured, n - measured, recovered, measured - recovered].filter(isSmall)).toEqual([]);
        panels += 1;
      })
    );
    expect(panels).toBeGreaterThan(5);
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
