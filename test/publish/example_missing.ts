import {beforeAll, describe, expect, it} from "vitest";
import {isSmall} from "../../src/disclosure/primary.ts";
import {measures} from "../../src/measures/index.ts";
import {isOverUnits} from "../../src/measures/measure.ts";
import {isCountedAgainst, outcomesWithMissing} from "../../src/measures/pattern_statement.ts";
import type {PublishedRow} from "../pipeline/published_rows.ts";
import {type ExampleRelease, isMainPlace, isShown, numberIn, placeOf} from "./example_release.ts";

const outcomes = new Map(outcomesWithMissing(measures.filter(isOverUnits)).map((outcome) => [outcome.id, outcome]));

/** Tests that missing.csv says the same as what stands beside it, and nothing that this hides. */
export function testMissingScores(exampleOf: () => ExampleRelease): void {
  describe("missing scores of the example organisation", () => {
    let rows: readonly Record<string, string>[];
    let results: Map<string, PublishedRow>;
    beforeAll(() => {
      rows = exampleOf().table("missing");
      results = new Map(exampleOf().results.map((row) => [placeOf(row), row]));
    });

    const shown = () => rows.filter(({assumption, eligible}) => assumption === "observed" && eligible !== "");

    it("stand beside every outcome that is shown, hidden or not", () => {
      const asked = [...results.values()].filter(
        (row) => outcomes.has(row.measure) && isMainPlace(row) && isShown(row)
      );
      expect(asked.length).toBeGreaterThan(150);
      expect(new Set(rows.map((row) => placeOf(row)))).toEqual(new Set(asked.map((row) => placeOf(row))));
    });

    it("are observed, or counted as failures, exactly as in results.csv", () => {
      const compared = {observed: 0, failure: 0};
      for (const row of rows.filter(({status}) => status !== "suppressed")) {
        const outcome = outcomes.get(row.measure ?? "");
        const isFailure = outcome !== undefined && isCountedAgainst(outcome);
        const assumption = isFailure ? "failure" : "observed";
        if (row.assumption !== assumption) continue;
        const result = results.get(placeOf(row));
        const units = isFailure ? row.eligible : row.measured;
        const {value, lower, upper} = row;
        expect([units, value, lower, upper].map(numberIn), placeOf(row)).toEqual([
          result?.units,
          result?.value,
          result?.lower,
          result?.upper
        ]);
        compared[assumption] += 1;
      }
      expect(compared.observed).toBeGreaterThan(80);
      expect(compared.failure).toBeGreaterThan(2);
    });

    it("keep every figure between the worst and the best", () => {
      for (const [place, panel] of Map.groupBy(rows, (row) => placeOf(row))) {
        const valueUnder = (name: string) => numberIn(panel.find(({assumption}) => assumption === name)?.value);
        const [worst, best] = [valueUnder("worst"), valueUnder("best")];
        if (worst === null || best === null) continue;
        for (const name of ["observed", "failure", "no_change", "weighted"]) {
          const value = valueUnder(name) ?? worst;
          expect(value >= worst - 1e-12 && value <= best + 1e-12, `${place} ${name}`).toBe(true);
        }
      }
    });

    it("are of people on a step of the outcome's own ladder that is shown", () => {
      const steps = Map.groupBy(exampleOf().table("ladder"), (row) => placeOf(row));
      for (const row of shown())
        expect(
          (steps.get(placeOf(row)) ?? []).map(({count}) => count),
          placeOf(row)
        ).toContain(row.eligible);
    });

    it("leave no count of 1 to 10 to be subtracted, within their place, from the result and its ladder", () => {
      const steps = Map.groupBy(
        exampleOf()
          .table("ladder")
          .filter(({step, step_order}) => step !== "referred" && Number(step_order) < 100),
        (row) => placeOf(row)
      );
      expect(shown().length).toBeGreaterThan(80);
      for (const row of shown()) {
        const ladder = (steps.get(placeOf(row)) ?? []).map(({count}) => numberIn(count));
        const counts = [...ladder, numberIn(row.eligible), numberIn(row.measured)].filter((count) => count !== null);
        const differences = counts.flatMap((one) => counts.map((other) => one - other));
        expect(differences.filter(isSmall), placeOf(row)).toEqual([]);
        if (row.unit !== "share") continue;
        const measured = Number(row.measured);
        const numerator = Math.round(Number(row.value) * measured);
        expect([numerator, measured - numerator].filter(isSmall), placeOf(row)).toEqual([]);
      }
    });

    it("have weights from 50 measured on, and a reason where they have none", () => {
      const weighted = rows.filter(({assumption}) => assumption === "weighted");
      for (const {measured, status, value, reason} of weighted) {
        if (Number(measured) < 50) expect(status).toBe("insufficient");
        expect([value === "", reason !== ""]).toEqual(status === "insufficient" ? [true, true] : [false, false]);
      }
      expect(weighted.filter(({status}) => status === "published").length).toBeGreaterThan(50);
    });
  });
}
