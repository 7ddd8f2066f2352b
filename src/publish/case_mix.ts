import type {Warehouse} from "../database/warehouse.ts";
import {adjustedMeasures, caseMixStatement} from "../measures/case_mix_statement.ts";
import {relationsOf, type Suffix} from "../measures/count.ts";
import type {Measure} from "../measures/measure.ts";
import {type AdjustedRow, adjustedRows} from "./adjusted.ts";
import {expectations} from "./expectations.ts";
import {type CalibrationRow, calibrationRows, type ModelRow, modelRow} from "./model_rows.ts";
import type {Program} from "./programs.ts";
import {type CaseRow, chooseReference} from "./reference_period.ts";
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
 * Shares of programs and sites adjusted for whom they take in, with the models that say what to expect and how well
 * these do. Counts of people are those of the protected results, never others.
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
