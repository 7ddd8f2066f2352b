import {describe, expect, it} from "vitest";
import {profiles} from "../../src/disclosure/profile.ts";
import {measures} from "../../src/measures/index.ts";
import {type LaddersOf, ladders, stepCandidates} from "../../src/publish/ladder.ts";
import {resultCandidates} from "../../src/publish/result_candidates.ts";
import {showsOf} from "./protected.ts";
import {resultRow} from "./result_rows.ts";

const steps = ["referred", "is_discharged", "is_treated", "not is_death", "is_of_age", "has_baseline", "has_pair"];

/** The steps of a change as they are shown, and whether its result is: so many reach one step after the other. */
function shownSteps(counts: readonly number[]): {steps: (number | null)[]; isResultShown: boolean} {
  const own = new Map(steps.map((step, index) => [step, counts[index] ?? 0]));
  const laddersOf: LaddersOf = (measure) =>
    measure === "referral" ? new Map([["referred", counts[0] ?? 0]]) : measure === "phq9_change" ? own : new Map();
  const units = counts.at(-1) ?? 0;
  const result = resultRow({measure: "phq9_change", units, denominator: units, value: 4, unit: "points"});
  const candidates = resultCandidates([result], measures, profiles.cms11);
  const shows = showsOf([...candidates, ...stepCandidates([result], measures, laddersOf)]);
  const rows = ladders([result], measures, laddersOf, shows).filter(({step_order}) => step_order < 100);
  expect(rows.map(({step}) => step)).toEqual(steps);
  return {steps: rows.map(({count}) => count), isResultShown: shows(candidates[0]?.key ?? "")};
}

describe("an attrition ladder", () => {
  it("shows every step where nobody few are lost", () => {
    const counts = [900, 700, 600, 600, 560, 450, 400];
    expect(shownSteps(counts)).toEqual({steps: counts, isResultShown: true});
  });

  it("hides the step between which and the next 1 to 10 people are lost, not the known denominators", () => {
    const {steps: shown} = shownSteps([900, 700, 600, 598, 560, 450, 400]);
    expect(shown).toEqual([900, 700, 600, null, 560, 450, 400]);
  });

  it("hides a small step and the steps it could be worked out from", () => {
    const {steps: shown} = shownSteps([5, 700, 600, 600, 560, 406, 400]);
    expect(shown).toEqual([null, 700, 600, 600, 560, null, 400]);
  });

  it("hides a small step with its result, and no step above that leaves it wide open", () => {
    expect(shownSteps([900, 300, 200, 200, 180, 60, 6])).toEqual({
      steps: [900, 300, 200, 200, 180, 60, null],
      isResultShown: false
    });
    expect(shownSteps([900, 300, 200, 200, 8, 6, 6]).steps).toEqual([900, 300, 200, 200, null, null, null]);
  });
});
