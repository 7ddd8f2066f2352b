import type {Items} from "./rows.ts";

const names = Array.from({length: 20}, (_, i) => `item_${i + 1}`) as (keyof Items)[];

/** The first so many answers. */
export function answersOf(items: Items, count: number): (number | null)[] {
  return names.slice(0, count).map((name) => items[name]);
}

/** Answers in order as items; those beyond the last are null. */
export function namedItems(answers: (number | null)[]): Items {
  return Object.fromEntries(names.map((name, i) => [name, answers[i] ?? null])) as Items;
}
