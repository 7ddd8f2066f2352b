import {itemCounts, itemRanges, totalRanges} from "./contract/score_words.ts";

interface Explanation {
  /** When a row carries this code, as a clause. */
  readonly means: string;
  /** What the sender can do. */
  readonly hint: string;
}

/**
 * What a row can have wrong by itself, judged when it arrives from the row and its delivery alone.
 * A row carries the first that applies, in this order.
 */
export const defects = {
  ragged_row: {
    means: "the row has another number of cells than the header",
    hint: "look for a comma or a line break inside a cell that is not quoted, or a cell that is missing"
  },
  duplicate_key: {
    means: "the key stands twice in the file and the rows differ, or a delete stands beside a statement",
    hint: "send the row that is right, once"
  },
  required_empty: {
    means: "a required cell is empty",
    hint: "fill in the cell"
  },
  key_too_long: {
    means: "a key has more than 64 characters",
    hint: "send a shorter pseudonymous key"
  },
  bad_value: {
    means: "the cell is not of the type, the range or the code list of its column",
    hint: "use a value that the column allows, without spaces around it and in lower case"
  },
  bad_date: {
    means: "the cell is not a date, or a date that does not exist",
    hint: "write dates as YYYY-MM-DD and date-times as YYYY-MM-DDTHH:MM"
  },
  future_date: {
    means: "the date is after the date of the delivery",
    hint: "correct the date; planned dates are not sent"
  },
  discharged_before_admitted: {
    means: "the discharge is before the admission",
    hint: "correct whichever of the two dates is wrong"
  },
  closing_incomplete: {
    means: "a date of discharge stands without a reason, or a reason without a date",
    hint: "send discharged_on and discharge_reason together, or neither"
  },
  item_out_of_range: {
    means: `an item is not a whole number from ${itemRanges}`,
    hint: "correct the item, or leave it empty if it was not answered"
  },
  total_out_of_range: {
    means: `the total is not a whole number from ${totalRanges}`,
    hint: "correct the total, or leave it empty if the items are given"
  },
  items_of_other_instrument: {
    means: `an item is given beyond those that the instrument has: ${itemCounts}`,
    hint: "check the instrument; leave the items empty that it does not have"
  },
  score_mismatch: {
    means: "the total is not the sum of the items, or is outside what the given items allow",
    hint: "correct the total or the items, or leave the total empty"
  },
  no_score_no_reason: {
    means: "neither an item nor a total nor a missing_reason is given",
    hint: "send the score, or say in missing_reason why there is none"
  }
} as const satisfies Record<string, Explanation>;

/** Why an accepted row waits: judged whenever the warehouse is built, against what is then known. */
export const waitingReasons = {
  unknown_parent: {
    means: "the client, program or episode that the row names is not there, is deleted, waits or is quarantined",
    hint: "send the row it names, or correct the key; this row takes part again by itself"
  },
  session_outside_episode: {
    means: "the session is before the admission or more than one day after the discharge of its episode",
    hint: "correct held_on, episode_key or the dates of the episode"
  },
  assessment_too_early: {
    means: "the assessment is more than 14 days before the admission of its episode",
    hint: "correct assessed_on, episode_key or the date of admission"
  },
  second_open_episode: {
    means: "another open episode of this client in this program was admitted earlier",
    hint: "send the discharge of the earlier episode, or delete the one that is a copy"
  }
} as const satisfies Record<string, Explanation>;

export type DefectCode = keyof typeof defects;

/** A row's first defect and the column at fault, where it is one column. */
export interface Defect {
  readonly code: DefectCode;
  readonly column: string | null;
}

/** In the order in which they apply. */
export const defectCodes = Object.keys(defects) as DefectCode[];
