import type {Bounds} from "./bounds.ts";
import {at, type Incidence} from "./incidence.ts";

/** Counts that are looked at together. */
export type AuditTable = readonly number[];

/**
 * The linear program of a table: a column for each of its counts that is not known, a row for each sum of which nothing
 * but known counts lies outside it.
 * Columns say how far a count is from the true one, so that every row adds up to nothing, and nothing is moved at all is a solution.
 */
export interface TableProgram {
  /** The count of each column. */
  readonly columns: readonly number[];
  /** The sum of each row. */
  readonly rows: readonly number[];
  readonly starts: readonly number[];
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

/** A program while it is put together. */
export type TableLists = {readonly [List in keyof TableProgram]: number[]};

/** Finds the sums inside tables; one after the other, with one list of places for all. */
export class TablePrograms {
  readonly #bounds: Bounds;
  readonly #incidence: Incidence;
  /** For each count the table that it was last seen in, and its column there; for each sum the table. */
  readonly #tableOf: Int32Array;
  readonly #columnOf: Int32Array;
  readonly #seenIn: Int32Array;
  #table = 0;

  constructor(bounds: Bounds, incidence: Incidence) {
    this.#bounds = bounds;
    this.#incidence = incidence;
    this.#tableOf = new Int32Array(bounds.lower.length);
    this.#columnOf = new Int32Array(bounds.lower.length);
    this.#seenIn = new Int32Array(incidence.starts.length);
  }

  /** The program of a table. */
  of(counts: AuditTable): TableProgram {
    this.#table += 1;
    const columns: number[] = [];
    for (const count of counts) {
      if (this.#tableOf[count] === this.#table || this.#bounds.isKnown(count)) continue;
      this.#tableOf[count] = this.#table;
      this.#columnOf[count] = columns.length;
      columns.push(count);
    }
    const program: TableLists = {columns, rows: [], starts: [0], indices: [], values: []};
    const {sumStarts, sums} = this.#incidence;
    for (const count of columns)
      for (let index = at(sumStarts, count); index < at(sumStarts, count + 1); index += 1)
        this.#addRow(program, at(sums, index));
    return program;
  }

  #isWithin(count: number): boolean {
    return this.#tableOf[count] === this.#table || this.#bounds.isKnown(count);
  }

  #addRow({rows, starts, indices, values}: TableLists, sum: number): void {
    if (this.#seenIn[sum] === this.#table) return;
    this.#seenIn[sum] = this.#table;
    const [first, last] = [at(this.#incidence.starts, sum), at(this.#incidence.starts, sum + 1)];
    for (let index = first; index < last; index += 1) if (!this.#isWithin(at(this.#incidence.members, index))) return;
    for (let index = first; index < last; index += 1) {
      const count = at(this.#incidence.members, index);
      if (this.#bounds.isKnown(count)) continue;
      indices.push(at(this.#columnOf, count));
      values.push(index === first ? 1 : -1);
    }
    rows.push(sum);
    starts.push(indices.length);
  }
}
