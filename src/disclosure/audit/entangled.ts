import {at} from "./incidence.ts";
import type {TableLists, TableProgram} from "./table_program.ts";

/**
 * The parts of a program where sums meet in more than one way, each apart from the others. Elsewhere, where sums hang together like the
 * branches of a tree, nothing follows from all of them that does not follow from one after the other.
 */
export function entangled({columns, rows, starts, indices, values}: TableProgram): TableProgram[] {
  const trees = new Trees(columns.length);
  for (const row of rows.keys()) trees.join(indices.slice(starts[row], starts[row + 1]));
  const parts = new Map<number, TableLists>();
  const placeOf = new Int32Array(columns.length);
  for (const [column, count] of columns.entries()) {
    if (!trees.hasLoop(column)) continue;
    const root = trees.root(column);
    const part = parts.get(root) ?? {columns: [], rows: [], starts: [0], indices: [], values: []};
    parts.set(root, part);
    placeOf[column] = part.columns.push(count) - 1;
  }
  for (const [row, sum] of rows.entries()) {
    const part = parts.get(trees.root(indices[starts[row] ?? 0] ?? 0));
    if (part === undefined) continue;
    for (let index = starts[row] ?? 0; index < (starts[row + 1] ?? 0); index += 1) {
      part.indices.push(at(placeOf, indices[index] ?? 0));
      part.values.push(values[index] ?? 0);
    }
    part.starts.push(part.indices.length);
    part.rows.push(sum);
  }
  return [...parts.values()];
}

/** Columns that hang together, and whether they do so in more than one way. */
class Trees {
  readonly #parents: Int32Array;
  readonly #loops: Uint8Array;

  constructor(columns: number) {
    this.#parents = Int32Array.from({length: columns}, (_, column) => column);
    this.#loops = new Uint8Array(columns);
  }

  hasLoop(column: number): boolean {
    return this.#loops[this.root(column)] === 1;
  }

  join([first, ...others]: readonly number[]): void {
    if (first === undefined) return;
    for (const column of others) {
      const [root, other] = [this.root(first), this.root(column)];
      this.#loops[root] = root === other ? 1 : at(this.#loops, root) | at(this.#loops, other);
      this.#parents[other] = root;
    }
  }

  root(column: number): number {
    let root = column;
    while (at(this.#parents, root) !== root) {
      this.#parents[root] = at(this.#parents, at(this.#parents, root));
      root = at(this.#parents, root);
    }
    return root;
  }
}
