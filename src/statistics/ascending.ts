/**
 * Throws unless the values strictly ascend. Curves and histograms are read from left to right; a repeated or
 * misplaced value would give a wrong figure without a sign.
 */
export function requireAscending(values: readonly number[], what: string): void {
  const misplaced = values.some((value, index) => index > 0 && !(value > (values[index - 1] ?? Number.NaN)));
  if (misplaced) throw new RangeError(`${what}: expected each value once and in ascending order`);
}
