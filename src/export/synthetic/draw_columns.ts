import type {Random} from "../../statistics/random.ts";
import type {Value} from "../table.ts";
import {type Layout, unitOf} from "./draw_layout.ts";
import {deckOf, shuffled} from "./draw_values.ts";
import type {ColumnInputs, Condition, Emptiness, Grain, TableInputs} from "./twin_inputs.ts";

/** What was drawn so far, by unit: of a row, an episode or a person. */
export interface Drawn {
  readonly layout: Layout;
  /** By table and column; tables share what is drawn for episodes and persons. */
  readonly values: Map<string, {readonly grain: Grain; readonly values: Value[]}>;
  readonly empty: Map<string, {readonly grain: Grain; readonly is: readonly boolean[]}>;
}

const order: readonly Grain[] = ["person", "episode", "row"];

/** Draws the columns of codes that are never empty, on which it may depend where others are. */
export function drawFullCodes(table: TableInputs, drawn: Drawn, randomFor: (...subject: string[]) => Random): void {
  for (const column of table.columns) {
    const isFull = table.emptiness.some(({columns, share}) => share === 0 && columns.includes(column.name));
    if (isFull && column.role === "value" && column.shape?.kind === "codes")
      drawValues(table, column, drawn, randomFor);
  }
}

/** Draws where the columns of a table are empty. */
export function drawEmptiness(table: TableInputs, drawn: Drawn, randomFor: (...subject: string[]) => Random): void {
  for (const empty of table.emptiness) {
    const [first = ""] = empty.columns;
    const shared = keyOf(table, first, empty.grain);
    const is = drawn.empty.get(shared) ?? {
      grain: empty.grain,
      is: emptyUnits(table, empty, drawn, randomFor(shared, "empty"))
    };
    for (const name of empty.columns) {
      drawn.empty.set(keyOf(table, name, empty.grain), is);
      drawn.empty.set(`${table.declared.name}/${name}`, is);
    }
  }
}

/** Draws the values of a column for all units that are not empty. */
export function drawValues(
  table: TableInputs,
  column: ColumnInputs,
  drawn: Drawn,
  randomFor: (...subject: string[]) => Random
): void {
  const key = keyOf(table, column.name, column.grain);
  const random = randomFor(key, "values");
  const values = drawn.values.get(key) ?? {grain: column.grain, values: filled(table, column, drawn, random)};
  drawn.values.set(key, values);
  drawn.values.set(`${table.declared.name}/${column.name}`, values);
}

function filled(table: TableInputs, {name, grain, shape}: ColumnInputs, drawn: Drawn, random: Random): Value[] {
  const empty = drawn.empty.get(`${table.declared.name}/${name}`);
  const units = Array.from({length: unitsIn(table, grain, drawn.layout)}, (_, unit) => unit);
  const isEmpty = (unit: number) => empty?.is[coarserUnit(table, grain, unit, empty.grain, drawn.layout)] === true;
  const full = units.filter((unit) => !isEmpty(unit));
  const values: Value[] = units.map(() => null);
  const deck = shape === null ? [] : deckOf(shape, full.length, random);
  for (const [place, unit] of full.entries()) values[unit] = deck[place] ?? null;
  return values;
}

/** Why columns are empty, drawn where they are. */
export function drawReason(
  table: TableInputs,
  column: ColumnInputs,
  drawn: Drawn,
  randomFor: (...subject: string[]) => Random
): void {
  const of = table.declared.fields.find(({missing_reason}) => missing_reason === column.name);
  const empty = drawn.empty.get(`${table.declared.name}/${of?.name}`);
  if (empty === undefined) return;
  const grain = order[Math.max(order.indexOf(column.grain), order.indexOf(empty.grain))] ?? "row";
  const key = keyOf(table, column.name, grain);
  const reasons =
    column.shape?.kind === "codes" ? column.shape.codes.filter(({code}) => code !== column.when_filled) : [];
  const units = Array.from({length: unitsIn(table, grain, drawn.layout)}, (_, unit) => unit);
  const isEmpty = (unit: number) => empty.is[coarserUnit(table, grain, unit, empty.grain, drawn.layout)] === true;
  const places = units.filter(isEmpty);
  const deck = deckOf({kind: "codes", codes: reasons}, places.length, randomFor(key, "reasons"));
  const values: Value[] = units.map(() => column.when_filled);
  for (const [place, unit] of places.entries()) values[unit] = deck[place] ?? null;
  const known = drawn.values.get(key) ?? {grain, values};
  drawn.values.set(key, known);
  drawn.values.set(`${table.declared.name}/${column.name}`, known);
}

function emptyUnits(table: TableInputs, empty: Emptiness, drawn: Drawn, random: Random): boolean[] {
  const {share, grain, where} = empty;
  const units = Array.from({length: unitsIn(table, grain, drawn.layout)}, (_, unit) => unit);
  if (share === 0 || share === 1) return units.map(() => share === 1);
  const isForced = units.map(
    (unit) => where?.any_of.some((condition) => holds(condition, table, grain, unit, drawn)) === true
  );
  const rest = where === null ? share : where.only ? 0 : Math.max(0, (share - where.share) / (1 - where.share));
  const free = shuffled(
    units.filter((unit) => isForced[unit] === false),
    random
  );
  const room = roomFor(table, empty);
  const forced = units.length - free.length;
  const drawnEmpty = free.filter(() => random.chance(rest)).length;
  const most = Math.max(0, free.length - room.full);
  const fewest = where?.only === true ? 0 : Math.max(0, room.empty - forced);
  const chosen = new Set(free.slice(0, Math.min(most, Math.max(fewest, drawnEmpty))));
  return units.map((unit) => isForced[unit] === true || chosen.has(unit));
}

/** Units that each code of the columns, and each reason why they are empty, needs a place in. */
function roomFor({declared}: TableInputs, {columns}: Emptiness): {readonly full: number; readonly empty: number} {
  const fields = declared.fields.filter(({name}) => columns.includes(name));
  const reasons = declared.fields.filter(({name}) => fields.some(({missing_reason}) => missing_reason === name));
  const most = (some: typeof fields) => Math.max(1, ...some.map(({levels}) => levels?.length ?? 0));
  return {full: most(fields), empty: most(reasons)};
}

function holds(
  {table: other, column, codes}: Condition,
  table: TableInputs,
  grain: Grain,
  unit: number,
  drawn: Drawn
): boolean {
  if (codes === null) {
    const empty = drawn.empty.get(`${other}/${column}`);
    return empty?.is[coarserUnit(table, grain, unit, empty.grain, drawn.layout)] === true;
  }
  const known = drawn.values.get(`${other}/${column}`);
  if (known === undefined) return false;
  return codes.includes(known.values[coarserUnit(table, grain, unit, known.grain, drawn.layout)] ?? null);
}

function keyOf(table: TableInputs, name: string, grain: Grain): string {
  return grain === "row" ? `${table.declared.name}/${name}` : `${grain} ${name}`;
}

function unitsIn({declared}: TableInputs, grain: Grain, {persons, person_of, slots}: Layout): number {
  if (grain === "row") return slots.get(declared.name)?.length ?? 0;
  return grain === "person" ? persons : person_of.length;
}

/** The unit of a coarser grain, or the same, that a unit belongs to. */
export function coarserUnit({declared}: TableInputs, grain: Grain, unit: number, to: Grain, layout: Layout): number {
  if (grain === to) return unit;
  if (grain === "episode") return layout.person_of[unit] ?? -1;
  const slot = layout.slots.get(declared.name)?.[unit];
  return slot === undefined ? -1 : unitOf(slot, unit, to);
}
