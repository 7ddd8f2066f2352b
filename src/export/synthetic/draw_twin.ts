import {Random} from "../../statistics/random.ts";
import type {Table, Value} from "../table.ts";
import {coarserUnit, type Drawn, drawEmptiness, drawFullCodes, drawReason, drawValues} from "./draw_columns.ts";
import {drawLayout, type Slot} from "./draw_layout.ts";
import type {ColumnInputs, TableInputs, TwinInputs} from "./twin_inputs.ts";

/** Tables made of nothing but the inputs and a seed: the same of both gives the same, whatever rows the inputs were read from. */
export function drawTwin(inputs: TwinInputs, {seed, rows}: {readonly seed: string; readonly rows: number}): Table[] {
  const randomFor = (...subject: string[]) => new Random(seed, ...subject);
  const layout = drawLayout(inputs, rows, randomFor);
  const drawn: Drawn = {layout, values: new Map(), empty: new Map()};
  for (const {declared} of inputs.tables) {
    const slots = layout.slots.get(declared.name) ?? [];
    for (const name of slots[0]?.codes.keys() ?? [])
      drawn.values.set(`${declared.name}/${name}`, {
        grain: "row",
        values: slots.map(({codes}) => codes.get(name) ?? null)
      });
  }
  for (const table of inputs.tables) drawFullCodes(table, drawn, randomFor);
  for (const table of inputs.tables) drawEmptiness(table, drawn, randomFor);
  for (const table of inputs.tables)
    for (const column of table.columns) {
      if (column.role === "value" && !drawn.values.has(`${table.declared.name}/${column.name}`))
        drawValues(table, column, drawn, randomFor);
      if (column.role === "reason") drawReason(table, column, drawn, randomFor);
    }
  return inputs.tables.map((table) => tableOf(table, drawn));
}

function tableOf(table: TableInputs, drawn: Drawn): Table {
  const {declared} = table;
  const slots = drawn.layout.slots.get(declared.name) ?? [];
  const columns = table.columns.map((column, place) => {
    const isText = declared.fields[place]?.type === "string";
    return valuesOf(table, column, slots, drawn, isText);
  });
  return {...declared, rows: slots.map((_, row) => columns.map((values) => values[row] ?? null))};
}

function valuesOf(
  table: TableInputs,
  column: ColumnInputs,
  slots: readonly Slot[],
  drawn: Drawn,
  isText: boolean
): Value[] {
  const named = (letter: string, number: number) =>
    isText ? `twin_${letter}${String(number + 1).padStart(5, "0")}` : number + 1;
  const isOfKey = table.declared.primary_key.includes(column.name);
  switch (column.role) {
    case "person":
      return slots.map(({person}) => named("p", person));
    case "episode":
      return slots.map(({episode}) => named("e", episode));
    case "key":
      return slots.map((_, row) => named("k", row));
    case "counter":
      return groupsOf(slots).flatMap((rows) => rows.map((_, place) => place + 1));
    default: {
      const known = drawn.values.get(`${table.declared.name}/${column.name}`);
      if (known === undefined) return slots.map(() => null);
      const values = slots.map(
        (_, row) => known.values[coarserUnit(table, "row", row, known.grain, drawn.layout)] ?? null
      );
      return column.ascends || (isOfKey && column.shape?.kind !== "codes")
        ? ascending(values, groupsOf(slots), isOfKey)
        : values;
    }
  }
}

/** Rows of the same episode and the same codes of the primary key, which lie together. */
function groupsOf(slots: readonly Slot[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [row, {episode, codes}] of slots.entries()) {
    const key = JSON.stringify([episode, ...codes.values()]);
    const rows = groups.get(key) ?? [];
    groups.set(key, rows);
    rows.push(row);
  }
  return [...groups.values()];
}

/** The values of each group in order, empty ones staying where they are; as part of a key, no two the same. */
function ascending(values: readonly Value[], groups: readonly number[][], isOfKey: boolean): Value[] {
  const ordered = [...values];
  for (const group of groups) {
    const rows = group.filter((row) => values[row] !== null);
    const own = rows.map((row) => values[row] ?? 0).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    for (const [place, row] of rows.entries()) {
      const before = ordered[rows[place - 1] ?? -1];
      const value = own[place] ?? null;
      const isTaken = isOfKey && typeof before === "number" && typeof value === "number" && value <= before;
      ordered[row] = isTaken ? before + 1 : value;
    }
  }
  return ordered;
}
