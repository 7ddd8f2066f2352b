import {plain} from "../components/words.ts";

/** Why a row or a delivery is held back, by the code that the manifest gives, as a clause. */
export const heldWords: Readonly<Record<string, string>> = {
  several: "several reasons, each with too few rows to tell apart",
  ragged_row: "another number of cells than the header has",
  duplicate_key: "one key on two rows that differ",
  required_empty: "a required cell is empty",
  key_too_long: "a key is too long",
  bad_value: "a value that its column does not allow",
  bad_date: "a date that is not one",
  future_date: "a date after the day of the delivery",
  discharged_before_admitted: "discharged before admitted",
  closing_incomplete: "a discharge without its reason, or a reason without a discharge",
  item_out_of_range: "an answer outside the range of its questionnaire",
  total_out_of_range: "a total outside the range of its questionnaire",
  items_of_other_instrument: "answers to questions that the questionnaire does not have",
  score_mismatch: "a total that does not fit its answers",
  no_score_no_reason: "neither a score nor a reason for having none",
  unknown_parent: "the client, program or episode it names is not there yet",
  session_outside_episode: "a session outside the dates of its episode",
  assessment_too_early: "an assessment more than 14 days before the admission",
  second_open_episode: "an earlier episode in the same program is still open",
  no_delivery_json: "no delivery.json in the folder",
  unreadable_delivery_json: "delivery.json cannot be read",
  unknown_format: "delivery.json names another format or version",
  invalid_delivery_json: "a field of delivery.json is missing or wrong",
  unknown_file: "a file that the delivery format does not know",
  file_twice: "one file stands there twice, plain and compressed",
  unreadable_file: "a file cannot be read to its end",
  not_text: "a file is not UTF-8 text",
  bad_quoting: "quote signs of a file do not match",
  row_too_long: "a row is far too long, as after a quote sign that never closes",
  missing_column: "a required column is missing",
  repeated_column: "a column stands twice",
  unknown_column: "a column that the delivery format does not know",
  delete_in_full: "a full delivery asks for rows to be deleted",
  identifier_column: "the name of a column says that it identifies people",
  identifier_cell: "cells look like names, numbers or addresses of people",
  counts_disagree: "a file has another number of rows than was announced",
  same_place: "another delivery has the same source, date and sequence",
  half_size: "a full delivery with less than half of the rows before it"
};

/** A code as words; one that is not known here, without its underscores. */
export function heldInWords(code: string): string {
  return heldWords[code] ?? plain(code);
}
