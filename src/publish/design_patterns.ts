import type {PredictedTally} from "../statistics/c_statistic.ts";
import {type BinomialPattern, fittedProbability, logisticRegression} from "../statistics/logistic_regression.ts";
import {type Contrast, type Covariates, designRow, treatmentContrasts} from "../statistics/treatment_contrasts.ts";
import {type CasePattern, inMergedLevels, type LevelNames} from "./merge_levels.ts";

/** Units that are alike in case mix, in the part of the reference that they are held out with. */
export interface HeldOutPattern extends CasePattern {
  readonly part: number;
}

/** Units with one row of the design, part by part. */
interface DesignPattern {
  readonly row: readonly number[];
  readonly parts: Map<number, BinomialPattern>;
}

/** What a design makes of a reference: a row for each combination of levels that occurs. */
export interface Design {
  readonly contrasts: readonly Contrast[];
  readonly patterns: readonly DesignPattern[];
}

/** The design of a reference in merged levels. */
export function designOf(reference: readonly HeldOutPattern[], levels: LevelNames): Design {
  const alike = Map.groupBy(
    reference.map((pattern) => ({...pattern, covariates: inMergedLevels(levels, pattern.covariates)})),
    ({covariates}) => Object.values(covariates).join("|")
  );
  const groups = [...alike.values()];
  const bases = Object.fromEntries([...levels].map(([covariate, {base}]) => [covariate, base]));
  const contrasts = treatmentContrasts(groups.map(covariatesOf), bases);
  return {contrasts, patterns: groups.map((group) => inParts(rowOf(contrasts, covariatesOf(group)), group))};
}

function covariatesOf(group: readonly CasePattern[]): Covariates {
  return group[0]?.covariates ?? {};
}

function inParts(row: readonly number[], group: readonly HeldOutPattern[]): DesignPattern {
  const parts = new Map<number, BinomialPattern>();
  for (const {part, units, successes} of group) {
    const before = parts.get(part) ?? {row, units: 0, successes: 0};
    parts.set(part, {row, units: before.units + units, successes: before.successes + successes});
  }
  return {row, parts};
}

/** The row of a unit whose levels are those of the model. */
export function rowOf(contrasts: readonly Contrast[], merged: Covariates): number[] {
  const row = designRow(contrasts, merged);
  if (row === null) throw new Error("case mix: expected a level of the model");
  return row;
}

export type Coefficients = readonly (number | null)[];

/** The coefficients from all parts, or from all but one; null where they do not exist. */
export function coefficientsOf({patterns}: Design, heldOut?: number): Coefficients | null {
  const counted = patterns.map(({row, parts}) => {
    const others = [...parts].filter(([part]) => part !== heldOut).map(([, counts]) => counts);
    return {row, units: total(others, "units"), successes: total(others, "successes")};
  });
  return logisticRegression(counted)?.coefficients ?? null;
}

/** What models fitted without a part say of that part; none where one of the models does not exist. */
export function predictHeldOut(design: Design): PredictedTally[] {
  const parts = [...new Set(design.patterns.flatMap((pattern) => [...pattern.parts.keys()]))].sort();
  const predicted = parts.map((part) => {
    const coefficients = coefficientsOf(design, part);
    return coefficients === null ? null : predictPart(design, part, coefficients);
  });
  return predicted.includes(null) ? [] : predicted.flatMap((part) => part ?? []);
}

function predictPart({patterns}: Design, part: number, coefficients: Coefficients): PredictedTally[] {
  return patterns.flatMap(({row, parts}) => {
    const own = parts.get(part);
    if (own === undefined) return [];
    return [{predicted: fittedProbability(coefficients, row), units: own.units, successes: own.successes}];
  });
}

function total(counts: readonly BinomialPattern[], of: "units" | "successes"): number {
  return counts.reduce((sum, count) => sum + count[of], 0);
}
