import {isDiverse} from "./diversity.ts";
import type {EquivalenceClass} from "./equivalence_classes.ts";
import type {Demand} from "./options.ts";

/** Whether a class has people enough, and keeps what is sensitive from being told. */
export function isSafe(own: EquivalenceClass, {k, l, sensitive}: Demand): boolean {
  return own.persons.size >= k && sensitive.every((field, index) => isDiverse(own, index, field, l));
}

/** The share of all persons, or episodes where these are not linked, that are in some of the classes. */
export function shareOf(some: readonly EquivalenceClass[], all: readonly EquivalenceClass[]): number {
  const count = (classes: readonly EquivalenceClass[]) => classes.reduce((sum, {members}) => sum + members.size, 0);
  return some.length === 0 ? 0 : count(some) / count(all);
}
