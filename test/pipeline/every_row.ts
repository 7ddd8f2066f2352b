import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parquetReadObjects} from "hyparquet";
import {beforeAll, describe, expect, it} from "vitest";
import {type PublishedRow, periodAbove, readResults, readTable} from "./published_rows.ts";

/** Tests of what must hold for every row of results.csv, whatever was delivered; the release is there once tests run. */
export function testEveryRow(releaseOf: () => string): void {
  describe("every row of results.csv", () => {
    let release = "";
    let rows: PublishedRow[];
    beforeAll(() => {
      release = releaseOf();
      rows = readResults(release);
    });

    it("has a numerator within its denominator, and a value within its interval", () => {
      const wrong = rows.filter(
        ({numerator, denominator, value, lower, upper}) =>
          (numerator ?? 0) > (denominator ?? 0) ||
          (value !== null && ((lower ?? value) > value || (upper ?? value) < value))
      );
      expect(wrong).toEqual([]);
    });

    it("shows no count of 1 to 10, nor leaves one to be subtracted", () => {
      const isSmall = (count: number | null) => count !== null && count >= 1 && count <= 10;
      const small = rows.filter(
        ({units, denominator, numerator}) =>
          isSmall(units) ||
          isSmall(denominator) ||
          isSmall(numerator) ||
          (numerator !== null && isSmall((denominator ?? 0) - numerator))
      );
      expect(small).toEqual([]);
    });

    it("is empty where it is suppressed or immature, says why, and has units and no reason where it is published", () => {
      const numbersOf = ({units, denominator, numerator, value, lower, upper}: PublishedRow) => [
        units,
        denominator,
        numerator,
        value,
        lower,
        upper
      ];
      const statuses = Map.groupBy(rows, ({status}) => status);
      for (const status of ["suppressed", "immature"]) {
        const own = statuses.get(status) ?? [];
        expect(own.length).toBeGreaterThan(0);
        expect(own.filter((row) => row.reason === "" || numbersOf(row).some((number) => number !== null))).toEqual([]);
      }
      const published = statuses.get("published") ?? [];
      expect(published.length).toBeGreaterThan(1000);
      expect(published.filter(({units, value, reason}) => units === null || value === null || reason !== "")).toEqual(
        []
      );
    });

    it("has a share from 0 to 1, which is its numerator over its denominator", () => {
      const shares = rows.filter(({unit, value}) => unit === "share" && value !== null);
      expect(shares.length).toBeGreaterThan(1000);
      for (const {value, lower, upper, numerator, denominator, ...place} of shares) {
        for (const share of [value ?? -1, lower ?? 0, upper ?? 1])
          expect(share >= 0 && share <= 1, JSON.stringify(place)).toBe(true);
        if (numerator !== null) expect(value).toBeCloseTo(numerator / (denominator ?? 0), 12);
      }
    });

    it("adds up from months to quarters to years to all time, wherever all the parts are shown", () => {
      const parts = Map.groupBy(
        rows.filter((row) => row.period_type !== "all"),
        (row) => `${row.measure}|${row.breakdown}|${row.group}|${periodAbove(row)}`
      );
      let sums = 0;
      for (const whole of rows.filter(({numerator}) => numerator !== null)) {
        const {measure, breakdown, group, period_type, period} = whole;
        const own = parts.get(`${measure}|${breakdown}|${group}|${period_type}:${period}`) ?? [];
        const wanted = {all: 2, year: 4, quarter: 3, month: 0}[period_type];
        // referrals reach back into a year of which too few are known to be shown
        if (own.length !== wanted || wanted === 0 || own.some((row) => row.numerator === null)) continue;
        sums += 1;
        const sum = (count: (row: PublishedRow) => number | null) =>
          own.reduce((total, row) => total + (count(row) ?? 0), 0);
        expect(
          {denominator: sum((row) => row.denominator), numerator: sum((row) => row.numerator)},
          JSON.stringify({measure, breakdown, group, period})
        ).toEqual({denominator: whole.denominator, numerator: whole.numerator});
      }
      expect(sums).toBeGreaterThan(50);
    });

    it("stands once, and is the same in results.parquet", async () => {
      const places = rows.map((row) => [row.measure, row.breakdown, row.group, row.period_type, row.period].join("|"));
      expect(new Set(places).size).toBe(rows.length);
      const bytes = readFileSync(join(release, "results.parquet"));
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
      const read = await parquetReadObjects({file});
      const asText = (row: Record<string, unknown>) =>
        Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, cell === null ? "" : String(cell)]));
      expect(read.map(asText)).toEqual(readTable(release, "results.csv"));
    });
  });
}
