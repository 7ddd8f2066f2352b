import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {protectFileCounts} from "../../src/disclosure/file_counts.ts";
import {mergeSmallSteps} from "../../src/disclosure/merge_steps.ts";
import {isSmall} from "../../src/disclosure/primary.ts";
import {protect} from "../../src/disclosure/protect.ts";
import {kaplanMeier} from "../../src/statistics/kaplan_meier.ts";

const row = {value: 0.5, lower: 0.4, upper: 0.6, status: "published", reason: "", guarded: [] as number[]};
const share = (numerator: number, denominator: number) => ({...row, units: denominator, denominator, numerator});

describe("primary suppression, profile cms11", () => {
  it.each([
    ["1 in the numerator", share(1, 200)],
    ["10 in the numerator", share(10, 200)],
    ["10 not in the numerator", share(190, 200)],
    ["10 people in all", share(0, 10)],
    ["a mean over 10 people", {...row, units: 10, denominator: 10, numerator: null}],
    ["5 episodes with 100 sessions", {...row, units: 5, denominator: 100, numerator: 50}],
    ["60 meetings of 9 people", {...row, units: 60, denominator: 60, numerator: null, guarded: [9]}],
    ["7 sessions missed", {...row, units: 60, denominator: 900, numerator: 7}]
  ])("hides %s with everything made of it", (_, small) => {
    expect(protect([small])).toEqual([
      {
        units: null,
        denominator: null,
        numerator: null,
        value: null,
        lower: null,
        upper: null,
        status: "suppressed",
        reason: "hidden to protect people: a count behind it is 1 to 10",
        guarded: []
      }
    ]);
  });

  it.each([
    ["none of 200", share(0, 200)],
    ["all of 200", share(200, 200)],
    ["11 of 22", share(11, 22)],
    ["a mean over 11", {...row, units: 11, denominator: 11, numerator: null}]
  ])("shows %s", (_, enough) => {
    expect(protect([enough])).toEqual([enough]);
  });
});

describe("counts of rows in the manifest", () => {
  it("leave no count of 1 to 10 rows to be worked out from the others", () => {
    const count = fc.oneof(fc.integer({min: 0, max: 12}), fc.integer({min: 0, max: 5000}));
    fc.assert(
      fc.property(
        count,
        count,
        count,
        count,
        count,
        count,
        (accepted, corrected, unchanged, deleted, quarantined, withdrawn) => {
          const read = accepted + corrected + unchanged + deleted + quarantined;
          const counts = {read, accepted, corrected, unchanged, deleted, quarantined, withdrawn};
          const shown = protectFileCounts(counts);
          const fates = ["accepted", "corrected", "unchanged", "deleted", "quarantined"] as const;
          for (const name of [...fates, "withdrawn", "read"] as const) expect(isSmall(shown[name] ?? 0)).toBe(false);
          const hidden = fates.filter((fate) => shown[fate] === null);
          // one unknown in the sum that ends in a known total is no unknown
          if (hidden.length === 1) expect(shown.read).toBeNull();
        }
      )
    );
  });
});

describe("a published curve", () => {
  it("never steps by 1 to 10 exits, nor over 1 to 10 people censored, nor with 1 to 10 at risk", () => {
    const times = fc
      .uniqueArray(
        fc.record({
          time: fc.integer({min: 1, max: 120}),
          events: fc.integer({min: 0, max: 14}),
          censored: fc.integer({min: 0, max: 6})
        }),
        {
          selector: ({time}) => time,
          minLength: 1
        }
      )
      .map((steps) => steps.sort((a, b) => a.time - b.time));
    fc.assert(
      fc.property(times, (steps) => {
        const curve = mergeSmallSteps(kaplanMeier(steps), "in_program");
        curve.forEach((step, index) => {
          expect(isSmall(step.events)).toBe(false);
          const before = curve[index - 1];
          if (index === 0) return;
          expect(isSmall(step.at_risk)).toBe(false);
          if (before !== undefined && index > 1)
            expect(isSmall(before.at_risk - before.events - step.at_risk)).toBe(false);
        });
      })
    );
  });
});
