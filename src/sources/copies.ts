import {hash} from "node:crypto";
import type {DeliveryFile} from "./find_deliveries.ts";
import {KeyTable} from "./key_table.ts";
import {type Layout, readLayout} from "./layout.ts";
import {readRows} from "./read_rows.ts";

/** A key that stands more than once in a file. */
export interface Copy {
  /** Line of the first row with the key: the one that is kept where the rows are the same. */
  readonly line: number;
  readonly differ: boolean;
}

interface Met {
  readonly line: number;
  readonly digest: string;
  rows: number;
  differ: boolean;
}

/**
 * Finds the keys that stand more than once in a file, in two readings of it: one to suspect, one to be certain. A ragged row makes
 * no copy, and a row without a key is none. Rows are the same if all cells of the contract's columns and _delete are.
 */
export async function findCopies(
  file: DeliveryFile,
  open: () => AsyncIterable<Buffer>
): Promise<ReadonlyMap<string, Copy>> {
  const keys = new KeyTable();
  await forEachKey(file, open(), (key) => keys.add(key));
  const met = new Map<string, Met>();
  if (!keys.hasSuspects) return met;
  await forEachKey(file, open(), (key, cells, line, layout) => {
    if (keys.isSuspect(key)) meet(met, key, line, digestOf(cells, layout));
  });
  for (const [key, {rows}] of met) if (rows === 1) met.delete(key);
  return met;
}

type OnKey = (key: string, cells: readonly string[], line: number, layout: Layout) => void;

async function forEachKey({contract, place}: DeliveryFile, bytes: AsyncIterable<Buffer>, onKey: OnKey): Promise<void> {
  let layout = readLayout([], contract);
  const pieces = readRows(bytes, place, {
    onHeader: (header) => {
      layout = readLayout(header, contract);
    },
    onRow: (cells, line) => {
      const key = cells[layout.key] ?? "";
      if (key !== "" && cells.length === layout.width) onKey(key, cells, line, layout);
    }
  });
  for await (const _ of pieces);
}

function meet(met: Map<string, Met>, key: string, line: number, digest: string): void {
  const earlier = met.get(key);
  if (earlier === undefined) {
    met.set(detached(key), {line, digest, rows: 1, differ: false});
    return;
  }
  earlier.rows++;
  earlier.differ ||= earlier.digest !== digest;
}

/** NUL cannot stand in a cell, so the joined cells cannot be mistaken for others. */
function digestOf(cells: readonly string[], {places, delete: deletePlace}: Layout): string {
  return hash("md5", [...places, deletePlace].map((place) => cells[place] ?? "").join("\0"));
}

/** A part of a string keeps the whole alive: a key that is kept must not hold on to its piece of the file. */
function detached(text: string): string {
  return Buffer.from(text).toString();
}
