import type {Table} from "../table.ts";
import {drawTwin} from "./draw_twin.ts";
import {readInputs} from "./read_inputs.ts";
import {type TwinReport, twinReport} from "./twin_report.ts";

export interface TwinOptions {
  readonly seed: string;
  /** Rows of the first table, about: at least as many as its codes need. 200 where not given, so that they tell nothing. */
  readonly rows?: number;
  /** The columns that say whose a row is; person_id and episode_id where not given. */
  readonly person?: string;
  readonly episode?: string;
}

export interface SyntheticTwin {
  readonly tables: readonly Table[];
  readonly report: TwinReport;
}

const usualRows = 200;

/**
 * Tables with the fields, codes and gaps of an export and no person in them, so that code can be written before the export is
 * allowed. Each column is drawn for itself, from what the report lists: rounded shares and middle values of 11 people or more. What is kept
 * between columns: keys, reasons where values are empty and nowhere else, columns that are empty together or because of a code,
 * values that are the same within a person or an episode, numbers and days that ascend. All else is not: no result means anything.
 */
export function syntheticTwin(tables: readonly Table[], options: TwinOptions): SyntheticTwin {
  const {seed, rows = usualRows, person = "person_id", episode = "episode_id"} = options;
  const inputs = readInputs(tables, {person, episode});
  return {tables: drawTwin(inputs, {seed, rows}).map(marked), report: twinReport(inputs)};
}

const inWords =
  "synthetic: drawn for itself, so that how it goes with other columns means nothing; the real one is made so";

/** Each text that goes with a file says that it is synthetic. */
function marked(table: Table): Table {
  const fields = table.fields.map((field) => ({...field, derivation: `${inWords}: ${field.derivation}`}));
  return {...table, fields, grain: `synthetic, no person is in it: ${table.grain}`};
}
