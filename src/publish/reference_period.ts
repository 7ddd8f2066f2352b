import {caseMix} from "../measures/case_mix_statement.ts";
import type {Covariates} from "../statistics/treatment_contrasts.ts";
import type {HeldOutPattern} from "./design_patterns.ts";
import type {MartCell} from "./lattice.ts";
import {isModel, type NoModel, type ReferenceModel, referenceModel} from "./reference_model.ts";

/** Units of a measure that are alike in case mix, in one program and year or quarter. */
export interface CaseRow extends MartCell {
  /** Levels in the order of `caseMix`, joined by |. */
  readonly pattern: string;
  readonly n: number;
  readonly numerator: number;
}

/** The model that a measure is adjusted by. */
export interface Reference {
  /** A year, or "all". */
  readonly reference_period: string;
  readonly model: ReferenceModel | NoModel;
}

/**
 * The model of the last year before that of the as-of date which gives one; else of the year of the as-of date, else of
 * all years together. Of the periods, only those may be used whose figures are shown ("" for all).
 */
export function chooseReference(rows: readonly CaseRow[], shown: ReadonlySet<string>, as_of: string): Reference {
  const years = [...new Set(rows.map(yearOf))].sort().toReversed();
  const now = as_of.slice(0, 4);
  const candidates = [...years.filter((year) => year < now), ...years.filter((year) => year === now), ""];
  let last: NoModel = {parameters: null, reason: "the figure of all is not shown"};
  for (const period of candidates.filter((candidate) => shown.has(candidate))) {
    const model = referenceModel(rows.filter((row) => period === "" || yearOf(row) === period).map(heldOut));
    if (isModel(model)) return {reference_period: period || "all", model};
    last = model;
  }
  return {reference_period: "all", model: last};
}

/** The levels of a pattern by covariate. */
export function covariatesOf(pattern: string): Covariates {
  const levels = pattern.split("|");
  return Object.fromEntries(caseMix.map((covariate, index) => [covariate, levels[index] ?? ""]));
}

function yearOf({period_on}: CaseRow): string {
  return period_on.slice(0, 4);
}

function heldOut({source, program_key, pattern, n, numerator}: CaseRow): HeldOutPattern {
  const part = partOf(`${source}|${program_key}|${pattern}`);
  return {covariates: covariatesOf(pattern), units: n, successes: numerator, part};
}

/** One of five parts, the same for the same text every night: FNV-1a, which spreads texts that hardly differ. */
function partOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % 5;
}
