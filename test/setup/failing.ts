import {expect, it} from "vitest";

it("fails, so that exit_code.test.ts can see what a run with a failed test ends with", () => {
  expect(1).toBe(2);
});
