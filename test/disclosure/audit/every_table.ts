import type {CountSystem} from "../../../src/disclosure/count_system.ts";

/** Groups by periods, with all totals: the counts of a table as a system, and where each stands. */
export function tableSystem(cells: readonly (readonly number[])[], isSmall: (count: number) => boolean): CountSystem {
  const [rows, columns] = [cells.length, cells[0]?.length ?? 0];
  const at = (row: number, column: number) => row * columns + column;
  const counts = cells.flat();
  const sums: {whole: number; parts: number[]}[] = [];
  const addTotal = (parts: number[]) => {
    const whole = counts.push(parts.reduce((sum, part) => sum + (counts[part] ?? 0), 0)) - 1;
    sums.push({whole, parts});
    return whole;
  };
  const rowTotals = cells.map((row, index) => addTotal(row.map((_, column) => at(index, column))));
  const columnTotals = Array.from({length: columns}, (_, column) =>
    addTotal(Array.from({length: rows}, (_, row) => at(row, column)))
  );
  const all = addTotal(rowTotals);
  sums.push({whole: all, parts: columnTotals});
  return {counts, sums, sensitive: counts.map(isSmall)};
}

/**
 * Between what each count of a table lies for a reader of some of them: by writing down every table of cells from 0 to `most` that
 * agrees with all that was told.
 */
export function rangesByEveryTable(
  {counts, sums}: CountSystem,
  told: ReadonlySet<number>,
  cells: number,
  most: number
): (readonly [lower: number, upper: number])[] {
  const ranges = counts.map(() => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number]);
  const table = new Array<number>(counts.length).fill(0);
  const write = (cell: number): void => {
    if (cell < cells) {
      const [from, to] = told.has(cell) ? [counts[cell] ?? 0, counts[cell] ?? 0] : [0, most];
      for (let value = from; value <= to; value += 1) {
        table[cell] = value;
        write(cell + 1);
      }
      return;
    }
    for (const {whole, parts} of sums) table[whole] = parts.reduce((sum, part) => sum + (table[part] ?? 0), 0);
    if (![...told].every((count) => table[count] === counts[count])) return;
    for (const [count, value] of table.entries()) {
      const range = ranges[count];
      if (range !== undefined) [range[0], range[1]] = [Math.min(range[0], value), Math.max(range[1], value)];
    }
  };
  write(0);
  return ranges;
}
