/** What of a published row can give a count away. */
export interface Protectable {
  readonly units: number | null;
  readonly denominator: number | null;
  readonly numerator: number | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: string;
  readonly reason: string;
  /** Counts that are not printed, but that the row would give away if they are small. */
  readonly guarded: readonly number[];
}

/** Profile cms11: no count of 1 to 10 people, sessions or discharges may be shown, nor be derived from what is shown. */
const smallest = 1;
const largest = 10;

/** A count that must not be seen. Zero may be. */
export function isSmall(count: number): boolean {
  return count >= smallest && count <= largest;
}

/** Why a row is hidden: whether its own counts are small, or those of others that it would tell, is not said, since that would tell more. */
export const hiddenReason = "hidden to protect people: a count behind it is small, or would tell a small one";

/** The row with nothing left but its place. */
export function hidden<Row extends Protectable>(row: Row): Row {
  return {
    ...row,
    units: null,
    denominator: null,
    numerator: null,
    value: null,
    lower: null,
    upper: null,
    guarded: [],
    status: "suppressed",
    reason: hiddenReason
  };
}
