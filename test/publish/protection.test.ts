import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {protectFileCounts} from "../../src/disclosure/file_counts.ts";
import {hiddenReason, isSmall} from "../../src/disclosure/primary.ts";
import {profiles} from "../../src/disclosure/profile.ts";
import {measures} from "../../src/measures/index.ts";
import {Cells} from "../../src/publish/cells.ts";
import {curveCandidates} from "../../src/publish/curve_candidates.ts";
import {type CurveRow, curves} from "../../src/publish/curves.ts";
import {judgeCells} from "../../src/publish/judge_cells.ts";
import {spotKey} from "../../src/publish/lattice.ts";
import type {Result} from "../../src/publish/result.ts";
import {resultCandidates, resultKey} from "../../src/publish/result_candidates.ts";
import {defaultSettings} from "../../src/settings.ts";
import {kaplanMeier, type SurvivalTime} from "../../src/statistics/kaplan_meier.ts";
import {protectResults, showsOf} from "./protected.ts";
import {resultRow, shareRow} from "./result_rows.ts";

const mean = {measure: "phq9_change", unit: "points", value: 4} as const;
const exits = {measure: "planned_exit", units: 100, denominator: 100, value: 0.07} as const;
const program = (group: string) => ({breakdown: "program", group}) as const;

describe("primary suppression, profile cms11", () => {
  it.each([
    ["1 in the numerator", shareRow(1, 200)],
    ["10 in the numerator", shareRow(10, 200)],
    ["10 not in the numerator", shareRow(190, 200)],
    ["10 people in all", shareRow(0, 10)],
    ["a mean over 10 people", resultRow({...mean, units: 10, denominator: 10})],
    ["5 episodes with 100 sessions", shareRow(50, 100, {measure: "attendance", units: 5})],
    ["60 meetings of 9 people", resultRow({measure: "group_size", units: 60, denominator: 60, value: 7, guarded: [9]})],
    ["7 sessions missed", shareRow(7, 900, {measure: "attendance", units: 60})],
    ["7 who left as planned, by a share of times", resultRow({...exits, guarded: [7, 93]})]
  ])("hides %s with everything made of it", (_, small) => {
    const nothing = {units: null, denominator: null, numerator: null, value: null, lower: null, upper: null};
    expect(protectResults([small])).toEqual([
      {...small, ...nothing, status: "suppressed", reason: hiddenReason, guarded: []}
    ]);
  });

  it.each([
    ["none of 200", shareRow(0, 200)],
    ["all of 200", shareRow(200, 200)],
    ["11 of 22", shareRow(11, 22)],
    ["a mean over 11", resultRow({...mean, units: 11, denominator: 11})],
    [
      "60 meetings of 11 people",
      resultRow({measure: "group_size", units: 60, denominator: 60, value: 7, guarded: [11]})
    ]
  ])("shows %s", (_, enough) => {
    expect(protectResults([enough])).toEqual([enough]);
  });

  it("gives no reason that tells whether a row's own counts are small, or those of another", () => {
    const programs = [shareRow(60, 120), shareRow(30, 90, program("a")), shareRow(30, 30, program("b"))];
    expect(protectResults(programs)).toEqual(programs);
    const few = [shareRow(35, 120), shareRow(30, 90, program("a")), shareRow(5, 30, program("b"))];
    const [all, ...hidden] = protectResults(few);
    expect(all).toEqual(few[0]);
    expect(new Set(hidden.map(({reason, units}) => `${reason} ${units}`))).toEqual(new Set([`${hiddenReason} null`]));
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

describe("a curve of waiting", () => {
  it("never steps by 1 to 10 seen, nor over 1 to 10 who still wait, nor with 1 to 10 at risk", () => {
    const times = fc
      .uniqueArray(
        fc.record({
          time: fc.integer({min: 1, max: 120}),
          events: fc.integer({min: 0, max: 14}),
          censored: fc.integer({min: 0, max: 6})
        }),
        {selector: ({time}) => time, minLength: 1, maxLength: 60, size: "max"}
      )
      .map((steps) => steps.sort((a, b) => a.time - b.time));
    let count = 0;
    fc.assert(
      fc.property(times, (steps) => {
        const curve = publishedCurve(steps);
        curve.forEach((step, index) => {
          expect(isSmall(step.events)).toBe(false);
          const before = curve[index - 1];
          if (before === undefined) return;
          expect(isSmall(step.at_risk)).toBe(false);
          if (index > 1) expect(isSmall(before.at_risk - before.events - step.at_risk)).toBe(false);
          const seen = steps.reduce(
            (sum, {time, events}) => (time <= step.time && time > before.time ? sum + events : sum),
            0
          );
          expect(step.events).toBe(seen);
          expect(step.value).toBe(kaplanMeier(steps).findLast(({time}) => time <= step.time)?.survival);
          count += 1;
        });
      }),
      {numRuns: 50}
    );
    expect(count).toBeGreaterThan(100);
  });

  it("tells nothing of those seen within 48 hours, and from then on until its first step, that their measure hides", () => {
    const everyone = {breakdown: "all", group: "", period_type: "all", period: ""} as const;
    const firstStep = (seenLater: number) => {
      const steps = [
        {time: 1, events: 40, censored: 0},
        {time: 5, events: seenLater, censored: 0},
        {time: 20, events: 30, censored: 0},
        {time: 100, events: 0, censored: 50}
      ];
      const within = shareRow(40, 120 + seenLater, {measure: "seen_within_48_hours", ...everyone});
      return publishedCurve(steps, [within])[1]?.time;
    };
    expect(firstStep(15)).toBe(7);
    expect(firstStep(4)).toBe(21);
  });
});

/** The curve of all who waited, as a release of it and some results would show it. */
function publishedCurve(steps: readonly SurvivalTime[], beside: readonly Result[] = []): CurveRow[] {
  const place = {breakdown: "all", group: "", period_type: "all", period: ""} as const;
  const cells = new Cells();
  const counts = cells.at("time_to_first_service", {...place, key: spotKey(place)});
  counts.n = steps.reduce((sum, {events, censored}) => sum + events + censored, 0);
  counts.days = new Map([
    ["seen", new Map(steps.map(({time, events}) => [time, events]))],
    ["open", new Map(steps.map(({time, censored}) => [time, censored]))]
  ]);
  const results = judgeCells(cells, {measures, settings: defaultSettings, as_of: "2026-03-31"});
  const candidates = resultCandidates([...beside, ...results], measures, profiles.cms11);
  const shows = showsOf([...candidates, ...curveCandidates(cells.values(), measures, defaultSettings)]);
  const shown = results.filter((result) => shows(resultKey(result)));
  return curves(cells, shown, measures, defaultSettings, shows);
}
