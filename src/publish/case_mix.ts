import type {Warehouse} from "../database/warehouse.ts";
import {adjustedMeasures, caseMixStatement} from "../measures/case_mix_statement.ts";
import {relationsOf, type Suffix} from "../measures/count.ts";
import type {Measure} from "../measures/measure.ts";
import type {ExpectedTally} from "../statistics/indirect_standardisation.ts";
import {type AdjustedRow, adjustedRows, isAdjusted} from "./adjusted.ts";
import {type Group, latticeOf, type Period, spotKey} from "./lattice.ts";
import {type CalibrationRow, calibrationRows, type ModelRow, modelRow} from "./model_rows.ts";
import type {Program} from "./programs.ts";
import {isModel} from "./reference_model.ts";
import {type CaseRow, chooseReference, covariatesOf, type Reference} from "./reference_period.ts";
import type {Result} from "./result.ts";
import {isQuarterOpen} from "./roll_up.ts";

export interface CaseMixOptions {
  readonly measures: readonly Measure[];
  readonly programs: readonly Program[];
  readonly as_of: string;
  readonly suffix: Suffix;
}

export interface CaseMixTables {
  readonly adjusted: readonly AdjustedRow[];
  readonly models: readonly ModelRow[];
  readonly calibration: readonly CalibrationRow[];
}

/**
 * Shares of programs and sites adjusted for whom they take in, with the models that say what to expect and how well these do.
 * Counts of people are those of the protected results, never others.
 */
export async function caseMixTables(
  warehouse: Warehouse,
  results: readonly Result[],
  {measures, programs, as_of, suffix}: CaseMixOptions
): Promise<CaseMixTables> {
  const tables: CaseMixTables[] = [];
  for (const measure of adjustedMeasures(measures)) {
    const own = results.filter((result) => result.measure === measure.id);
    const rows = await warehouse.query<CaseRow>(caseMixStatement(measure, relationsOf(suffix)));
    const mature = rows.filter((row) => !isQuarterOpen(measure, row, as_of));
    if (mature.length === 0) continue;
    const reference = chooseReference(mature, shownPeriods(own), as_of);
    tables.push({
      adjusted: adjustedRows(own, reference, expectations(mature, reference, programs)),
      models: [modelRow(measure.id, reference, own.find(isOfAll))],
      calibration: calibrationRows(measure.id, reference)
    });
  }
  return {
    adjusted: tables.flatMap(({adjusted}) => adjusted),
    models: tables.flatMap(({models}) => models),
    calibration: tables.flatMap(({calibration}) => calibration)
  };
}

function isOfAll({breakdown, period_type}: Result): boolean {
  return breakdown === "all" && period_type === "all";
}

/** Years, and "" for all time, in which the figure of everyone is shown. */
function shownPeriods(results: readonly Result[]): Set<string> {
  const shown = results.filter(
    ({breakdown, period_type, numerator}) =>
      breakdown === "all" && ["all", "year"].includes(period_type) && numerator !== null
  );
  return new Set(shown.map(({period}) => period));
}

/** What the model expects in each place: the sum of the probabilities of its units, and the variance of that. */
function expectations(rows: readonly CaseRow[], {model}: Reference, programs: readonly Program[]) {
  const byPlace = new Map<string, Omit<ExpectedTally, "observed">>();
  if (isModel(model)) {
    const spotsOf = latticeOf(programs, []);
    const probabilityOf = remembered((pattern) => model.probabilityOf(covariatesOf(pattern)));
    for (const row of rows) {
      const p = probabilityOf(row.pattern);
      for (const {key} of spotsOf(row).filter(isAdjusted)) {
        const {expected, variance} = byPlace.get(key) ?? nothing;
        byPlace.set(key, {expected: expected + row.n * p, variance: variance + row.n * p * (1 - p)});
      }
    }
  }
  return (place: Group & Period) => byPlace.get(spotKey(place)) ?? nothing;
}

const nothing = {expected: 0, variance: 0};

function remembered(compute: (pattern: string) => number): (pattern: string) => number {
  const known = new Map<string, number>();
  return (pattern) => {
    const value = known.get(pattern) ?? compute(pattern);
    known.set(pattern, value);
    return value;
  };
}
