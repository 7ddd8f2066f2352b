import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {checks} from "../../src/checks/index.ts";
import {protectChecks} from "../../src/checks/protect_checks.ts";
import type {CheckResult} from "../../src/checks/run_checks.ts";
import {statusOf} from "../../src/checks/status.ts";
import {isSmall} from "../../src/disclosure/primary.ts";

function found(check: string, violations: number, checked: number, source = "north"): CheckResult {
  const declared = checks.find(({name}) => name === check);
  if (declared === undefined) throw new Error(`no check ${check}`);
  const {category, severity, subject, because} = declared;
  const status = statusOf(declared, violations, checked);
  return {check, category, severity, source, subject, violations, checked, status, because};
}

function published(...results: CheckResult[]) {
  return protectChecks(results).map(({violations, checked, status}) => [violations, checked, status]);
}

describe("what is published of a check", () => {
  it("hides one to ten people, and keeps none, eleven and the status", () => {
    expect(published(found("stale_open_episodes", 0, 400))).toEqual([[0, 400, "pass"]]);
    expect(published(found("stale_open_episodes", 1, 400))).toEqual([[null, 400, "fail"]]);
    expect(published(found("stale_open_episodes", 10, 400))).toEqual([[null, 400, "fail"]]);
    expect(published(found("stale_open_episodes", 11, 400))).toEqual([[11, 400, "fail"]]);
  });

  it("hides what would leave one to ten people, and keeps what leaves nobody", () => {
    expect(published(found("stale_open_episodes", 390, 400))).toEqual([[null, 400, "fail"]]);
    expect(published(found("stale_open_episodes", 389, 400))).toEqual([[389, 400, "fail"]]);
    expect(published(found("stale_open_episodes", 400, 400))).toEqual([[400, 400, "fail"]]);
  });

  it("hides both counts where one to ten people were looked at", () => {
    expect(published(found("stale_open_episodes", 0, 9))).toEqual([[0, null, "pass"]]);
    expect(published(found("stale_open_episodes", 9, 9))).toEqual([[null, null, "fail"]]);
  });

  it("shows no two counts of one source that differ by one to ten people, and keeps the one that stands in more rows", () => {
    const rows = [
      found("rows_are_placed", 0, 403),
      found("stale_open_episodes", 0, 400),
      found("overlapping_episodes", 20, 400),
      found("identical_answers", 20, 389)
    ];
    expect(published(...rows)).toEqual([
      [0, null, "pass"],
      [0, 400, "pass"],
      [20, 400, "fail"],
      [20, 389, "fail"]
    ]);
    expect(published(found("rows_are_placed", 0, 403), found("stale_open_episodes", 0, 400, "south"))).toEqual([
      [0, 403, "pass"],
      [0, 400, "pass"]
    ]);
  });

  it("shows counts of deliveries, files, programs and months as they are", () => {
    expect(published(found("refused_deliveries", 1, 3))).toEqual([[1, 3, "fail"]]);
    expect(published(found("months_without_sessions", 2, 9))).toEqual([[2, 9, "fail"]]);
  });

  it("splits no count of people by program, whose sum over programs would tell what is hidden in one", () => {
    const byProgram = ["months_without_sessions", "instrument_stopped", "end_scores_stopped", "end_scores_missing"];
    const split = checks.filter(({name}) => [...byProgram, "attendance_without_variation"].includes(name));
    expect(split.map(({counts}) => counts)).toEqual(Array(5).fill("operations"));
  });

  it("tells nothing more of a hidden count by its status: all counts that look alike hidden have one status", () => {
    const anyCheck = fc.constantFrom(...checks.filter(({counts}) => counts === "people"));
    fc.assert(
      fc.property(anyCheck, fc.integer({min: 11, max: 400}), ({name}, checked) => {
        const small = Array.from({length: 10}, (_, index) => found(name, index + 1, checked).status);
        expect(new Set(small).size).toBe(1);
      })
    );
  });

  it("never shows a small count of people, nor one that two shown counts of a row or a source give away", () => {
    const anyResult = fc
      .tuple(fc.constantFrom(...checks), fc.nat({max: 60}), fc.nat({max: 60}))
      .map(([{name}, broken, kept]) => found(name, broken, broken + kept));
    fc.assert(
      fc.property(fc.array(anyResult, {maxLength: 12}), (results) => {
        const people = protectChecks(results).filter(
          ({check}) => checks.find(({name}) => name === check)?.counts === "people"
        );
        const shown = people.flatMap(({checked}) => (checked === null ? [] : [checked]));
        for (const {violations, checked} of people) {
          expect(isSmall(violations ?? 0)).toBe(false);
          if (violations !== null && checked !== null) expect(isSmall(checked - violations)).toBe(false);
        }
        for (const one of shown) expect(shown.filter((other) => isSmall(one - other))).toEqual([]);
        expect(shown.filter(isSmall)).toEqual([]);
      })
    );
  });
});
