import fc from "fast-check";
import {expect, it} from "vitest";
import {scoreDefect} from "../../src/sources/contract/score_defect.ts";

/** Number of items, highest answer and highest total, written out here: not read from the declarations. */
const scales = {phq9: [9, 3, 27], gad7: [7, 3, 21], pcl5: [20, 4, 80]} as const;

interface Row {
  readonly instrument: keyof typeof scales;
  readonly items: readonly string[];
  readonly total: string;
  readonly missing_reason: string;
}

/** The delivery format read plainly: the first code that applies, with its column. */
function plainly({instrument, items, total, missing_reason}: Row): string | null {
  const [count, highest, maximum] = scales[instrument];
  const outside = (text: string, most: number) => text !== "" && (!/^\d+$/.test(text) || Number(text) > most);
  const wrong = items.findIndex((item) => outside(item, highest));
  if (wrong >= 0) return `item_out_of_range item_${wrong + 1}`;
  if (outside(total, maximum)) return "total_out_of_range total";
  const foreign = items.findIndex((item, index) => index >= count && item !== "");
  if (foreign >= 0) return `items_of_other_instrument item_${foreign + 1}`;
  const own = Array.from({length: count}, (_, index) => items[index] ?? "");
  const least = own.reduce((sum, item) => sum + Number(item), 0);
  const most = own.reduce((sum, item) => sum + (item === "" ? highest : Number(item)), 0);
  if (total !== "" && (Number(total) < least || Number(total) > most)) return "score_mismatch total";
  return own.every((item) => item === "") && total === "" && missing_reason === "" ? "no_score_no_reason null" : null;
}

const answer = fc.oneof(
  {weight: 12, arbitrary: fc.constantFrom("0", "1", "2", "3")},
  {weight: 6, arbitrary: fc.constant("")},
  {weight: 1, arbitrary: fc.constantFrom("4", "5", "03", "-1", "1.0", "x", "10")}
);

/** Mostly as many items as the instrument has, sometimes some of another's. */
const row: fc.Arbitrary<Row> = fc.constantFrom("phq9", "gad7", "pcl5").chain((instrument) =>
  fc.record({
    instrument: fc.constant(instrument),
    items: fc
      .oneof(
        {weight: 5, arbitrary: fc.constant(scales[instrument][0])},
        {weight: 1, arbitrary: fc.constantFrom(0, 8, 10, 12, 20)}
      )
      .chain((length) => fc.array(answer, {minLength: length, maxLength: length})),
    total: fc.oneof(fc.constant(""), fc.nat({max: 82}).map(String), fc.constantFrom("12.5", "ten")),
    missing_reason: fc.constantFrom("", "refused")
  })
);

it("names the defect that a plain reading of the format names, for every instrument", () => {
  const found = new Set<string>();
  fc.assert(
    fc.property(row, ({instrument, items, total, missing_reason}) => {
      const cells = new Map([
        ["instrument", instrument],
        ["total", total],
        ["missing_reason", missing_reason]
      ]);
      for (const [index, item] of items.entries()) cells.set(`item_${index + 1}`, item);
      const defect = scoreDefect((column) => cells.get(column) ?? "");
      const expected = plainly({instrument, items, total, missing_reason});
      expect(defect === null ? null : `${defect.code} ${defect.column}`).toBe(expected);
      found.add(`${instrument} ${defect?.code ?? "sound"}`);
    }),
    {numRuns: 4000}
  );
  // each instrument in each of the six ways, but for items beyond the PCL-5's, for which there is no column
  expect(found.size).toBe(3 * 6 - 1);
});

it("says nothing of an instrument that is not declared: its code is the defect", () => {
  expect(scoreDefect((column) => (column === "instrument" ? "phq-9" : "99"))).toBe(null);
});
