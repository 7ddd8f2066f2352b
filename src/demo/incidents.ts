import {type Day, firstOfMonth} from "./calendar.ts";
import type {DemoOptions} from "./options.ts";

/** A month of the deliveries counted from 0, and its first and last day. */
export interface Month {
  readonly month: number;
  readonly from: Day;
  readonly to: Day;
}

/** What befalls the organisation and its deliveries, and when. Months keep their order for any number of months allowed. */
export interface Incidents {
  /** Sessions and assessments come a month before their episode. */
  readonly orphans: Month;
  /** Everything is held by video. */
  readonly telehealth: Month;
  /** Some files are delivered whole once more. */
  readonly full: Month;
  /** The first export after the system upgrade has labels for codes and names of people; it is sent again. */
  readonly upgrade: Month;
  /** The delivery arrives after two later ones. */
  readonly late: Month;
  /** A program gives no scores at discharge in these three months. */
  readonly no_end_scores: {
    readonly program_key: string;
    readonly from: Day;
    readonly to: Day;
  };
  /** A site gives no GAD-7 from this day on. */
  readonly no_gad7: {readonly site_key: string; readonly from: Day};
}

export function incidentsOf(options: DemoOptions): Incidents {
  const at = (share: number) => monthOf(options, Math.floor(options.months * share));
  const silent = at(0.66);
  return {
    orphans: at(0.3),
    telehealth: at(0.4),
    full: at(0.5),
    upgrade: at(0.58),
    late: at(0.62),
    no_end_scores: {
      program_key: "north-php",
      from: silent.from,
      to: monthOf(options, silent.month + 2).to
    },
    no_gad7: {
      site_key: "south",
      from: monthOf(options, options.months - 6).from
    }
  };
}

function monthOf(options: DemoOptions, month: number): Month {
  const from = firstOfMonth(options.first_month, month);
  return {month, from, to: firstOfMonth(options.first_month, month + 1) - 1};
}
