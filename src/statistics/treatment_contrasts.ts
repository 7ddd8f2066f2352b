/** The levels of a unit, by the names of the categorical covariates; "unknown" is a level like any other. */
export type Covariates = Readonly<Record<string, string>>;

/** One categorical covariate: its base, and the other levels in the order of their columns. */
export interface Contrast {
  readonly covariate: string;
  readonly base: string;
  readonly levels: readonly string[];
}

/**
 * The treatment contrasts of patterns: per covariate (in the order of the first pattern) a base and a column for each
 * other level that occurs. Levels are in code-point order, and the first is the base unless `bases` names another.
 * Throws where patterns differ in covariates, or a base never occurs.
 *
 * Source: https://stat.ethz.ch/R-manual/R-patched/library/stats/html/contrast.html (contr.treatment).
 *
 * @example treatmentContrasts([{payer: "medicaid"}, {payer: "self"}, {payer: "medicaid"}])
 * // [{covariate: "payer", base: "medicaid", levels: ["self"]}]
 */
export function treatmentContrasts(patterns: readonly Covariates[], bases: Covariates = {}): Contrast[] {
  return Object.keys(patterns[0] ?? {}).map((covariate) => {
    const levels = [...new Set(patterns.map((pattern) => levelOf(pattern, covariate)))].toSorted(inCodePointOrder);
    const base = bases[covariate] ?? levels[0] ?? "";
    if (!levels.includes(base)) throw new RangeError(`${covariate}: expected a base that occurs`);
    return {covariate, base, levels: levels.filter((level) => level !== base)};
  });
}

/**
 * The row of a unit in the design: 1 for the intercept, then 1 in the column of each of its levels and 0 elsewhere.
 * Null where it has a level that the contrasts do not know, of which a model fitted on them can say nothing.
 *
 * @example designRow([{covariate: "payer", base: "medicaid", levels: ["medicare", "self"]}], {payer: "self"})
 * // [1, 0, 1]
 */
export function designRow(contrasts: readonly Contrast[], pattern: Covariates): number[] | null {
  const row = [1];
  for (const {covariate, base, levels} of contrasts) {
    const own = levelOf(pattern, covariate);
    if (own !== base && !levels.includes(own)) return null;
    row.push(...levels.map((level) => (level === own ? 1 : 0)));
  }
  return row;
}

function levelOf(pattern: Covariates, covariate: string): string {
  const level = pattern[covariate];
  if (level === undefined) throw new RangeError(`${covariate}: expected a level in every pattern`);
  return level;
}

/** The default order compares UTF-16 units, which puts rare signs before some common ones. */
function inCodePointOrder(first: string, second: string): number {
  const [one, two] = [Array.from(first), Array.from(second)];
  const place = one.findIndex((sign, index) => sign !== two[index]);
  if (place === -1) return one.length - two.length;
  return (one[place]?.codePointAt(0) ?? -1) - (two[place]?.codePointAt(0) ?? -1);
}
