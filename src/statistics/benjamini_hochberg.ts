/**
 * The p-values adjusted for being several, in the order given: those at most q are the findings at a false
 * discovery rate of q.
 *
 * Method: Benjamini and Hochberg's step-up procedure: the smallest p·k/rank among the p-values that are as large or
 * larger, at most 1.
 * Source: https://stat.ethz.ch/R-manual/R-patched/library/stats/html/p.adjust.html; R: p.adjust(p, "BH").
 *
 * @example benjaminiHochberg([0.002, 0.011, 0.024, 0.041, 0.2]) // [0.01, 0.0275, 0.04, 0.05125, 0.2]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const fromLargest = pValues.map((p, index) => ({p, index})).toSorted((a, b) => b.p - a.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let smallest = 1;
  fromLargest.forEach(({p, index}, position) => {
    smallest = Math.min(smallest, (p * pValues.length) / (pValues.length - position));
    adjusted[index] = smallest;
  });
  return adjusted;
}
