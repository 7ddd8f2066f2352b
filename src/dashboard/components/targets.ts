import type {Catalogue, Measure, Target} from "../catalogue.ts";
import type {View} from "../view.ts";
import {formatValue} from "./format.ts";

/** The target that the organisation holds the view's figure against: a program's own, else the one for all; the newest. */
export function targetOf(catalogue: Catalogue, {id}: Pick<Measure, "id">, {breakdown, group}: View): Target | null {
  if (breakdown !== "all" && breakdown !== "program") return null;
  const targets = catalogue.targets.filter(({measure}) => measure === id);
  const own = targets.filter(({programs}) => breakdown === "program" && programs.includes(group));
  const general = targets.filter(({programs}) => programs.length === 0);
  return [...(own.length === 0 ? general : own)].sort((a, b) => (a.since < b.since ? 1 : -1)).at(0) ?? null;
}

/** "Target 50.0%, since 2025-01-01: board decision." */
export function targetInWords({value, since, basis}: Target, unit: string): string {
  return `Target ${formatValue(value, unit)}, since ${since}: ${basis}.`;
}
