import {createHash} from "node:crypto";
import {describe, expect, it} from "vitest";
import {type Example, exampleOrganisation} from "../../src/demo/example.ts";
import {isDefective} from "./judge_row.ts";
import {foldExample, keyOf, placeOf, type ReadDelivery, readAccepted} from "./read_example.ts";

const example = exampleOrganisation();
const accepted = readAccepted(example);
const {answer_sheet: sheet} = example;

function hashOf({deliveries, answer_sheet}: Example): string {
  const hash = createHash("sha256").update(JSON.stringify(answer_sheet));
  for (const {folder, files} of deliveries)
    for (const {name, chunks} of files) hash.update(`${folder}/${name}\n${[...chunks].join("")}`);
  return hash.digest("hex");
}

/** Keys that stand in a file in more than one row that differ, or beside a delete. */
function doubled({rows}: ReadDelivery): Set<string> {
  const groups = [...Map.groupBy(rows, (row) => `${row.file}/${keyOf(row)}`).values()];
  const differing = groups.filter((same) => new Set(same.map(({cells}) => JSON.stringify(cells))).size > 1);
  return new Set(differing.flatMap((same) => same.map(placeOf)));
}

describe("the example organisation", () => {
  it("is the same bytes for the same seed and others for another", () => {
    expect(hashOf(exampleOrganisation())).toBe(hashOf(example));
    expect(hashOf(exampleOrganisation({seed: 2}))).not.toBe(hashOf(example));
  });

  it("stays the bytes it was on the machine where it was first made", () => {
    expect(hashOf(example)).toMatchInlineSnapshot(`"f97e2f675e4caa8d0df57026abfed29439cc99618813a33f9c46f988cd796d72"`);
  });

  it("says SYNTHETIC in the source, in every program's name and on the answer sheet", () => {
    expect(sheet.options.source).toContain("synthetic");
    expect(sheet.label).toContain("SYNTHETIC");
    const names = accepted.flatMap(({rows}) =>
      rows.filter(({file}) => file === "programs.csv").map(({cells}) => cells.name)
    );
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) expect(name).toMatch(/^SYNTHETIC /);
  });

  it("has a defect in every row that the answer sheet names, and in no other", () => {
    const wrong = accepted.flatMap((delivery) => {
      const twice = doubled(delivery);
      return delivery.rows
        .filter((row) => twice.has(placeOf(row)) || isDefective(row, delivery.delivered_on))
        .map(placeOf);
    });
    const planted = sheet.planted.rows.filter(({kind}) => kind === "defect").map(placeOf);
    expect(wrong.sort()).toEqual(planted.sort());
  });

  it("plants every code that a row can carry, mended and not", () => {
    const codes = new Set(sheet.planted.rows.map(({code}) => code));
    expect([...codes].sort()).toEqual(
      [
        "ragged_row",
        "duplicate_key",
        "required_empty",
        "key_too_long",
        "bad_value",
        "bad_date",
        "future_date",
        "discharged_before_admitted",
        "closing_incomplete",
        "item_out_of_range",
        "total_out_of_range",
        "items_of_other_instrument",
        "score_mismatch",
        "no_score_no_reason",
        "unknown_parent",
        "session_outside_episode",
        "assessment_too_early",
        "second_open_episode"
      ].sort()
    );
    const contexts = sheet.planted.rows.filter(({kind}) => kind === "context");
    expect(new Set(contexts.map(({code, mended}) => `${code} ${mended}`)).size).toBe(8);
  });

  it("plants the rows under the keys that it names", () => {
    const rows = new Map(accepted.flatMap(({rows}) => rows.map((row) => [placeOf(row), row])));
    for (const planted of sheet.planted.rows) {
      const row = rows.get(placeOf(planted));
      expect(row === undefined ? null : keyOf(row)).toBe(planted.key);
    }
  });

  it("counts rows that end somewhere, as many as its files have and its control totals say", () => {
    for (const {delivery, files} of sheet.expected_counts) {
      const read = accepted.find(({folder}) => folder === delivery);
      const rows = Object.entries(Object.groupBy(read?.rows ?? [], ({file}) => file.replace(".csv", "")));
      expect(Object.fromEntries(files.map((one) => [one.file, one.read]))).toEqual(
        Object.fromEntries(rows.map(([file, all]) => [file, all?.length]))
      );
      for (const one of files) {
        expect(one.accepted + one.corrected + one.unchanged + one.deleted + one.quarantined).toBe(one.read);
        expect(read?.counts[one.file] ?? one.read).toBe(one.read);
      }
    }
  });

  it("has corrections, unchanged rows, deletions, quarantined and withdrawn rows", () => {
    const files = sheet.expected_counts.flatMap((delivery) => delivery.files);
    for (const fate of ["corrected", "unchanged", "deleted", "quarantined", "withdrawn"] as const)
      expect(files.reduce((sum, one) => sum + one[fate], 0)).toBeGreaterThan(2);
  });

  it("ends with the rows that its truth counts", () => {
    const rows = foldExample(example);
    for (const {file, current, waiting} of sheet.truth.files)
      expect([file, rows.get(`${file}.csv`)?.size]).toEqual([file, current - waiting]);
  });

  it("arrives in another order than that of its dates", () => {
    const order = sheet.expected_counts.map(({delivery}) => delivery);
    expect(order.toSorted()).not.toEqual(order);
    expect(sheet.expected_counts.map(({delivered_on}) => delivered_on).toSorted()).toEqual(
      sheet.expected_counts.map(({delivered_on}) => delivered_on)
    );
  });

  it("sends again what was refused after the system upgrade and what was cut off", () => {
    const folders = new Set(sheet.expected_counts.map(({delivery}) => delivery));
    const codes = new Map(sheet.refused.map(({delivery, code}) => [delivery, code]));
    const {to = ""} = sheet.incidents.upgrade ?? {};
    expect(codes.get(to)).toBe("identifier_column");
    expect(folders.has(`${to}-resent`)).toBe(true);
    const cut = sheet.refused.find(({code}) => code === "counts_disagree")?.delivery ?? "";
    expect(folders.has(cut.replace("-truncated", ""))).toBe(true);
  });

  it("fits eighteen months and another start, and refuses what cannot hold its incidents", () => {
    const other = exampleOrganisation({months: 18, first_month: "2023-11", episodes_per_year: 200, seed: 5});
    expect(other.answer_sheet.as_of).toBe("2025-04-30");
    expect(new Set(other.answer_sheet.planted.rows.map(({code}) => code)).size).toBe(18);
    expect(() => exampleOrganisation({months: 6})).toThrow("months: expected a whole number from 18 to 120");
    expect(() => exampleOrganisation({first_month: "April"})).toThrow("first_month: expected YYYY-MM");
  });
});
