import {type Contract, characters, longestKey} from "./contract/contract.ts";
import type {Copy} from "./copies.ts";
import type {Defect} from "./defects.ts";
import {defectFinder} from "./first_defect.ts";
import type {Layout} from "./layout.ts";
import {rowCheck} from "./row_check.ts";

/** What a row is: something said, something deleted, an identical copy of an earlier row, or a defect. */
export type Verdict = "statement" | "delete" | "copy" | Defect;

/** Returns what says of each row of a file what it is, from the row and its delivery alone. */
export function rowSorter(contract: Contract, layout: Layout, deliveredOn: string, copies: ReadonlyMap<string, Copy>) {
  const isSound = rowCheck(contract, layout, deliveredOn);
  const firstDefect = defectFinder(contract, layout, deliveredOn);
  const keyColumn = contract.columns[0].name;

  return function sort(cells: readonly string[], line: number): Verdict {
    if (cells.length !== layout.width) return {code: "ragged_row", column: null};
    const key = cells[layout.key] ?? "";
    const copy = copies.size === 0 ? undefined : copies.get(key);
    if (copy?.differ) return {code: "duplicate_key", column: keyColumn};
    if (copy !== undefined && copy.line !== line) return "copy";
    if (layout.delete >= 0 && cells[layout.delete] === "1") return sortDelete(key, keyColumn);
    if (isSound(cells)) return "statement";
    const defect = firstDefect(cells);
    if (defect === null)
      throw new Error(`${contract.file}: the fast check and the row schema disagree on line ${line}`);
    return defect;
  };
}

/** A delete needs its key and nothing else. */
function sortDelete(key: string, column: string): Verdict {
  if (key === "") return {code: "required_empty", column};
  return characters(key) > longestKey ? {code: "key_too_long", column} : "delete";
}
