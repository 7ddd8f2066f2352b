import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  type RegressionOfScores,
  regressionOfScores,
  regressionToTheMean
} from "../../src/statistics/regression_to_the_mean.ts";
import {scoreChances} from "../../src/statistics/rounded_normal.ts";
import {unchangedPairs} from "../../src/statistics/unchanged_pairs.ts";
import {readNaturalCourseReference} from "./natural_course.ts";

const reference = readNaturalCourseReference();
const phq9 = {remission_below: 5, reliable_change: 6, minimal_important_change: 5};
const measured = {mean: 15, sd: 5.7, reliability: 0.737, maximum: 27};

function shown(scores: typeof measured, cutoff: number | null): RegressionOfScores {
  const pairs = unchangedPairs(scores);
  const shown = pairs && regressionOfScores(pairs, {...phq9, cutoff});
  if (shown === null) throw new Error("nothing is shown");
  return shown;
}

describe("regression to the mean of continuous scores", () => {
  it.each(reference.continuous)(
    "is R's integral from $cutoff, mean $mean, SD $sd, reliability $reliability, $scores",
    (selection) => {
      expect(Math.abs((regressionToTheMean(selection) ?? Number.NaN) - selection.value)).toBeLessThan(1e-10);
    }
  );

  it("is nothing where a measurement has no error, and where nobody is left out", () => {
    const selection = {mean: 15, sd: 5.7, reliability: 0.8, cutoff: 10, scores: "whole"} as const;
    expect(regressionToTheMean({...selection, reliability: 1})).toBe(0);
    expect(regressionToTheMean({...selection, cutoff: null})).toBe(0);
    expect(regressionToTheMean({...selection, cutoff: -40})).toBeCloseTo(0, 12);
  });

  it("does not exist without a spread, for a reliability above 1, or where nobody is that high", () => {
    const selection = {mean: 15, sd: 5.7, reliability: 0.8, cutoff: 10, scores: "continuous"} as const;
    expect(regressionToTheMean({...selection, sd: 0})).toBeNull();
    expect(regressionToTheMean({...selection, reliability: 1.01})).toBeNull();
    expect(regressionToTheMean({...selection, cutoff: 400})).toBeNull();
  });

  it("is more where scores spread more, are less reliable, or are selected higher", () => {
    const sd = fc.double({min: 1, max: 10, noNaN: true});
    const share = fc.double({min: 0, max: 0.9, noNaN: true});
    const step = fc.double({min: 0.01, max: 1, noNaN: true});
    fc.assert(
      fc.property(sd, share, fc.integer({min: 5, max: 20}), step, (spread, reliability, cutoff, more) => {
        const selection = {mean: 12, sd: spread, reliability, cutoff, scores: "whole"} as const;
        const fall = regressionToTheMean(selection) ?? Number.NaN;
        expect(regressionToTheMean({...selection, sd: spread + more})).toBeGreaterThan(fall);
        expect(regressionToTheMean({...selection, reliability: reliability + more / 10})).toBeLessThan(fall);
        expect(regressionToTheMean({...selection, cutoff: cutoff + more})).toBeGreaterThan(fall);
      })
    );
  });
});

describe("what measures show where nobody changed", () => {
  it.each(reference.whole)("is what R counts from $cutoff, mean $mean, SD $sd, reliability $reliability", (each) => {
    const pairs = unchangedPairs(each);
    const ours = pairs && regressionOfScores(pairs, {...each, remission_below: 5});
    const figures = [
      "selected",
      "change",
      "response",
      "remission",
      "reliable_improvement",
      "reliable_deterioration"
    ] as const;
    for (const figure of [...figures, "important_change"] as const) {
      expect(Math.abs((ours?.[figure] ?? Number.NaN) - each[figure]), figure).toBeLessThan(1e-10);
    }
  });

  it.each(reference.whole)("finds the scores' own normal again, centre $centre and spread $spread", (each) => {
    const rows = unchangedPairs(each)?.map((row) => row.reduce((sum, chance) => sum + chance, 0)) ?? [];
    const chances = scoreChances(each, each.maximum);
    expect(rows.length).toBe(chances.length);
    for (const [score, chance] of chances.entries()) expect(rows[score]).toBeCloseTo(chance, 11);
  });

  it("is no fall on average where nobody is left out, and as much reliable worsening as improvement", () => {
    const everyone = shown(measured, null);
    expect(everyone.change).toBeCloseTo(0, 12);
    expect(everyone.reliable_improvement).toBeCloseTo(everyone.reliable_deterioration, 12);
    expect(everyone.reliable_improvement).toBeGreaterThan(0.05);
    expect(shown(measured, 0)).toEqual(everyone);
  });

  it("is nothing at all where a measurement has no error", () => {
    const {selected, ...rest} = shown({...measured, reliability: 1}, 10);
    expect(selected).toBeCloseTo(shown(measured, 10).selected, 12);
    expect(Object.values(rest)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("is more where scores spread more, are less reliable, or are selected higher", () => {
    const {change, response, reliable_improvement} = shown(measured, 10);
    for (const more of [
      shown({...measured, sd: 6.2}, 10),
      shown({...measured, reliability: 0.6}, 10),
      shown(measured, 15)
    ]) {
      expect(more.change).toBeGreaterThan(change);
    }
    const lessReliable = shown({...measured, reliability: 0.6}, 10);
    expect(lessReliable.response).toBeGreaterThan(response);
    expect(lessReliable.reliable_improvement).toBeGreaterThan(reliable_improvement);
  });

  it("is near the formula that knows no highest score", () => {
    const formula = regressionToTheMean({...measured, cutoff: 10, scores: "whole"});
    expect(shown(measured, 10).change).toBeCloseTo(formula ?? Number.NaN, 1);
  });

  it("does not exist without a spread, outside the range, for other reliabilities, or where nobody is selected", () => {
    expect(unchangedPairs({...measured, sd: 0})).toBeNull();
    expect(unchangedPairs({...measured, mean: 0})).toBeNull();
    expect(unchangedPairs({...measured, mean: 27})).toBeNull();
    expect(unchangedPairs({...measured, sd: 20})).toBeNull();
    expect([-0.1, 0.995, 1.1, Number.NaN].map((reliability) => unchangedPairs({...measured, reliability}))).toEqual([
      null,
      null,
      null,
      null
    ]);
    const pairs = unchangedPairs(measured) ?? [];
    expect(regressionOfScores(pairs, {...phq9, cutoff: 28})).toBeNull();
  });
});
