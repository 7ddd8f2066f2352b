import type {Facts} from "./facts.ts";
import type {ClaimKind} from "./grounds.ts";
import type {Condition, Limits, Rule} from "./rule.ts";
import {greatest, rules} from "./rules.ts";
import {type Strength, weakest} from "./strength.ts";

/** The greatest strength that the rule table leaves to a claim, and the reasons of the rules that took the rest. */
export interface Allowance {
  readonly strength: Strength;
  readonly because: readonly string[];
}

export function allow(kind: ClaimKind, facts: Facts, limits: Limits): Allowance {
  const holding = rules.filter((rule) => holds(rule, kind, facts, limits));
  const strength = weakest([greatest[kind], ...holding.map(({allows}) => allows)]);
  if (strength === greatest[kind]) return {strength, because: []};
  const binding = holding.filter(({allows}) => allows === strength);
  return {strength, because: [...new Set(binding.map(({because}) => because))]};
}

function holds({kinds, when}: Rule, kind: ClaimKind, facts: Facts, limits: Limits): boolean {
  if (kinds !== undefined && !kinds.includes(kind)) return false;
  return when.every((condition) => isTrue(condition, facts, limits));
}

function isTrue(condition: Condition, facts: Facts, limits: Limits): boolean {
  if ("is" in condition) return condition.is.some((value) => value === facts[condition.fact]);
  const value = facts[condition.fact];
  if (value === null) return false;
  if ("above" in condition) return value > condition.above;
  return value < (typeof condition.below === "number" ? condition.below : limits[condition.below]);
}
