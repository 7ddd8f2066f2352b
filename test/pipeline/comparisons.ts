import {beforeAll, describe, expect, it} from "vitest";
import {type PublishedRow, readResults, readTable} from "./published_rows.ts";

/** Tests that what is compared and adjusted is what results.csv shows; the release is there once tests run. */
export function testComparisons(releaseOf: () => string): void {
  describe("what is compared and adjusted", () => {
    let release = "";
    let results: Map<string, PublishedRow>;
    beforeAll(() => {
      release = releaseOf();
      results = new Map(readResults(release).map((row) => [placeOf(row), row]));
    });

    it("holds shown groups against the rest of shown totals, of which no small count is left", () => {
      const compared = readTable(release, "comparison.csv").filter(({difference}) => difference !== "");
      expect(compared.length).toBeGreaterThan(100);
      for (const row of compared) {
        const own = results.get(placeOf(row));
        const all = results.get(placeOf({...row, breakdown: "all", group: ""}));
        expect([own?.status, all?.status], placeOf(row)).not.toContain("suppressed");
        const rest = {units: left(all?.units, own?.units), numerator: left(all?.numerator, own?.numerator)};
        expect([row.units, row.value, row.rest_units]).toEqual([own?.units, own?.value, rest.units].map(String));
        if (own?.unit !== "share" || own.units !== own.denominator) continue;
        expect(Number(row.rest_value)).toBeCloseTo(rest.numerator / rest.units, 12);
        expect([rest.units, rest.numerator, rest.units - rest.numerator].filter(isSmall)).toEqual([]);
      }
    });

    it("adjusts the counts of programs and sites that are shown, and no others", () => {
      const adjusted = readTable(release, "adjusted.csv").map((row): Record<string, string> => {
        return {...row, period_type: row.period === "" ? "all" : "year"};
      });
      expect(adjusted.length).toBeGreaterThan(0);
      for (const row of adjusted) {
        const {units, numerator, status} = results.get(placeOf(row)) ?? {};
        expect([row.units, row.observed]).toEqual([units, numerator].map((count) => String(count ?? "")));
        expect(row.expected === "" || status !== "suppressed").toBe(true);
      }
    });

    it("has a model or a reason for each measure that is adjusted", () => {
      const adjusted = new Set(readTable(release, "adjusted.csv").map(({measure}) => measure));
      const models = readTable(release, "models.csv");
      expect(new Set(models.map(({measure}) => measure))).toEqual(adjusted);
      for (const {c_statistic, status, reason} of models)
        expect([status, c_statistic !== "", reason === ""]).toEqual(
          status === "published" ? ["published", true, true] : ["insufficient", false, false]
        );
    });
  });
}

type Placed = {readonly [Column in "measure" | "breakdown" | "group" | "period_type" | "period"]?: string};

function placeOf({measure, breakdown, group, period_type, period}: Placed): string {
  return [measure, breakdown, group, period_type, period].join("|");
}

function left(all: number | null | undefined, own: number | null | undefined): number {
  return (all ?? 0) - (own ?? 0);
}

function isSmall(count: number): boolean {
  return count >= 1 && count <= 10;
}
