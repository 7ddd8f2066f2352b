import type {Measure} from "../measures/measure.ts";
import type {Settings} from "../settings.ts";
import type {Cells} from "./cells.ts";
import {inOrder} from "./order.ts";
import {type Result, resultOf} from "./result.ts";

export interface JudgeOptions {
  readonly measures: readonly Measure[];
  readonly settings: Settings;
  readonly as_of: string;
}

/** The result of every cell, in the order of results.csv, not yet protected. */
export function judgeCells(cells: Cells, {measures, settings, as_of}: JudgeOptions): Result[] {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const results = [...cells.values()].flatMap((cell) => {
    const measure = byId.get(cell.place.measure);
    const result = measure === undefined ? null : resultOf(measure, cell, as_of, settings);
    return result === null ? [] : [result];
  });
  return inOrder(results, measures, settings.crossed_breakdowns);
}
