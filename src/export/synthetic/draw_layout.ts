import type {Random} from "../../statistics/random.ts";
import type {Value} from "../table.ts";
import {deckOf} from "./draw_values.ts";
import type {Grain, TableInputs, TwinInputs} from "./twin_inputs.ts";

/** A row that is to be filled: the numbers of its person and episode, and the codes of its primary key. */
export interface Slot {
  readonly person: number;
  readonly episode: number;
  readonly codes: ReadonlyMap<string, Value>;
}

export interface Layout {
  readonly persons: number;
  /** By episode, the number of its person. */
  readonly person_of: readonly number[];
  /** By table, its rows in order. */
  readonly slots: ReadonlyMap<string, readonly Slot[]>;
}

/** Of five persons one comes back. */
const shareReturning = 0.2;

/** People with their episodes and empty rows: as many that the first table has about so many rows, and each code has a place. */
export function drawLayout(
  {tables, people_return}: TwinInputs,
  rows: number,
  randomFor: (...subject: string[]) => Random
): Layout {
  const mostCodes = Math.max(
    0,
    ...tables.flatMap(({declared}) => declared.fields.map(({levels}) => levels?.length ?? 0))
  );
  const [first] = tables;
  const episodes = Math.max(4 * mostCodes + 12, Math.ceil(rows / (first?.rows_each ?? 1)));
  const random = randomFor("people");
  const personOf: number[] = [];
  let persons = 0;
  while (personOf.length < episodes) {
    personOf.push(persons);
    if (people_return && personOf.length < episodes && random.chance(shareReturning)) personOf.push(persons);
    persons += 1;
  }
  const slots = new Map(
    tables.map((table, index) => [
      table.declared.name,
      rowsOf(table, {persons, personOf, isFirst: index === 0}, randomFor(table.declared.name, "rows"))
    ])
  );
  return {persons, person_of: personOf, slots};
}

interface People {
  readonly persons: number;
  readonly personOf: readonly number[];
  readonly isFirst: boolean;
}

function rowsOf(table: TableInputs, {persons, personOf, isFirst}: People, random: Random): Slot[] {
  const none: ReadonlyMap<string, Value> = new Map();
  if (table.one_row_for === "person")
    return Array.from({length: persons}, (_, person) => ({person, episode: personOf.indexOf(person), codes: none}));
  const episodes = personOf.map((person, episode): Slot => ({person, episode, codes: none}));
  if (table.one_row_for === "episode") return episodes;
  const fewest = isFirst ? 1 : 0;
  const several = episodes.flatMap((slot) =>
    Array.from({length: random.between(fewest, 2 * table.rows_each - fewest)}, () => slot)
  );
  return withCodes(table, several, random);
}

/** Rows with the codes of their primary key, in the order of these; where nothing else tells two rows apart, one of them. */
function withCodes({declared, columns}: TableInputs, slots: readonly Slot[], random: Random): Slot[] {
  const parts = columns.filter(({name, shape}) => declared.primary_key.includes(name) && shape?.kind === "codes");
  const decks = parts.map(({name, shape}) => ({
    name,
    codes: shape === null ? [] : deckOf(shape, slots.length, random)
  }));
  const levels = (name: string) =>
    declared.fields.find((field) => field.name === name)?.levels?.map(({code}) => code) ?? [];
  const coded = slots.map((slot, row) => ({
    ...slot,
    codes: new Map(decks.map(({name, codes}) => [name, codes[row] ?? null]))
  }));
  const place = ({episode, codes}: Slot) => [
    episode,
    ...[...codes].map(([name, code]) => levels(name).indexOf(code ?? ""))
  ];
  const ordered = coded.sort((a, b) => {
    const other = place(b);
    return place(a).reduce((so, part, index) => so || part - (other[index] ?? 0), 0);
  });
  const isToldApart = columns.some(
    ({name, role, shape}) =>
      declared.primary_key.includes(name) &&
      (role === "counter" || role === "key" || (role === "value" && shape?.kind !== "codes"))
  );
  if (isToldApart) return ordered;
  return [...new Map(ordered.map((slot) => [JSON.stringify(place(slot)), slot])).values()];
}

/** The number of what a row of a table is filled for, at a grain. */
export function unitOf(slot: Slot, row: number, grain: Grain): number {
  if (grain === "row") return row;
  return grain === "person" ? slot.person : slot.episode;
}
