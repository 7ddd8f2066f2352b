import {describe, expect, it} from "vitest";
import {chooseSteps} from "../../src/publish/ladder.ts";

const steps = ["referred", "is_discharged", "is_treated", "not is_death", "is_of_age", "has_phq9_pair"];

describe("an attrition ladder", () => {
  it("shows every step where nobody few are lost", () => {
    expect(chooseSteps(steps, [900, 700, 600, 600, 560, 400], 400)).toEqual([900, 700, 600, 600, 560, 400]);
  });

  it("hides the step between which and the next 1 to 10 people are lost, not the known denominators", () => {
    expect(chooseSteps(steps, [900, 700, 600, 598, 560, 400], 400)).toEqual([900, 700, 600, null, 560, 400]);
  });

  it("hides a small step and the steps it could be worked out from", () => {
    expect(chooseSteps(steps, [5, 700, 600, 600, 406, 400], 400)).toEqual([null, 700, 600, 600, null, 400]);
  });

  it("shows no step but referrals where the result is hidden", () => {
    expect(chooseSteps(steps, [900, 30, 20, 20, 20, 6], null)).toEqual([900, null, null, null, null, null]);
  });
});
