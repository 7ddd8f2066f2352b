import {describe, expect, it} from "vitest";
import {isSmall} from "../../src/disclosure/primary.ts";
import {instruments} from "../../src/instruments/index.ts";
import {maximumOf} from "../../src/instruments/instrument.ts";
import {spotKey} from "../../src/publish/lattice.ts";
import {summarizePairs} from "../../src/statistics/moments.ts";
import {regressionOfScores} from "../../src/statistics/regression_to_the_mean.ts";
import {unchangedPairs} from "../../src/statistics/unchanged_pairs.ts";
import {type ExampleRelease, isMainPlace, isShown, numberIn, placeOf} from "./example_release.ts";

/** Tests that success, six-month follow-up, natural course and curves agree with the results that they stand beside. */
export function testCompanions(exampleOf: () => ExampleRelease): void {
  const resultsByPlace = () => new Map(exampleOf().results.map((row) => [placeOf(row), row]));

  describe("success in the example organisation", () => {
    it("has response and remission of results.csv in every place, and no others", () => {
      const rows = exampleOf().table("success");
      const results = resultsByPlace();
      for (const name of ["response", "remission"]) {
        const own = rows.filter(({definition}) => definition === name);
        for (const row of own) {
          const result = results.get(placeOf(row, `${row.instrument}_${name}`));
          const {denominator, numerator, value, lower, upper} = row;
          expect([denominator, numerator, value, lower, upper].map(numberIn), placeOf(row)).toEqual([
            result?.denominator,
            result?.numerator,
            result?.value,
            result?.lower,
            result?.upper
          ]);
          expect(row.status).toBe(result?.status);
        }
        const asked = exampleOf().results.filter((row) => row.measure.endsWith(`_${name}`) && isMainPlace(row));
        expect(own.length).toBe(asked.length);
      }
      expect(rows.filter(isShown).length).toBeGreaterThan(50);
    });

    it("asks four definitions of the same episodes, of which the registered one is marked", () => {
      const rows = exampleOf().table("success");
      for (const [place, four] of Map.groupBy(rows, (row) => placeOf(row, row.instrument))) {
        expect(four.map(({definition}) => definition)).toEqual([
          "effect",
          "response",
          "reliable_improvement",
          "remission"
        ]);
        expect(four.map(({is_registered}) => is_registered)).toEqual(["no", "no", "yes", "no"]);
        const denominators = new Set(four.filter(isShown).map(({denominator}) => denominator));
        expect(denominators.size, place).toBeLessThan(2);
        for (const {numerator, denominator} of four.filter(isShown))
          expect([Number(numerator), Number(denominator) - Number(numerator)].filter(isSmall), place).toEqual([]);
      }
    });
  });

  describe("whom follow-up reached in the example organisation", () => {
    it("are as many as results.csv says, and nobody where it hides them", () => {
      const results = resultsByPlace();
      let compared = 0;
      for (const row of exampleOf()
        .table("reached")
        .filter(({unit}) => unit === "share")) {
        const result = results.get(placeOf(row, "followup_retention"));
        if (result?.status === "suppressed") expect(row.status, placeOf(row)).toBe("suppressed");
        if (row.status === "suppressed") continue;
        const [denominator, numerator] = [result?.denominator ?? 0, result?.numerator ?? 0];
        expect([row.reached_units, row.not_reached_units].map(numberIn)).toEqual([numerator, denominator - numerator]);
        compared += 1;
      }
      expect(compared).toBeGreaterThan(20);
    });

    it("have, of all, the shares of each group whose follow-up results.csv shows, and of no other", () => {
      const results = resultsByPlace();
      const groups = exampleOf()
        .table("reached")
        .filter(
          ({breakdown, unit, characteristic}) =>
            breakdown === "all" && unit === "share" && characteristic !== "completion"
        );
      let compared = 0;
      for (const row of groups.filter(isShown)) {
        const group = {...row, breakdown: row.characteristic, group: row.level};
        const result = results.get(placeOf(group, "followup_retention"));
        expect(result?.status).not.toBe("suppressed");
        const reached = Math.round(Number(row.reached) * Number(row.reached_units));
        const others = Math.round(Number(row.not_reached) * Number(row.not_reached_units));
        expect([reached, reached + others]).toEqual([result?.numerator, result?.denominator]);
        compared += 1;
      }
      expect(compared).toBeGreaterThan(10);
    });
  });

  describe("the natural course beside the example organisation", () => {
    it("expects of people who did not change what their own baselines and a retest make", () => {
      const {cells} = exampleOf();
      const rows = exampleOf().table("natural_course");
      let compared = 0;
      for (const instrument of instruments) {
        const {id, elevated_from: cutoff, remission_below} = instrument;
        const everywhere = {breakdown: "all", group: "", period_type: "all", period: ""} as const;
        const moments = cells.find(`${id}_change`, spotKey(everywhere))?.counts.moments;
        if (moments === undefined) throw new Error(`${id}: nobody was measured twice`);
        const {mean_x, sd_x} = summarizePairs(moments);
        for (const row of rows.filter(({measure}) => measure === `${id}_response` || measure === `${id}_remission`)) {
          const reliability = Number(row.reference?.replace("reliability ", ""));
          const pairs = unchangedPairs({mean: mean_x ?? 0, sd: sd_x ?? 0, reliability, maximum: maximumOf(instrument)});
          const rules = {reliable_change: 6, minimal_important_change: 5, remission_below, cutoff};
          const expected = pairs === null ? null : regressionOfScores(pairs, rules);
          const name = row.measure === `${id}_response` ? "response" : "remission";
          expect(Number(row.value)).toBeCloseTo(expected?.[name] ?? -1, 9);
          compared += 1;
        }
        for (const row of rows.filter(({measure}) => measure === `${id}_effect_size`)) {
          const points = rows.find(({measure, reference}) => measure === `${id}_change` && reference === row.reference);
          expect(Number(row.value) * (sd_x ?? 0)).toBeCloseTo(Number(points?.value), 9);
          compared += 1;
        }
      }
      expect(compared).toBeGreaterThan(20);
    });

    it("stands beside published figures of all programs over all time only", () => {
      const shown = exampleOf().results.filter(
        ({breakdown, period_type, status}) => breakdown === "all" && period_type === "all" && status === "published"
      );
      const measured = new Set(shown.map(({measure}) => measure));
      const wrong = exampleOf()
        .table("natural_course")
        .filter(({measure}) => !measured.has(measure ?? ""));
      expect(wrong).toEqual([]);
    });
  });

  describe("the curves of exits of the example organisation", () => {
    it("end with the figures of results.csv, on the day of these", () => {
      const results = resultsByPlace();
      const exits = exampleOf()
        .table("curves")
        .filter(({curve}) => curve?.endsWith("_exit"));
      const byPlace = Map.groupBy(exits, (row) => placeOf(row));
      expect(byPlace.size).toBeGreaterThan(8);
      for (const [place, curve] of byPlace) {
        const {time, value, lower, upper} = curve.at(-1) ?? {};
        const result = results.get(place);
        expect([time, value, lower, upper].map(numberIn), place).toEqual([
          84,
          result?.value,
          result?.lower,
          result?.upper
        ]);
      }
    });
  });
}
