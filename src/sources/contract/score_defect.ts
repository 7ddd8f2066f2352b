import type {Defect, DefectCode} from "../defects.ts";
import type {CellOf} from "./contract.ts";

export const itemColumns = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `item_${number}`);

/** Items and highest total of each instrument; every item is 0-3. */
const instruments: Readonly<Record<string, {readonly items: number; readonly maximum: number}>> = {
  phq9: {items: 9, maximum: 27},
  gad7: {items: 7, maximum: 21}
};

/** What the items, the total and the reason of an assessment have wrong, in the order of the delivery format. */
export function scoreDefect(cellOf: CellOf): Defect | null {
  const instrument = instruments[cellOf("instrument")];
  if (instrument === undefined) return null;
  const given = itemColumns.filter((item) => cellOf(item) !== "");
  const wrong = given.find((item) => !/^0*[0-3]$/.test(cellOf(item)));
  if (wrong !== undefined) return {code: "item_out_of_range", column: wrong};
  const total = cellOf("total");
  if (total !== "" && !isTotal(total, instrument.maximum)) return {code: "total_out_of_range", column: "total"};
  const other = given.find((item) => itemColumns.indexOf(item) >= instrument.items);
  if (other !== undefined) return {code: "items_of_other_instrument", column: other};
  const code = sumDefect(
    given.map((item) => Number(cellOf(item))),
    total,
    instrument.items
  );
  if (code !== null) return {code, column: "total"};
  if (given.length > 0 || total !== "" || cellOf("missing_reason") !== "") return null;
  return {code: "no_score_no_reason", column: null};
}

function isTotal(text: string, maximum: number): boolean {
  return /^[0-9]+$/.test(text) && Number(text) <= maximum;
}

/** A missing item can add 0 to 3, so the total must lie between the sum and the sum plus three for each. */
function sumDefect(items: readonly number[], total: string, expected: number): DefectCode | null {
  if (total === "") return null;
  const sum = items.reduce((left, right) => left + right, 0);
  const value = Number(total);
  return value < sum || value > sum + 3 * (expected - items.length) ? "score_mismatch" : null;
}
