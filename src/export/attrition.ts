import {isSmall} from "../disclosure/primary.ts";
import type {Selection} from "./select_subjects.ts";
import type {Field, Table} from "./table.ts";

const last = "given out: what the protection of people left";

/**
 * The attrition table of a cohort: how many episodes were left after each step, the rows that are given out being the last. A count
 * is hidden where it is 1 to 10, and where it differs by 1 to 10 from the next one that is shown.
 */
export function attritionOf(left: Selection["left"], given: number): Table {
  const steps = [...left, {words: last, episodes: given}];
  const shown = shownCounts(steps.map(({episodes}) => episodes));
  return {
    name: "attrition",
    grain: "a step on the way into the cohort",
    fields,
    primary_key: ["step_order"],
    rows: steps.map(({words}, order) => {
      const count = shown[order] ?? null;
      return [order, words, count, count === null ? "hidden" : "shown"];
    })
  };
}

/** The steps alone, for a file that must not tell how many people there are. */
export function withoutCounts({rows, ...table}: Table): Table {
  return {...table, rows: rows.map(([order = null, step = null]) => [order, step, null, "hidden"])};
}

/**
 * Counts that fall, as they may be shown: from the last one back, since whoever has the rows can count them.
 *
 * @example shownCounts([100, 96, 60, 60, 55]) // [100, null, null, null, 55]
 */
export function shownCounts(counts: readonly number[]): (number | null)[] {
  let below = counts.at(-1) ?? 0;
  return counts
    .toReversed()
    .map((count) => {
      if (isSmall(count) || isSmall(count - below)) return null;
      below = count;
      return count;
    })
    .toReversed();
}

const common = {levels: null, unit: null, missing_reason: null, sensitivity: "none", source: "the request"} as const;

const fields: readonly Field[] = [
  {
    ...common,
    name: "step_order",
    label: "Order of the step",
    type: "integer",
    derivation: "from 0, all that are known"
  },
  {...common, name: "step", label: "Who is left after it", type: "string", derivation: "the request, in words"},
  {
    ...common,
    name: "episodes",
    label: "Episodes left",
    type: "integer",
    unit: "episodes",
    missing_reason: "status",
    derivation: "counted; empty where it, or what lies between it and the next one shown, is 1 to 10"
  },
  {
    ...common,
    name: "status",
    label: "Whether the count is shown",
    type: "string",
    levels: [
      {code: "shown", label: "shown"},
      {code: "hidden", label: "hidden to protect people"}
    ],
    derivation: "from the count"
  }
];
