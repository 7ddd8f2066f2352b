import {exampleStatement} from "./example_rows.ts";
import {type ResultCounts, secondReading} from "./results.ts";
import type {Reading, Statement} from "./rows.ts";

export interface Place {
  breakdown?: string;
  group?: string;
  period?: string;
}

/** Reads an example and gives the row of a measure: of all periods and everyone, or of the place asked for. */
export function readExample(
  rows: Partial<Statement>,
  reading: Partial<Reading> = {}
): (measure: string, place?: Place) => ResultCounts | undefined {
  const settings = {prorate: true, stale_after_days: 30};
  const results = secondReading(exampleStatement(rows), {as_of: "2026-03-31", settings, ...reading});
  return (measure, place = {}) => {
    const {breakdown = "all", group = "", period = ""} = place;
    return results.find(
      (r) => r.measure === measure && r.breakdown === breakdown && r.group === group && r.period === period
    );
  };
}
