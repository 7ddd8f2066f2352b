import {dot, type Matrix} from "./solve.ts";

/**
 * Which columns of a design (by index, ascending) a regression can tell apart: from left to right, a column that is
 * a linear combination of those kept before it is left out, as R leaves it out and calls it NA.
 *
 * Method: modified Gram-Schmidt, twice against rounding; a column is dependent when less than 1e-7 of its length is
 * left.
 * Source: https://stat.ethz.ch/R-manual/R-patched/library/base/html/qr.html (the pivoting of LINPACK's dqrdc2).
 *
 * @example independentColumns([[1, 1, 0], [1, 0, 1], [1, 1, 0]]) // [0, 1]: the third is the first less the second
 */
export function independentColumns(rows: Matrix): number[] {
  const kept: number[] = [];
  const basis: number[][] = [];
  for (let index = 0; index < (rows[0]?.length ?? 0); index++) {
    const column = rows.map((row) => row[index] ?? 0);
    const left = without(basis, without(basis, column));
    const length = Math.sqrt(dot(left, left));
    if (!(length > 1e-7 * Math.sqrt(dot(column, column)))) continue;
    kept.push(index);
    basis.push(left.map((value) => value / length));
  }
  return kept;
}

function without(basis: Matrix, column: readonly number[]): number[] {
  const left = [...column];
  for (const direction of basis) {
    const part = dot(left, direction);
    for (let row = 0; row < left.length; row++) left[row] = (left[row] ?? 0) - part * (direction[row] ?? 0);
  }
  return left;
}
