import type {Field, Level, Table, Value} from "../../../src/export/table.ts";

type Made = Partial<Field> & {readonly codes?: readonly (string | number)[]};

/** A column with what a test does not care about filled in; codes become levels that speak for themselves. */
export function madeField(name: string, {codes, ...given}: Made = {}): Field {
  const levels: Level[] | null = codes?.map((code) => ({code, label: String(code)})) ?? null;
  return {
    name,
    label: name,
    type: "string",
    levels,
    unit: null,
    missing_reason: null,
    derivation: "made up",
    source: "made up",
    sensitivity: "none",
    ...given
  };
}

const fiveYears = ["15-19", "20-24", "25-29", "30-34", "60-64", "70-74", "90+", "unknown"];

const columns: Readonly<Record<string, Made>> = {
  person_id: {sensitivity: "key"},
  episode_id: {sensitivity: "key"},
  age: {sensitivity: "quasi_identifier", codes: fiveYears, unit: "years"},
  sex: {sensitivity: "quasi_identifier", codes: ["female", "male"]},
  site: {sensitivity: "quasi_identifier", codes: ["north", "south", "west"]},
  year: {sensitivity: "quasi_identifier", type: "integer"},
  sud: {sensitivity: "sensitive", codes: ["yes", "no", "unknown"]},
  reason: {sensitivity: "sensitive", codes: ["completed", "dropped_out", "death", "incarcerated"]},
  item_9: {sensitivity: "sensitive", type: "integer", codes: [0, 1, 2, 3]},
  instrument: {codes: ["phq9", "gad7"]},
  day: {type: "integer", unit: "days since admission"},
  score: {type: "integer", unit: "points", missing_reason: "score_missing"},
  score_missing: {codes: ["given", "declined"]},
  stay: {type: "integer", unit: "days"},
  completed: {type: "integer"}
};

/** A table of known columns; rows are written as they would be in a file. */
export function madeTable(names: string, rows: readonly (readonly Value[])[], given: Partial<Table> = {}): Table {
  return {
    name: "episodes",
    grain: "one row for each episode",
    fields: names.split(" ").map((name) => madeField(name, columns[name])),
    primary_key: ["episode_id"],
    rows,
    ...given
  };
}

/** One row for each of so many people, numbered from `from`, with the values after person and episode. */
export function people(count: number, values: readonly Value[], from = 1): Value[][] {
  return Array.from({length: count}, (_, index) => [`p${from + index}`, `e${from + index}`, ...values]);
}
