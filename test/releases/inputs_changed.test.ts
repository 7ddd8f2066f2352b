import {describe, expect, it} from "vitest";
import {compareReleases} from "../../src/releases/compare_releases.ts";
import type {Delivery} from "../../src/releases/published_release.ts";
import {flatSettings} from "../../src/releases/settings_changed.ts";
import {causesOf} from "../../src/releases/words.ts";
import {checkRow, released, releasedBefore} from "./released.ts";

function delivery(delivered_on: string, sha256 = "a"): Delivery {
  return {source: "north", delivered_on, sequence: 0, mode: "delta", files: [{file: "episodes", sha256}]};
}

describe("definitions", () => {
  it("are named where their version changed, or only one release has the measure", () => {
    const before = releasedBefore({manifest: {definitions: {completion: "1", attendance: "1", no_show: "1"}}});
    const after = released({manifest: {definitions: {completion: "2", attendance: "1", early_dropout: "1"}}});
    expect(compareReleases(before, after).definitions).toEqual({
      changed: [{measure: "completion", label: "Completion", before: "1", after: "2"}],
      added: [{measure: "early_dropout", label: "early_dropout", before: null, after: "1"}],
      gone: [{measure: "no_show", label: "no_show", before: "1", after: null}]
    });
  });
});

describe("settings", () => {
  it("are flat, with dotted names", () => {
    const settings = {
      a: {b: 1, c: ["x", "y"]},
      d: [],
      e: null,
      f: {},
      g: [
        {on: "2025-01-01", programs: []},
        {on: "2025-05-01", programs: ["n"]}
      ]
    };
    expect(flatSettings(settings)).toEqual([
      ["a.b", "1"],
      ["a.c", "x, y"],
      ["d", "none"],
      ["e", "none"],
      ["f", "none"],
      ["g", "on 2025-01-01, programs none; on 2025-05-01, programs n"]
    ]);
  });

  it("are listed where they are not the same, and where only one release has them", () => {
    const before = releasedBefore({manifest: {settings: {success: {definition: "remission"}, old: true, same: 1}}});
    const after = released({manifest: {settings: {success: {definition: "recovery"}, late: 45, same: 1}}});
    expect(compareReleases(before, after).settings).toEqual([
      {name: "late", before: null, after: "45"},
      {name: "old", before: "true", after: null},
      {name: "success.definition", before: "remission", after: "recovery"}
    ]);
  });
});

describe("deliveries", () => {
  it("are new, gone, of other bytes, or refused since", () => {
    const before = {
      inputs: [delivery("2026-01-31"), delivery("2026-02-28"), delivery("2026-02-27")],
      refused: [{folder: "a", code: "half_size"}]
    };
    const after = {
      inputs: [delivery("2026-01-31"), delivery("2026-02-28", "b"), delivery("2026-03-31")],
      refused: [{folder: "b", code: "unknown_file"}]
    };
    const {deliveries} = compareReleases(releasedBefore({manifest: before}), released({manifest: after}));
    const dates = (list: readonly {delivered_on: string}[]) => list.map(({delivered_on}) => delivered_on);
    expect([deliveries.added, deliveries.changed, deliveries.gone].map(dates)).toEqual([
      ["2026-03-31"],
      ["2026-02-28"],
      ["2026-02-27"]
    ]);
    expect(deliveries.refused).toEqual(after.refused);
    expect(deliveries.no_longer_refused).toEqual(before.refused);
  });
});

describe("checks", () => {
  it("are listed where they fail in one release only", () => {
    const checks = (statuses: Record<string, string>) =>
      Object.entries(statuses).map(([check, status]) => checkRow({check, status}));
    const before = releasedBefore({checks: checks({a: "pass_with_rows", b: "fail", c: "fail", d: "pass"})});
    const after = released({checks: checks({a: "fail", b: "pass", c: "fail", d: "pass", e: "fail"})});
    const {began_to_fail, no_longer_fail} = compareReleases(before, after).checks;
    expect(began_to_fail.map(({check, before: was}) => [check, was])).toEqual([
      ["a", "pass_with_rows"],
      ["e", null]
    ]);
    expect(no_longer_fail.map(({check, after: is}) => [check, is])).toEqual([["b", "pass"]]);
  });
});

describe("what may explain a number that moved", () => {
  it("is nothing where all that is known is the same", () => {
    expect(causesOf(compareReleases(releasedBefore(), released()))).toEqual([]);
  });

  it("names what differs", () => {
    const changed = {
      ...{inputs: [delivery("2026-03-31")], definitions: {completion: "2", attendance: "1"}},
      ...{settings: {minimum_units: 30}, code_version: "0.4.0"}
    };
    expect(causesOf(compareReleases(releasedBefore(), released({manifest: changed})))).toEqual([
      "1 delivery more: rows that came late, or correct earlier ones",
      "another definition: Completion",
      "other settings: minimum_units",
      "another version of Plumbline: 0.3.0, then 0.4.0"
    ]);
  });
});
