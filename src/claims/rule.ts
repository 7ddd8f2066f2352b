import type {Facts} from "./facts.ts";
import type {ClaimKind, Evidence} from "./grounds.ts";
import type {Strength} from "./strength.ts";

type NumericFact = {[Name in keyof Facts]: Facts[Name] extends number | null ? Name : never}[keyof Facts];
export type Limits = Pick<Evidence, "minimum_units" | "minimum_units_effect_size" | "smallest_shown">;

/** A fact that has one of some values, or is beyond a bound (a setting goes by its name). An unknown number is beyond none. */
export type Condition =
  | {readonly fact: keyof Facts; readonly is: readonly (string | boolean | null)[]}
  | {readonly fact: NumericFact; readonly below: number | keyof Limits}
  | {readonly fact: NumericFact; readonly above: number};

/** Where all conditions hold, a sentence of these kinds (of every kind unless named) is no stronger than `allows`. */
export interface Rule {
  readonly id: string;
  readonly kinds?: readonly ClaimKind[];
  readonly when: readonly [Condition, ...Condition[]];
  readonly allows: Strength;
  /** A clause, told to the reader; one that allows nothing but silence holds no digit. */
  readonly because: string;
  /** Where the rule and its bound come from. */
  readonly basis: string;
}
