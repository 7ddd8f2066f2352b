import {fillIn} from "./fill_in.ts";
import {nameOf} from "./notes.ts";
import type {PublishedProgram} from "./places.ts";
import {readFiles, type TableOf} from "./read_files.ts";
import {isAmong, type Who} from "./who.ts";

/** What follows from published files, and what of it should not. */
export interface Attacked {
  /** Counts that stand in no file, by who and where. */
  readonly derived: ReadonlyMap<string, number>;
  /** What somebody learns who should not, in words. */
  readonly leaks: readonly string[];
  /** How many counts were held against each other. */
  readonly compared: number;
}

function isSmall(count: number): boolean {
  return count >= 1 && count <= 10;
}

/**
 * Reads the files like somebody who wants to know who is in a small group: fills in every sum of which one count is hidden, adds up
 * what is left where several are, and takes every group from those that it is part of.
 */
export function attack(table: TableOf, programs: readonly PublishedProgram[]): Attacked {
  const notes = readFiles(table);
  const {known, equations} = notes.all(programs);
  const {counts, leftOver} = fillIn(known, equations);
  const derived = new Map([...counts].filter(([name]) => !known.has(name)));
  const leaks = [...counts, ...leftOver].flatMap(([name, count]) => (isSmall(count) ? [`${name}: ${count}`] : []));
  let compared = 0;
  for (const [some, others] of pairs(notes.people()))
    for (const key of notes.placesOf(some)) {
      const [part, whole] = [counts.get(nameOf(some, key)), counts.get(nameOf(others, key))];
      if (part === undefined || whole === undefined) continue;
      compared += 1;
      if (isSmall(whole - part)) leaks.push(`${nameOf(others, key)} less ${some.name}: ${whole - part}`);
    }
  return {derived, leaks, compared};
}

function pairs(people: readonly Who[]): (readonly [some: Who, others: Who])[] {
  return [...Map.groupBy(people, ({kind}) => kind).values()].flatMap((own) =>
    own.flatMap((some) => own.filter((others) => isAmong(some, others)).map((others) => [some, others] as const))
  );
}
