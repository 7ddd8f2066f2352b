import {describe, expect, it} from "vitest";
import {vodimRows} from "../../src/dashboard/charts/vodim_spec.ts";
import type {VodimRow} from "../../src/dashboard/published.ts";

function drawn(counts: Partial<VodimRow>) {
  const [row] = vodimRows([
    {
      ...{source: "north", file: "clients", column: "birth_sex", period_type: "all", period: ""},
      ...{checked: 100, valid: 100, other: 0, default: 0, invalid: 0, missing: 0, status: "published"},
      ...counts
    }
  ]);
  if (row === undefined) throw new Error("no row");
  const length = (part: string) => Number(row[`${part}_to`]) - Number(row[`${part}_from`]);
  return {row, length};
}

describe("a bar of what a coded column holds", () => {
  it("gives each class its share of the rows checked, and its letter where there is room", () => {
    const {row, length} = drawn({valid: 60, default: 37, missing: 3});
    expect([length("valid"), length("default"), length("missing")].map((share) => share.toFixed(2))).toEqual([
      "0.60",
      "0.37",
      "0.03"
    ]);
    expect([row.valid_letter, row.default_letter, row.missing_letter]).toEqual(["V", "D", ""]);
    expect(row.words).toBe("Birth sex: V 60, D 37, M 3, of 100");
  });

  it("gives what is hidden only the length that the others leave, and says that it is hidden", () => {
    const {row, length} = drawn({valid: 80, other: null, invalid: null});
    expect(length("hidden")).toBeCloseTo(0.2);
    expect(length("other") + length("invalid")).toBe(0);
    expect(row.words).toBe("Birth sex: V 80, O hidden, I hidden, of 100");
    expect(drawn({valid: 80, missing: 20}).length("hidden")).toBe(0);
  });

  it("is never longer than the whole, though each count was rounded up", () => {
    const {row, length} = drawn({valid: 90, other: 20, missing: 10});
    expect(row.missing_to).toBeCloseTo(1);
    expect(length("valid")).toBeCloseTo(0.75);
  });
});
