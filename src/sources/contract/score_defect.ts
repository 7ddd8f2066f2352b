import {instruments} from "../../instruments/index.ts";
import {maximumOf, mostItems} from "../../instruments/instrument.ts";
import type {Defect} from "../defects.ts";
import type {CellOf} from "./contract.ts";

export const itemColumns: readonly string[] = Array.from({length: mostItems}, (_, index) => `item_${index + 1}`);

/** Items, highest answer and highest total of each instrument. */
const scales = new Map(
  instruments.map((one) => [one.id, {items: one.items.length, highest: one.item_scores.to, maximum: maximumOf(one)}])
);

/** What the items, the total and the reason of an assessment have wrong, in the order of the delivery format. */
export function scoreDefect(cellOf: CellOf): Defect | null {
  const scale = scales.get(cellOf("instrument"));
  if (scale === undefined) return null;
  const {items, highest, maximum} = scale;
  let sum = 0;
  let answered = 0;
  let foreign: string | null = null;
  for (let at = 0; at < itemColumns.length; at++) {
    const item = itemColumns[at] ?? "";
    const text = cellOf(item);
    if (text === "") continue;
    if (!isWholeTo(highest, text)) return {code: "item_out_of_range", column: item};
    sum += Number(text);
    answered++;
    if (at >= items) foreign ??= item;
  }
  const total = cellOf("total");
  if (total !== "" && !isWholeTo(maximum, total)) return {code: "total_out_of_range", column: "total"};
  if (foreign !== null) return {code: "items_of_other_instrument", column: foreign};
  // a missing item can add from nothing to the highest answer
  if (total !== "" && (Number(total) < sum || Number(total) > sum + highest * (items - answered)))
    return {code: "score_mismatch", column: "total"};
  if (answered > 0 || total !== "" || cellOf("missing_reason") !== "") return null;
  return {code: "no_score_no_reason", column: null};
}

function isWholeTo(highest: number, text: string): boolean {
  return /^[0-9]+$/.test(text) && Number(text) <= highest;
}
