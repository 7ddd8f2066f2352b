import {isSmall} from "./primary.ts";

/** How many rows of a file there are for one reason. */
export interface PartCount {
  readonly code: string;
  readonly rows: number;
}

/** What rows are said to be there for where the reasons are not told apart. */
export const several = "several";

/**
 * The counts of the parts of a whole as they may be published, where the whole is told elsewhere, and all in tens: 1 to 10 rows are
 * hidden (null). Where so little is left for the hidden ones that one could not be 10, the smallest shown is hidden too, and where
 * that does not help, the parts become one row, whose code is "several". Every part has rows.
 */
export function protectParts<Part extends PartCount>(
  parts: readonly Part[]
): (Omit<Part, "rows"> & {readonly rows: number | null})[] {
  const ascending = [...parts].sort((a, b) => a.rows - b.rows);
  const whole = parts.reduce((sum, {rows}) => sum + rows, 0);
  let hidden = ascending.filter(({rows}) => isSmall(rows)).length;
  while (hidden > 0 && !isWide(whole, ascending, hidden)) {
    const [first] = parts;
    if (hidden === parts.length && first !== undefined)
      return [{...first, code: several, rows: isSmall(whole) ? null : whole}];
    hidden += 1;
  }
  const kept = new Set(ascending.slice(hidden));
  return parts.map((part) => (kept.has(part) ? part : {...part, rows: null}));
}

/** Whether any hidden part could be 10 while each of the others is at least 1, and the shown ones the least that their tens say. */
function isWide(whole: number, ascending: readonly PartCount[], hidden: number): boolean {
  const shown = ascending.slice(hidden).reduce((sum, {rows}) => sum + tens(rows) - 9, 0);
  return tens(whole) - shown - (hidden - 1) >= 10;
}

function tens(count: number): number {
  return 10 * Math.ceil(count / 10);
}
