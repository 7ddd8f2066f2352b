/** Counts of people that the files of a release may tell, and the sums that everybody knows they obey. A count is named by its index. */
export interface CountSystem {
  /** The true counts. */
  readonly counts: readonly number[];
  /** Which of them nobody may come to know, or come near to. */
  readonly sensitive: readonly boolean[];
  readonly sums: readonly Sum[];
}

/** A count that is the sum of others. */
export interface Sum {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** A row of a file: the counts that it tells whoever reads it. */
export interface Told {
  readonly counts: readonly number[];
  /** Rows of a lower rank are shown before others. */
  readonly rank: number;
  /** Hidden whatever the others say. */
  readonly must_hide: boolean;
  /** Told just so by an earlier release: hiding it would take nothing back. */
  readonly is_public?: boolean;
}

/** For each count, the indices of the sums that it stands in. */
export function sumsByCount({counts, sums}: CountSystem): readonly (readonly number[])[] {
  const found: number[][] = counts.map(() => []);
  for (const [index, {whole, parts}] of sums.entries()) {
    found[whole]?.push(index);
    for (const part of parts) found[part]?.push(index);
  }
  return found;
}
