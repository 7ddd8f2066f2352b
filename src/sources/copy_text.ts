import {hash} from "node:crypto";
import type {Contract} from "./contract/contract.ts";
import {cellAt, type Layout} from "./layout.ts";

/** Columns of staging and record tables that copyText fills, in order. */
export function copyColumns({columns, derived}: Contract): string[] {
  const own = columns.map(({record}) => record);
  return [...own, "row_hash", "line", ...(derived === undefined ? [] : [derived.record])];
}

/**
 * Returns what writes a statement in COPY text format, without the end of the line: its cells in canonical order, their md5, its
 * line and what is derived. The hash is of the cells' text, so that equal hashes mean that every cell has the same text. Columns
 * that came later follow the others in it with their name, and only where they are given: rows hashed without them stay equal.
 */
export function statementWriter({columns, derived}: Contract, {places}: Layout) {
  const derivedPlace = places[columns.findIndex(({name}) => name === derived?.of)] ?? -1;
  const first = columns.filter(({isLater}) => !isLater).length;
  const names = columns.map(({name}) => name);

  return function write(cells: readonly string[], line: number, isPlain: boolean): string {
    let text = "";
    for (let index = 0; index < first; index++) text += `${copyCell(cellAt(cells, places[index]), isPlain)}\t`;
    let hashed = text;
    for (let index = first; index < places.length; index++) {
      const cell = cellAt(cells, places[index]);
      const copied = copyCell(cell, isPlain);
      text += `${copied}\t`;
      if (cell !== "") hashed += `${names[index]}\t${copied}\t`;
    }
    const row = `${text}${hash("md5", hashed)}\t${line}`;
    return derived === undefined ? row : `${row}\t${derived.textOf(cellAt(cells, derivedPlace))}`;
  };
}

/** A delete in COPY text format, without the end of the line: its key and its line, nothing else. */
export function deleteText(contract: Contract, key: string, line: number): string {
  const nulls = "\t\\N".repeat(contract.columns.length);
  return `${copyCell(key, false)}${nulls}\t${line}${contract.derived === undefined ? "" : "\t\\N"}`;
}

const escapes: Readonly<Record<string, string>> = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"};

/** A cell in COPY text format; an empty cell is null. A plain cell holds nothing to escape. */
export function copyCell(cell: string, isPlain: boolean): string {
  if (cell === "") return "\\N";
  return isPlain ? cell : cell.replaceAll(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign);
}
