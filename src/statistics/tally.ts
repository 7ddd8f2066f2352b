/** A proportion as SQL counts it: 0 <= numerator <= denominator, whole numbers. Tallies of disjoint groups add. */
export interface Tally {
  readonly numerator: number;
  readonly denominator: number;
}
