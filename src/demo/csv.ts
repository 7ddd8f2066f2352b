/** One line of RFC 4180 CSV without its end; a cell is quoted where it must be. */
export function csvLine(cells: readonly string[]): string {
  return cells.map(quoted).join(",");
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
