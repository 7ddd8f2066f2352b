import type {PredictedTally} from "../statistics/c_statistic.ts";
import {fittedProbability} from "../statistics/logistic_regression.ts";
import type {Covariates} from "../statistics/treatment_contrasts.ts";
import {coefficientsOf, designOf, type HeldOutPattern, predictHeldOut, rowOf} from "./design_patterns.ts";
import {inMergedLevels, type LevelNames, mergeLevels} from "./merge_levels.ts";

/** A logistic regression of an outcome on the case mix of a reference. */
export interface ReferenceModel {
  readonly units: number;
  readonly events: number;
  /** Coefficients of the model, that of the intercept included. */
  readonly parameters: number;
  /** Covariates that have more than one level in the reference. */
  readonly covariates: readonly string[];
  /** The probability of the outcome of a unit, 0 to 1. */
  probabilityOf(covariates: Covariates): number;
  /** What models fitted without a part of the reference say of that part; none where one of them does not exist. */
  readonly predicted: readonly PredictedTally[];
}

/** What a model would have had, and why there is none. */
export interface NoModel {
  readonly parameters: number | null;
  readonly reason: string;
}

export function isModel<None extends NoModel>(model: ReferenceModel | None): model is ReferenceModel {
  return "probabilityOf" in model;
}

/** Units that a level needs; more, where the model does not exist because levels of two covariates nearly coincide. */
const fewestPerLevel = [20, 40, 80, 160];

/** The model that a reference gives, or why it gives none. */
export function referenceModel(reference: readonly HeldOutPattern[]): ReferenceModel | NoModel {
  let last: NoModel = {parameters: null, reason: ""};
  for (const fewest of fewestPerLevel) {
    const model = modelOf(reference, mergeLevels(reference, fewest));
    if (isModel(model) || !model.isSeparated) return model;
    last = model;
  }
  return last;
}

/** Units with, and units without, the event that each coefficient needs. */
const eventsPerParameter = 10;

function modelOf(
  reference: readonly HeldOutPattern[],
  levels: LevelNames
): ReferenceModel | (NoModel & {readonly isSeparated?: boolean}) {
  const design = designOf(reference, levels);
  const parameters = 1 + design.contrasts.reduce((sum, contrast) => sum + contrast.levels.length, 0);
  const [units, events] = [total(reference, "units"), total(reference, "successes")];
  if (parameters === 1) return {parameters, reason: "no covariate has two levels with enough people in them"};
  if (Math.min(events, units - events) < eventsPerParameter * parameters) {
    return {
      parameters,
      reason: `fewer than ${eventsPerParameter} people with the event, or without it, per coefficient`
    };
  }
  const coefficients = coefficientsOf(design);
  if (coefficients === null) {
    return {parameters, reason: "some combination of covariates decides the event alone", isSeparated: true};
  }
  const {contrasts} = design;
  return {
    units,
    events,
    parameters,
    covariates: contrasts.filter((contrast) => contrast.levels.length > 0).map(({covariate}) => covariate),
    probabilityOf: (own) => fittedProbability(coefficients, rowOf(contrasts, inMergedLevels(levels, own))),
    predicted: predictHeldOut(design)
  };
}

function total(patterns: readonly HeldOutPattern[], count: "units" | "successes"): number {
  return patterns.reduce((sum, pattern) => sum + pattern[count], 0);
}
