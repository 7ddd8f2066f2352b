import {type CellCheck, cellCheck} from "./contract/cell_check.ts";
import type {Contract} from "./contract/contract.ts";
import {cellAt, type Layout} from "./layout.ts";

/**
 * Whether a statement is free of defects of its own, for the many rows that are; cells are as many as the header has. The checks
 * are specialised once for the file, its header and the date of its delivery. Agrees with row_schema.ts (held by a property test).
 */
export function rowCheck(contract: Contract, {places, delete: deletePlace}: Layout, deliveredOn: string) {
  const checks: CellCheck[] = contract.columns.map(({cell}) => cellCheck(cell, deliveredOn));
  const required = contract.columns.map((column) => column.required);
  const placeOf = new Map(contract.columns.map(({name}, index) => [name, places[index] ?? -1]));
  const {rowDefect} = contract;
  let row: readonly string[] = [];
  const cellOf = (name: string) => cellAt(row, placeOf.get(name));

  return function isSound(cells: readonly string[]): boolean {
    if (deletePlace >= 0 && cells[deletePlace] !== "") return false;
    for (let index = 0; index < checks.length; index++) {
      const cell = cellAt(cells, places[index]);
      if (cell === "" ? required[index] : !checks[index]?.(cell)) return false;
    }
    row = cells;
    return rowDefect === undefined || rowDefect(cellOf) === null;
  };
}
