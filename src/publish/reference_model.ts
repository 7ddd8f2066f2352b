import {type BinomialPattern, fittedProbability, logisticRegression} from "../statistics/logistic_regression.ts";
import {type Contrast, type Covariates, designRow, treatmentContrasts} from "../statistics/treatment_contrasts.ts";
import {type CasePattern, inMergedLevels, type LevelNames, mergeLevels} from "./merge_levels.ts";

/** A logistic regression of an outcome on the case mix of a reference period. */
export interface ReferenceModel {
  readonly units: number;
  readonly events: number;
  /** Coefficients of the model, that of the intercept included. */
  readonly parameters: number;
  /** Covariates that have more than one level in the reference. */
  readonly covariates: readonly string[];
  /** The probability of the outcome of a unit, 0 to 1. */
  probabilityOf(covariates: Covariates): number;
}

/** What a model would have had, and why there is none. */
export interface NoModel {
  readonly parameters: number;
  readonly reason: string;
}

/** Events, and units without, that each coefficient needs. */
const eventsPerParameter = 10;

/** The model that a reference gives, or why it gives none. */
export function referenceModel(patterns: readonly CasePattern[]): ReferenceModel | NoModel {
  const levels = mergeLevels(patterns);
  const design = designOf(levels, patterns);
  const parameters = 1 + design.reduce((sum, contrast) => sum + contrast.levels.length, 0);
  const [units, events] = [sum(patterns, "units"), sum(patterns, "successes")];
  if (parameters === 1) return {parameters, reason: "no covariate has two levels with enough people in them"};
  if (Math.min(events, units - events) < eventsPerParameter * parameters) {
    return {
      parameters,
      reason: `fewer than ${eventsPerParameter} people with, or without, the event for each coefficient`
    };
  }
  const coefficients = logisticRegression(alike(levels, design, patterns))?.coefficients;
  if (coefficients === undefined) return {parameters, reason: "some combination of covariates decides the event alone"};
  const covariates = design.filter((contrast) => contrast.levels.length > 0).map(({covariate}) => covariate);
  const probabilityOf = (own: Covariates) => fittedProbability(coefficients, rowOf(levels, design, own));
  return {units, events, parameters, covariates, probabilityOf};
}

export function isModel(model: ReferenceModel | NoModel): model is ReferenceModel {
  return "probabilityOf" in model;
}

function designOf(levels: LevelNames, patterns: readonly CasePattern[]): Contrast[] {
  const bases = Object.fromEntries([...levels].map(([covariate, {base}]) => [covariate, base]));
  return treatmentContrasts(
    patterns.map(({covariates}) => inMergedLevels(levels, covariates)),
    bases
  );
}

function rowOf(levels: LevelNames, design: readonly Contrast[], covariates: Covariates): number[] {
  const row = designRow(design, inMergedLevels(levels, covariates));
  if (row === null) throw new Error("case mix: expected a level of the model");
  return row;
}

/** Patterns that have become one are one: there is less to add up. */
function alike(levels: LevelNames, design: readonly Contrast[], patterns: readonly CasePattern[]): BinomialPattern[] {
  const byLevels = Map.groupBy(patterns, ({covariates}) => Object.values(inMergedLevels(levels, covariates)).join("|"));
  return [...byLevels.values()].map((together) => ({
    row: rowOf(levels, design, together[0]?.covariates ?? {}),
    units: sum(together, "units"),
    successes: sum(together, "successes")
  }));
}

function sum(patterns: readonly CasePattern[], count: "units" | "successes"): number {
  return patterns.reduce((total, pattern) => total + pattern[count], 0);
}
