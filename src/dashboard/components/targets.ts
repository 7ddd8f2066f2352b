import type {Catalogue, Measure, Target} from "../catalogue.ts";
import type {View} from "../view.ts";
import {formatValue} from "./format.ts";

/**
 * The target in force that the view's figure is held against: one without programs is for all of them together, one with programs is
 * each one's own. The newest that had begun when the data speak.
 */
export function targetOf(catalogue: Catalogue, {id}: Pick<Measure, "id">, {breakdown, group}: View): Target | null {
  const isFor = ({programs}: Target) =>
    breakdown === "all" ? programs.length === 0 : breakdown === "program" && programs.includes(group);
  const inForce = catalogue.targets.filter(
    (target) => target.measure === id && target.since <= catalogue.as_of && isFor(target)
  );
  return inForce.sort((one, other) => (one.since < other.since ? 1 : -1)).at(0) ?? null;
}

/** "Target 50.0%, since 2025-01-01: board decision." */
export function targetInWords({value, since, basis}: Target, unit: string): string {
  return `Target ${formatValue(value, unit)}, since ${since}: ${basis}.`;
}
