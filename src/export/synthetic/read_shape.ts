import {coarseStep} from "../anonymity/coarse_share.ts";
import type {Field, Value} from "../table.ts";
import {asGoodAsNobody} from "./owned_table.ts";
import type {Shape} from "./twin_inputs.ts";

/** A value and the person whose it is; a person with many rows weighs no more than one with one. */
interface Held {
  readonly value: string | number;
  readonly person: Value;
  readonly weight: number;
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const dayLength = 86_400_000;
/** Groups of people of whom a middle is told, at most. */
const mostGroups = 4;
const fewestPeople = 11;

/** How the values of a column that are not empty are spread. */
export function shapeOf(field: Field, values: readonly Value[], persons: readonly Value[]): Shape {
  const held = heldBy(values, persons);
  if (field.levels !== null)
    return codesOf(
      field.levels.map(({code}) => code),
      held
    );
  if (field.type === "string") {
    if (held.length > 0 && held.every(({value}) => isoDate.test(String(value)))) {
      const days = held.map((own) => ({...own, value: Date.parse(String(own.value)) / dayLength}));
      return {kind: "dates", ...middlesOf(days, true)};
    }
    return {kind: "texts", texts: commonTexts(held)};
  }
  const isBinary = field.type === "integer" && held.every(({value}) => value === 0 || value === 1);
  return isBinary ? codesOf([0, 1], held) : {kind: "numbers", ...middlesOf(held, field.type === "integer")};
}

/** The share of each code among people, with the codes of too few people left without one. */
export function codesOf(codes: readonly (string | number)[], held: readonly Held[]): Extract<Shape, {kind: "codes"}> {
  const people = new Map<Value, Set<Value>>();
  const weights = new Map<Value, number>();
  for (const {value, person, weight} of held) {
    people.set(value, (people.get(value) ?? new Set()).add(person));
    weights.set(value, (weights.get(value) ?? 0) + weight);
  }
  const total = new Set(held.map(({person}) => person)).size;
  const step = coarseStep(total);
  return {
    kind: "codes",
    codes: codes.map((code) => {
      const share =
        step === null || asGoodAsNobody(people.get(code)?.size ?? 0) ? null : (weights.get(code) ?? 0) / total;
      return {code, share: share === null || step === null ? null : Math.max(step, toStep(share, step))};
    })
  };
}

export function heldBy(values: readonly Value[], persons: readonly Value[]): Held[] {
  const rows = new Map<Value, number>();
  for (const [row, value] of values.entries())
    if (value !== null) rows.set(persons[row] ?? null, (rows.get(persons[row] ?? null) ?? 0) + 1);
  return values.flatMap((value, row) => {
    const person = persons[row] ?? null;
    return value === null ? [] : [{value, person, weight: 1 / (rows.get(person) ?? 1)}];
  });
}

/** The nearest multiple of a step. */
export function toStep(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(9));
}

/**
 * The middle values of groups of 11 people or more, as equally large as can be, in order of size: four at most. A middle and no mean,
 * which one person with a large value could move.
 */
function middlesOf(held: readonly Held[], isWhole: boolean): {middles: number[]; step: number} {
  const sorted = held.map((own) => ({...own, value: Number(own.value)})).sort((a, b) => a.value - b.value);
  const total = new Set(held.map(({person}) => person)).size;
  for (let count = Math.min(mostGroups, Math.floor(total / fewestPeople)); count > 0; count--) {
    const groups = groupsOf(sorted, total, count);
    if (groups.some((group) => new Set(group.map(({person}) => person)).size < fewestPeople)) continue;
    const middles = groups.map(middleOf);
    const step = stepFor(middles, isWhole);
    return {middles: middles.map((middle) => toStep(middle, step)), step};
  }
  return {middles: [], step: 1};
}

type Numbers = readonly (Held & {readonly value: number})[];

/** Values in order, cut where so many people's worth of them lie below. */
function groupsOf(sorted: Numbers, total: number, count: number): Numbers[] {
  const groups: Numbers[number][][] = Array.from({length: count}, () => []);
  let below = 0;
  for (const own of sorted) {
    groups[Math.min(count - 1, Math.floor(((below + own.weight / 2) / total) * count))]?.push(own);
    below += own.weight;
  }
  return groups;
}

function middleOf(group: Numbers): number {
  const half = group.reduce((sum, {weight}) => sum + weight, 0) / 2;
  let below = 0;
  for (const {value, weight} of group) {
    below += weight;
    if (below >= half - 1e-9) return value;
  }
  return 0;
}

/** A tenth of the range of the middles or of their size, as 1, 2 or 5 of a decimal place; whole for whole numbers. */
function stepFor(middles: readonly number[], isWhole: boolean): number {
  const range = Math.max(...middles) - Math.min(...middles);
  const size = (range > 0 ? range : Math.max(...middles.map(Math.abs), 1)) / 10;
  const place = 10 ** Math.floor(Math.log10(size));
  const step = ([1, 2, 5, 10].find((multiple) => multiple * place >= size - 1e-9) ?? 10) * place;
  return isWhole ? Math.max(1, Math.round(step)) : step;
}

function commonTexts(held: readonly Held[]): string[] {
  const people = new Map<string, Set<Value>>();
  for (const {value, person} of held) people.set(String(value), (people.get(String(value)) ?? new Set()).add(person));
  return [...people]
    .filter(([, own]) => !asGoodAsNobody(own.size))
    .map(([text]) => text)
    .sort();
}
