import type {Model, Solution} from "highs";
import type {Random} from "../../statistics/random.ts";
import {type Bounds, type End, lowerEnd, upperEnd} from "./bounds.ts";
import {at, type Incidence} from "./incidence.ts";
import type {Solver} from "./solver.ts";
import type {TableProgram} from "./table_program.ts";

/** A count whose range a linear program found to be narrow, and the ends of ranges that make it so. */
export interface NarrowRange {
  readonly count: number;
  readonly lower: number;
  readonly upper: number;
  readonly because: readonly End[];
}

/** Solutions are exact to about this much. */
const tolerance = 1e-6;
/** A count that nothing bounds is taken to be within this much of the true one. */
const farthest = 1e4;

/**
 * Finds the counts of a table that cannot differ by `width`. Every solution found on the way shows for all of its counts how far they
 * can lie apart, so that few programs have to be solved: sums and differences of all counts not yet seen far enough apart come first,
 * then each of those that are left on its own.
 */
export class RangeSearch {
  readonly #highs: Solver;
  readonly #model: Model;
  readonly #counts: readonly number[];
  readonly #bounds: Bounds;
  readonly #incidence: Incidence;
  readonly #width: number;
  /** Linear programs solved. */
  programs = 0;

  constructor(highs: Solver, counts: readonly number[], bounds: Bounds, incidence: Incidence, width: number) {
    this.#highs = highs;
    this.#counts = counts;
    this.#bounds = bounds;
    this.#incidence = incidence;
    this.#width = width;
    this.#model = highs.createModel();
    this.#model.options.set({output_flag: false});
  }

  dispose(): void {
    this.#model.dispose();
  }

  /** The counts of the program among those examined that are too narrow. */
  narrowOf(program: TableProgram, examined: ReadonlySet<number>, random: Random): NarrowRange[] {
    if (examined.size === 0) return [];
    const seen = this.#load(program);
    const open = () =>
      [...program.columns.keys()].filter(
        (column) => examined.has(program.columns[column] ?? 0) && !this.#isWide(seen, column)
      );
    this.#searchTogether(seen, open, random);
    return open().flatMap((column) => this.#searchAlone(program, seen, column));
  }

  #load({columns, rows, starts, indices, values}: TableProgram): Seen {
    const [numCols, numRows] = [columns.length, rows.length];
    const truth = (count: number) => this.#counts[count] ?? 0;
    const nothing = new Float64Array(numRows);
    this.#model.passModel({
      numCols,
      numRows,
      colCost: new Float64Array(numCols),
      colLower: Float64Array.from(columns, (count) => at(this.#bounds.lower, count) - truth(count)),
      colUpper: Float64Array.from(columns, (count) => Math.min(at(this.#bounds.upper, count) - truth(count), farthest)),
      rowLower: nothing,
      rowUpper: nothing,
      matrix: {format: "csr", numRows, numCols, starts, indices, values}
    });
    return {lower: new Float64Array(numCols), upper: new Float64Array(numCols)};
  }

  /** Counts are whole numbers: a solution between two of them shows no more than the one nearer the truth. */
  #isWide({lower, upper}: Seen, column: number): boolean {
    return Math.floor(at(upper, column) + tolerance) - Math.ceil(at(lower, column) - tolerance) >= this.#width;
  }

  #searchTogether(seen: Seen, open: () => number[], random: Random): void {
    const costs = new Float64Array(seen.lower.length);
    for (let left = open(), idle = 0; left.length > 1 && idle < mostIdle; ) {
      costs.fill(0);
      for (const column of left) costs[column] = random.chance(0.5) ? 1 : -1;
      this.#solve(costs, seen);
      for (const column of left) costs[column] = -at(costs, column);
      this.#solve(costs, seen);
      const still = open();
      idle = still.length > left.length - 2 ? idle + 1 : 0;
      left = still;
    }
  }

  #searchAlone({columns, rows}: TableProgram, seen: Seen, column: number): NarrowRange[] {
    const because: End[] = [];
    const costs = new Float64Array(columns.length);
    for (const sign of [1, -1]) {
      costs[column] = sign;
      const solution = this.#solve(costs, seen);
      if (this.#isWide(seen, column)) return [];
      because.push(...this.#reasons(columns, rows, solution));
    }
    const count = columns[column] ?? 0;
    const truth = this.#counts[count] ?? 0;
    const lower = truth + Math.ceil(at(seen.lower, column) - tolerance);
    const upper = truth + Math.floor(at(seen.upper, column) + tolerance);
    return [{count, lower, upper, because}];
  }

  #solve(costs: Float64Array, seen: Seen): Solution {
    this.programs += 1;
    this.#model.changeColsCost({kind: "range", from: 0, to: costs.length - 1}, costs);
    if (!waysToSolve.some((way) => this.#run(way)))
      throw new Error(`a linear program of the audit ended with status ${this.#model.getModelStatus()}`);
    const solution = this.#model.getSolution();
    for (const [column, value] of solution.colValue.entries()) {
      if (value < at(seen.lower, column)) seen.lower[column] = value;
      if (value > at(seen.upper, column)) seen.upper[column] = value;
    }
    return solution;
  }

  /** Solves from the last solution on, or, where that fails, from the beginning in another way. */
  #run(way: (typeof waysToSolve)[number]): boolean {
    if (way !== usual) this.#model.clearSolver();
    this.#model.options.set(way);
    this.#model.run();
    return this.#model.getModelStatus() === this.#highs.constants.modelStatus.optimal;
  }

  /** The ends that the last solution leans on: those of the known counts of its sums, and those that its columns are held by. */
  #reasons(columns: readonly number[], rows: readonly number[], {colValue, colDual, rowDual}: Solution): End[] {
    const held = columns.flatMap((count, column) => {
      if (Math.abs(at(colDual, column)) < tolerance) return [];
      const isAtUpper = (this.#counts[count] ?? 0) + at(colValue, column) > at(this.#bounds.upper, count) - tolerance;
      return [isAtUpper ? upperEnd(count) : lowerEnd(count)];
    });
    const {starts, members} = this.#incidence;
    const known = rows.flatMap((sum, row) => {
      if (Math.abs(at(rowDual, row)) < tolerance) return [];
      const all = [...members.subarray(at(starts, sum), at(starts, sum + 1))];
      return all.filter((count) => this.#bounds.isKnown(count)).flatMap((count) => [lowerEnd(count), upperEnd(count)]);
    });
    return [...held, ...known];
  }
}

/** From each solution found so far to each column's least and greatest distance from the truth. */
interface Seen {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** The primal simplex method goes on where it ended when only what is sought changes; the others are for what it fails at. */
const usual = {presolve: "off", simplex_strategy: 4} as const;
const waysToSolve = [
  usual,
  {...usual},
  {presolve: "on", simplex_strategy: 1},
  {presolve: "on", simplex_strategy: 0}
] as const;
/** Pairs of sums and differences in a row that may show nothing new. */
const mostIdle = 2;
