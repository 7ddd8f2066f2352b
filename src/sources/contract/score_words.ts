import {instruments} from "../../instruments/index.ts";
import {type Instrument, maximumOf} from "../../instruments/instrument.ts";

/** Ranges of the items, for messages: "0 to 3 (PHQ-9, GAD-7) or 0 to 4 (PCL-5)". */
export const itemRanges = rangesUpTo(({item_scores}) => item_scores.to);

/** Ranges of the totals, for messages: "0 to 27 (PHQ-9) or 0 to 21 (GAD-7)". */
export const totalRanges = rangesUpTo(maximumOf);

/** How many items each instrument has, for messages: "PHQ-9 has 9, GAD-7 has 7". */
export const itemCounts = instruments.map(({label, items}) => `${label} has ${items.length}`).join(", ");

function rangesUpTo(highestOf: (instrument: Instrument) => number): string {
  const groups = [...Map.groupBy(instruments, highestOf)];
  const ranges = groups.map(([highest, all]) => `0 to ${highest} (${all.map(({label}) => label).join(", ")})`);
  const last = ranges.pop() ?? "";
  return ranges.length === 0 ? last : `${ranges.join(", ")} or ${last}`;
}
