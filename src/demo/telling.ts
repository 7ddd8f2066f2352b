import type {Day} from "./calendar.ts";
import {type FileName, keyIn, type Row} from "./layout.ts";
import type {Statement} from "./statements.ts";

/** When things are told: the dates of the monthly deliveries, and the seed of what goes wrong in telling. */
export interface Telling {
  readonly seed: number;
  readonly days: readonly Day[];
}

/** The delivery that first tells of a day; the number of deliveries if none does. */
export function monthTold(telling: Telling, day: Day): number {
  const month = telling.days.findIndex((delivered) => delivered >= day);
  return month < 0 ? telling.days.length : month;
}

/** One statement for each different month within the example, saying what is known then. */
export function tell(
  telling: Telling,
  file: FileName,
  months: readonly number[],
  known: (month: number) => Row
): Statement[] {
  return [...new Set(months)]
    .filter((month) => month < telling.days.length)
    .sort((a, b) => a - b)
    .map((month) => {
      const row = known(month);
      return {file, key: keyIn(file, row), month, row};
    });
}
