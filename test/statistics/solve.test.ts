import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {independentColumns} from "../../src/statistics/independent_columns.ts";
import {choleskyFactor, dot, invert, solve} from "../../src/statistics/solve.ts";

describe("a symmetric positive definite system", () => {
  it("is solved, inverted and factored in an example done by hand", () => {
    const matrix = [
      [4, 2],
      [2, 3]
    ];
    expect(solve(matrix, [8, 8])).toEqual([expect.closeTo(1, 12), expect.closeTo(2, 12)]);
    expect(invert(matrix)?.flat()).toEqual([0.375, -0.25, -0.25, 0.5].map((each) => expect.closeTo(each, 12)));
    expect(choleskyFactor(matrix)?.flat()).toEqual([2, 1, Math.SQRT2].map((each) => expect.closeTo(each, 12)));
  });

  it("has no solution where the matrix is singular or indefinite", () => {
    const singular = [
      [1, 2],
      [2, 4]
    ];
    const indefinite = [
      [1, 2],
      [2, 1]
    ];
    expect(solve(singular, [1, 1])).toBeNull();
    expect(invert(indefinite)).toBeNull();
  });

  it("gives back the right side", () => {
    const number = fc.double({min: -5, max: 5, noNaN: true});
    const rows = fc.array(fc.array(number, {minLength: 3, maxLength: 3}), {minLength: 3, maxLength: 3});
    fc.assert(
      fc.property(rows, fc.array(number, {minLength: 3, maxLength: 3}), (root, right) => {
        const matrix = root.map((one, i) => root.map((other, j) => dot(one, other) + (i === j ? 1 : 0)));
        const solution = solve(matrix, right) ?? [];
        for (const [i, row] of matrix.entries()) expect(dot(row, solution)).toBeCloseTo(right[i] ?? Number.NaN, 9);
      })
    );
  });
});

describe("the columns of a design", () => {
  it("are kept from left to right while they say something new", () => {
    expect(
      independentColumns([
        [1, 1, 0, 3],
        [1, 0, 1, 3],
        [1, 1, 0, 5]
      ])
    ).toEqual([0, 1, 3]);
  });

  it("are none where there are no rows, and a column of zeros says nothing", () => {
    expect(independentColumns([])).toEqual([]);
    expect(independentColumns([[0, 2]])).toEqual([1]);
  });
});
