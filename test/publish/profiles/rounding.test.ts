import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {PublishedCheck} from "../../../src/checks/protect_checks.ts";
import {profiles} from "../../../src/disclosure/profile.ts";
import {isTooNarrow, rangeOf, roundCount} from "../../../src/disclosure/rounding.ts";
import {withoutChecked, withoutRows} from "../../../src/publish/rounded_manifest.ts";

const {round5, cms11} = profiles;

describe("rounding to 5", () => {
  it.each([
    [0, 0],
    [2, 0],
    [3, 5],
    [7, 5],
    [8, 10],
    [12, 10],
    [13, 15]
  ])("makes %i %i", (count, rounded) => {
    expect(roundCount(count, round5)).toBe(rounded);
  });

  it("leaves a reader with all counts that are rounded alike, and no others", () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), (count, other) => {
        const {lower, upper} = rangeOf(roundCount(count, round5), round5);
        expect(other >= lower && other <= upper).toBe(roundCount(other, round5) === roundCount(count, round5));
      })
    );
  });

  it("says too much where a count that may be 1 to 4 is left less than any other that is rounded like it", () => {
    expect(isTooNarrow(3, 7, round5)).toBe(false);
    expect(isTooNarrow(0, 2, round5)).toBe(false);
    expect(isTooNarrow(3, 6, round5)).toBe(true);
    expect(isTooNarrow(1, 2, round5)).toBe(true);
    expect(isTooNarrow(0, 1, round5)).toBe(true);
    expect(isTooNarrow(0, 0, round5)).toBe(false);
    expect(isTooNarrow(5, 6, round5)).toBe(false);
  });
});

describe("counts beside the figures, under round5", () => {
  const file = {file: "clients", sha256: "", read: 58, accepted: 33, corrected: 13, unchanged: 0, deleted: 0};
  const delivery = {source: "north", delivered_on: "2026-01-31", sequence: 0, mode: "full"};
  const manifest = {
    inputs: [{...delivery, files: [{...file, quarantined: 12, withdrawn: null}]}],
    quarantine: [{source: "north", file: "sessions", code: "unknown_code", rows: 23}],
    waiting: [{source: "north", file: "episodes", code: "unknown_parent", rows: 17}]
  };

  it("are hidden but for 0 in the manifest: rounded once more, they would narrow down parts of results", () => {
    const {inputs, quarantine, waiting} = withoutRows(manifest, round5);
    const hidden = {read: null, accepted: null, corrected: null, quarantined: null, withdrawn: null};
    expect(inputs[0]?.files).toEqual([{file: "clients", sha256: "", ...hidden, unchanged: 0, deleted: 0}]);
    expect([quarantine[0]?.rows, waiting[0]?.rows]).toEqual([null, null]);
  });

  it("are hidden of checks that count people, and of no others", () => {
    const found = withoutChecked([checkOf("refused_deliveries"), checkOf("episodes_have_outcomes")], round5);
    expect(found).toMatchObject([
      {violations: 14, checked: 39},
      {violations: null, checked: null}
    ]);
  });

  it("stay as they are under another profile", () => {
    expect(withoutRows(manifest, cms11)).toEqual(manifest);
    expect(withoutChecked([checkOf("episodes_have_outcomes")], cms11)).toMatchObject([{violations: 14, checked: 39}]);
  });
});

function checkOf(check: string): PublishedCheck {
  return {
    ...{check, category: "plausibility", severity: "warning", source: "north", subject: "rows", status: "fail"},
    ...{violations: 14, checked: 39, because: ""}
  };
}
