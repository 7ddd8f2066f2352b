import {describe, expect, it} from "vitest";
import {protectChecks} from "../../src/checks/protect_checks.ts";
import {checksInTens, rowsInTens} from "../../src/publish/in_tens.ts";

function published(check: string, violations: number, checked: number) {
  const row = {
    check,
    category: "plausibility",
    severity: "warning",
    source: "north",
    subject: "episodes",
    because: ""
  } as const;
  return checksInTens(protectChecks([{...row, violations, checked, status: "fail"}])).map((one) => [
    one.violations,
    one.checked
  ]);
}

function delivered(read: number | null) {
  const fates = {accepted: read, corrected: 0, unchanged: 0, deleted: 0, quarantined: 0, withdrawn: 0};
  const delivery = {source: "north", delivered_on: "2026-03-31", sequence: 1, mode: "full"};
  return rowsInTens({
    inputs: [{...delivery, files: [{file: "episodes", sha256: "", read, ...fates}]}],
    quarantine: [{source: "north", file: "sessions", code: "unknown_code", rows: read}],
    waiting: [{source: "north", file: "sessions", code: "no_episode", rows: read}]
  });
}

describe("counts of people beside figures, which are not held from one night to the next", () => {
  it("are the same when one person more was looked at, or found", () => {
    expect(published("stale_open_episodes", 31, 321)).toEqual([[40, 330]]);
    expect(published("stale_open_episodes", 32, 322)).toEqual([[40, 330]]);
  });

  it("never read as a small one, and keep none and what is hidden", () => {
    expect(published("stale_open_episodes", 11, 400)).toEqual([[20, 400]]);
    expect(published("stale_open_episodes", 7, 400)).toEqual([[null, 400]]);
    expect(published("stale_open_episodes", 0, 400)).toEqual([[0, 400]]);
  });

  it("are as they are of months, programs and deliveries", () => {
    expect(published("months_without_sessions", 2, 9)).toEqual([[2, 9]]);
  });

  it("are so of delivered, of quarantined and of waiting rows too", () => {
    expect(delivered(321)).toEqual(delivered(322));
    expect(delivered(321)).toMatchObject({
      inputs: [{files: [{file: "episodes", read: 330, accepted: 330, corrected: 0}]}],
      quarantine: [{rows: 330}],
      waiting: [{rows: 330}]
    });
    expect(delivered(null).waiting).toMatchObject([{rows: null}]);
  });
});
