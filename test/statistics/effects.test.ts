import {describe, expect, it} from "vitest";
import {compute, readReference, toleranceOf} from "./effects.ts";
import {deviation} from "./reference.ts";

describe("effect sizes and individual change agree with R", () => {
  it.each(readReference().map((each, index) => ({...each, index})))("$statistic, case $index", (each) => {
    const ours = compute(each);
    for (const [figure, theirs] of Object.entries(each.values)) {
      const call = `${figure}: ${each.calls[figure]}`;
      expect(deviation(ours[figure] ?? null, theirs), call).toBeLessThanOrEqual(toleranceOf(each.statistic));
    }
  });
});
