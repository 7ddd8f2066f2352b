import type {ComparisonGrounds} from "../claims/grounds.ts";
import {elsewhere} from "../claims/where.ts";
import {isSmall} from "../disclosure/primary.ts";
import type {ClaimOptions} from "./claims.ts";
import {type About, type ClaimRow, placeKey, rowOf} from "./claims.ts";
import type {ComparisonRow} from "./comparison.ts";
import {figureOf} from "./figure.ts";
import type {Result} from "./result.ts";

/** Sentences about each group beside everyone else, over all time, where they are compared. Groups of people are not adjusted. */
export function comparisonClaims(about: About, rows: readonly ComparisonRow[], options: ClaimOptions): ClaimRow[] {
  const results = new Map(options.results.map((result) => [placeKey(result), result]));
  return rows
    .filter(({status, period_type}) => status === "published" && period_type === "all")
    .flatMap((row) => {
      const result = results.get(placeKey(row));
      if (result === undefined) return [];
      const {finding, figure, evidence} = about(result);
      const isPlace = row.breakdown === "program" || row.breakdown === "site";
      const grounds: ComparisonGrounds = {
        kind: "comparison",
        finding,
        figure,
        evidence,
        rest: {
          figure: {...figure, ...restFigure(result, options), where: elsewhere(row.breakdown)},
          share_measured: restMeasured(result, options)
        },
        difference: {value: row.difference, lower: row.lower, upper: row.upper},
        between: isPlace ? "places" : "people",
        survives_multiplicity: row.stands_out === null ? null : row.stands_out === "yes",
        adjustment: null
      };
      return [rowOf(row, grounds)];
    });
}

/** Everyone else's figure; comparison.csv has judged that it may be shown. */
function restFigure(result: Result, {measures, cells, settings}: ClaimOptions) {
  const measure = measures.find(({id}) => id === result.measure);
  const rest = cells.restOf(result.measure, result);
  if (measure === undefined || rest === null) throw new Error(`${result.measure}: expected the counts of a comparison`);
  const {units, denominator, numerator, value, lower, upper} = figureOf(measure, rest, settings);
  const status = units < settings.minimum_units ? ("unstable" as const) : ("published" as const);
  return {units, denominator, numerator, value, lower, upper, status};
}

/** The share of everyone else who was measured; null where it is not counted by place, or is hidden here or for all. */
function restMeasured(result: Result, {patternsOf}: ClaimOptions): number | null {
  const outcome = result.measure.replace("_effect_size", "_change");
  const [group, all] = [patternsOf(outcome, result), patternsOf(outcome, {...result, breakdown: "all", group: ""})];
  if (group === null || all === null) return null;
  const eligible = all.total.n - group.total.n;
  const measured = all.total.measured - group.total.measured;
  return [eligible, measured, eligible - measured].some(isSmall) || eligible <= 0 ? null : measured / eligible;
}
