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

/**
 * The rows of a release with every small count hidden, together with everything derived from it: a row is hidden when its
 * units, its denominator, its numerator, what is left of the denominator or a count that it guards is small. Complementary suppression and the audit
 * of what rows say together follow in protect().
 */
export function suppressSmallCounts<Row extends Protectable>(results: readonly Row[]): Row[] {
  return results.map((row) => (holdsSmallCount(row) ? hidden(row) : row));
}

function holdsSmallCount({units, denominator, numerator, guarded}: Protectable): boolean {
  if (guarded.some(isSmall)) return true;
  if (units === null || denominator === null) return false;
  if (isSmall(units) || isSmall(denominator)) return true;
  return numerator !== null && (isSmall(numerator) || isSmall(denominator - numerator));
}

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
    reason: "hidden to protect people: a count behind it is 1 to 10"
  };
}
