import {readFile} from "node:fs/promises";
import {basename} from "node:path";
import {beginning, hashOf, type LedgerLine, type Link, readLine} from "./entry.ts";
import {type Head, headFile, readHead} from "./head.ts";

/** The first thing that is not as it was written: where, what was expected there, what was found. */
export interface Difference {
  readonly place: string;
  readonly expected: string;
  readonly found: string;
}

/** A ledger as it stands on disk. */
export interface Ledger {
  /** Lines up to the first difference. */
  readonly lines: readonly LedgerLine[];
  /** The last of these lines, or the beginning. */
  readonly last: Link;
  /** Bytes of the whole lines; what follows them is a line that was being appended when its process ended. */
  readonly whole_bytes: number;
  readonly torn_bytes: number;
  /** An append was cut off between its first step and its last. */
  readonly is_unfinished: boolean;
  readonly difference: Difference | null;
}

/**
 * Reads a ledger and its head, and follows the chain. Every line must be, byte for byte, what was appended, in its place, and
 * the head must name the last of them. The one liberty: an append that was cut off has announced its hash in the head, so
 * that its line may be there, in part or not at all.
 */
export async function readLedger(file: string): Promise<Ledger> {
  const {bytes, head} = await readAtRest(file);
  const {pieces, torn} = piecesOf(bytes ?? Buffer.alloc(0));
  const {lines, difference} = followChain(pieces, basename(file));
  const last = lines.at(-1) ?? beginning;
  return {
    lines,
    last,
    whole_bytes: (bytes?.length ?? 0) - torn,
    torn_bytes: torn,
    is_unfinished: head !== null && head !== "unreadable" && head.next !== null,
    difference: difference ?? headDifference(file, {isThere: bytes !== null, last, lines, torn, head})
  };
}

/** The ledger and its head of one moment: an append between the two looks changes the head. */
async function readAtRest(file: string): Promise<{bytes: Buffer | null; head: Head | null | "unreadable"}> {
  for (;;) {
    const before = await readHead(file);
    const bytes = await readFile(file).catch(absent);
    const head = await readHead(file);
    if (JSON.stringify(before) === JSON.stringify(head)) return {bytes, head};
  }
}

function piecesOf(bytes: Buffer): {pieces: Buffer[]; torn: number} {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
    pieces.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return {pieces, torn: bytes.length - from};
}

function followChain(pieces: readonly Buffer[], name: string) {
  const lines: LedgerLine[] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = lines.at(-1) ?? beginning;
    const line = readLine(piece);
    const difference = lineDifference(line, before, `${name}:${index + 1}`);
    if (difference !== null || line === null) return {lines, difference};
    lines.push(line);
  }
  return {lines, difference: null};
}

function lineDifference(line: LedgerLine | null, before: Link, place: string): Difference | null {
  if (line === null) return {place, expected: "an entry as it was appended", found: "other text"};
  if (line.sequence !== before.sequence + 1)
    return {place, expected: `entry ${before.sequence + 1}`, found: `entry ${line.sequence}`};
  if (line.hash !== hashOf(line)) return {place, expected: "the hash of what the entry says", found: "another"};
  if (line.previous === before.hash) return null;
  return {place, expected: `an entry that follows ${named(before)}`, found: "one that follows another"};
}

interface End {
  readonly isThere: boolean;
  readonly last: Link;
  readonly lines: readonly LedgerLine[];
  readonly torn: number;
  readonly head: Head | null | "unreadable";
}

function headDifference(file: string, {isThere, last, lines, torn, head}: End): Difference | null {
  const [ledger, place] = [basename(file), basename(headFile(file))];
  if (head === "unreadable") return {place, expected: "the head as it was written", found: "other text"};
  if (head === null) return isThere ? {place, expected: named(last), found: "no such file"} : null;
  if (torn > 0 && head.next === null)
    return {place: `${ledger}:${lines.length + 1}`, expected: "whole lines only", found: "the beginning of one"};
  const isAppended = head.next !== null && last.sequence === head.sequence + 1 && last.hash === head.next;
  if (isAppended && lines.at(-1)?.previous === head.hash) return null;
  if (last.sequence === head.sequence && last.hash === head.hash) return null;
  if (last.sequence < head.sequence)
    return {place: ledger, expected: `${named(head)} at its end`, found: `its end after ${named(last)}`};
  return {place, expected: named(last), found: named(head)};
}

function named({sequence, hash}: Link): string {
  return sequence === 0 ? "the beginning" : `entry ${sequence} (${hash.slice(0, 12)})`;
}

function absent(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
