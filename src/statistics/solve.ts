/** Rows of equal length. */
export type Matrix = readonly (readonly number[])[];

/**
 * The x with matrix · x = right, for a symmetric positive definite matrix; null where it is not one (to rounding).
 *
 * Method: Cholesky factor, then forward and backward substitution.
 * Source: https://netlib.org/lapack/lug/ (POTRF and POTRS); R: chol2inv(chol(A)) %*% b.
 *
 * @example solve([[4, 2], [2, 3]], [8, 8]) // [1, 2]
 */
export function solve(matrix: Matrix, right: readonly number[]): number[] | null {
  const factor = choleskyFactor(matrix);
  return factor === null ? null : backward(factor, forward(factor, right));
}

/**
 * The inverse of a symmetric positive definite matrix; null where it is not one (to rounding).
 *
 * @example invert([[4, 2], [2, 3]]) // [[0.375, -0.25], [-0.25, 0.5]]
 */
export function invert(matrix: Matrix): number[][] | null {
  const factor = choleskyFactor(matrix);
  if (factor === null) return null;
  return matrix.map((_, i) =>
    backward(
      factor,
      forward(
        factor,
        matrix.map((__, j) => (i === j ? 1 : 0))
      )
    )
  );
}

/**
 * The lower triangle L with L · Lᵀ = matrix, row i having i + 1 members; null where the matrix is not positive
 * definite: where less of a diagonal member is left than its own rounding could have made.
 *
 * @example choleskyFactor([[4, 2], [2, 3]]) // [[2], [1, 1.41421]]
 */
export function choleskyFactor(matrix: Matrix): number[][] | null {
  const factor: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const line = forward(factor, row.slice(0, i));
    const left = at(row, i) - dot(line, line);
    if (!(left > 1e-12 * at(row, i))) return null;
    factor.push([...line, Math.sqrt(left)]);
  }
  return factor;
}

/** The sum of products of the members both have. */
export function dot(first: readonly number[], second: readonly number[]): number {
  let sum = 0;
  const length = Math.min(first.length, second.length);
  for (let i = 0; i < length; i++) sum += at(first, i) * at(second, i);
  return sum;
}

function forward(factor: Matrix, right: readonly number[]): number[] {
  const solution: number[] = [];
  for (const [i, row] of factor.entries()) solution.push((at(right, i) - dot(solution, row)) / at(row, i));
  return solution;
}

function backward(factor: Matrix, right: readonly number[]): number[] {
  const solution = [...right];
  for (const [i, row] of [...factor.entries()].toReversed()) {
    const value = at(solution, i) / at(row, i);
    for (let j = 0; j < i; j++) solution[j] = at(solution, j) - at(row, j) * value;
    solution[i] = value;
  }
  return solution;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}
