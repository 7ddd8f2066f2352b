import {relationsOf, type Suffix} from "../measures/count.ts";
import {histogramStatement} from "../measures/histogram_statement.ts";
import {isOverUnits, type Measure} from "../measures/measure.ts";
import {momentStatement, ratioStatement} from "../measures/moment_statement.ts";
import {tallyStatement, waitingStatement} from "../measures/tally_statement.ts";
import {formatSql} from "./format_sql.ts";

/** A statement that counts a measure, by program and the finest period, and the table of counts that it fills. */
export interface CountingSql {
  readonly mart: string;
  readonly sql: string;
}

/**
 * The statements that count one measure, as the build generates them (there, together with every measure that shares a scan),
 * without any breakdown but the program.
 */
export function countingSql(measure: Measure, suffix: Suffix): CountingSql[] {
  const from = relationsOf(suffix);
  const statements = isOverUnits(measure)
    ? [tallyStatement, momentStatement, histogramStatement, waitingStatement].flatMap((statement) =>
        statement([measure], "all", from)
      )
    : ratioStatement([measure], "all", from);
  return statements.map(({mart, select}) => ({mart, sql: formatSql(select)}));
}
