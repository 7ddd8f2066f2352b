import type {Warehouse} from "../../src/database/warehouse.ts";
import {countingSql} from "../../src/explain/counting_sql.ts";
import {type Dictionary, readDictionary} from "../../src/explain/dictionary.ts";
import {type RuleColumn, ruleColumns} from "../../src/explain/rule_columns.ts";
import {SqlFiles} from "../../src/explain/sql_lineage.ts";
import {instruments} from "../../src/instruments/index.ts";
import {unitWords} from "../../src/measures/grain.ts";
import {measures} from "../../src/measures/index.ts";
import {isOverUnits, type Measure} from "../../src/measures/measure.ts";
import {countedAs} from "../../src/measures/shared_counts.ts";
import {stepLabel} from "../../src/measures/steps.ts";
import {catalogueOf} from "../../src/publish/catalogue.ts";
import type {LadderRow} from "../../src/publish/ladder.ts";
import type {Result} from "../../src/publish/result.ts";
import type {Invocation} from "../commands/command.ts";
import {project} from "../project.ts";
import {type Place, resultAt} from "./place.ts";
import {protectedResults} from "./protected_results.ts";
import type {Built} from "./with_reading.ts";

export type MeasureReport = Awaited<ReturnType<typeof reportMeasure>>;

/** Everything that stands behind a figure: its rule, its ladder as a release would publish it, and the SQL that decided. */
export async function reportMeasure(
  measure: Measure,
  place: Place,
  warehouse: Warehouse,
  built: Built,
  {settings, origins}: Pick<Invocation, "settings" | "origins">
) {
  const catalogue = catalogueOf({measures: [measure], settings, programs: [], breakdowns: [], as_of: built.as_of});
  const [declared] = catalogue.measures as [(typeof catalogue.measures)[number]];
  const {denominator, numerator, ladder: _steps, examples: _examples, ...entry} = declared;
  const dictionary = await readDictionary(warehouse, built.suffix);
  const published = await protectedResults(warehouse, built);
  const result = resultAt(published.results, measure, place);
  const ladder = result === null ? [] : published.laddersBelow([result]);
  return {
    ...entry,
    rule: ruleOf(measure, dictionary),
    parameters: declared.parameters.map((parameter) => ({...parameter, origin: origins[parameter.name]})),
    instrument: constantsOf(measure),
    place,
    ladder: ladder.map((row) => stepOf(row, measure)),
    figure: result === null ? null : figureOf(result),
    versions: {
      definition: measure.version,
      code: project.version,
      as_of: built.as_of,
      known_on: built.known_on,
      build: built.definition,
      is_behind: built.is_behind
    },
    sql: sqlOf(measure, dictionary, built)
  };
}

function ruleOf(measure: Measure, dictionary: Dictionary) {
  const named = ruleColumns(measure).map((one) => ({...one, words: wordsOf(one, measure, dictionary)}));
  const among = (...roles: readonly RuleColumn["role"][]) =>
    named.filter(({role}) => roles.includes(role)).map(({condition, words}) => ({condition, words}));
  return {
    units: isOverUnits(measure) ? unitWords[measure.grain][1] : `${measure.grain}s`,
    counted: among("counted"),
    denominator: among("denominator"),
    numerator: among("numerator"),
    value: among("value", "event"),
    period_by: measure.period_by,
    waits_for: waitsFor(measure)
  };
}

/** The words of the ladder for who is counted; for the rest, what the column means. */
function wordsOf({role, condition, column}: RuleColumn, measure: Measure, dictionary: Dictionary): string {
  if (role === "counted" && isOverUnits(measure)) return stepLabel(condition, measure);
  const words = dictionary.wordsOf(dictionary.tableOf(measure, column), column);
  return `${words[0]?.toLowerCase()}${words.slice(1)}`;
}

function waitsFor(measure: Measure): string | null {
  if (!isOverUnits(measure)) return null;
  if (measure.quarter !== undefined)
    return `whole discharge quarters, each counted from ${measure.quarter.closes_after_days} days after its last day`;
  return measure.matures === undefined ? null : `only those who ${stepLabel(measure.matures, measure)}`;
}

/** What the declaration of its instrument brings into a measure. */
function constantsOf(measure: Measure) {
  const instrument = isOverUnits(measure) ? instruments.find(({id}) => id === measure.instrument) : undefined;
  if (instrument === undefined) return null;
  const {id, label, reliable_change, minimal_important_change, elevated_from, remission_below, may_be_missing} =
    instrument;
  return {id, label, reliable_change, minimal_important_change, elevated_from, remission_below, may_be_missing};
}

function stepOf({step, step_order, count, status}: LadderRow, measure: Measure) {
  return {
    step,
    label: isOverUnits(measure) ? stepLabel(step, measure) : step,
    is_note: step_order >= 100,
    count,
    status
  };
}

/** A row of results.csv without what guards it. */
function figureOf({guarded: _guarded, ...published}: Result) {
  return published;
}

function sqlOf(measure: Measure, dictionary: Dictionary, {suffix}: Built) {
  const files = new SqlFiles(project.warehouseSql);
  const under = countedAs(measures)(measure);
  return {
    counted_under: under === measure.id ? null : under,
    statements: countingSql(measure, suffix),
    columns: ruleColumns(measure).map((one) => {
      const table = dictionary.tableOf(measure, one.column);
      return {...one, table, words: wordsOf(one, measure, dictionary), ...files.lineageOf(table, one.column)};
    })
  };
}
