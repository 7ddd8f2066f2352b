import type {Cell, Column} from "./contract.ts";
import {itemRanges, totalRanges} from "./score_words.ts";

/** What a column allows, in words: "one of mh, sud, dual". */
export function ruleOf({cell, required}: Column): string {
  return required ? `required; ${cellRule(cell)}` : cellRule(cell);
}

function cellRule(cell: Cell): string {
  switch (cell.kind) {
    case "key":
      return "a pseudonymous key of at most 64 characters";
    case "text":
      return "text";
    case "date":
      return "a date YYYY-MM-DD, not after the delivery";
    case "date_or_time":
      return "a date YYYY-MM-DD or date-time YYYY-MM-DDTHH:MM, not after the delivery";
    case "code":
      return `one of ${cell.codes.join(", ")}`;
    case "code_list":
      return `one or more, separated by ";", of ${cell.codes.join(", ")}`;
    case "digits":
      return `${cell.length} digits`;
    case "language":
      return "two lower-case letters, other or unknown";
    case "whole":
      return `a whole number from ${cell.from} to ${cell.to}`;
    case "year":
      return `a year from ${cell.from} to that of the delivery`;
    case "hours":
      return "from" in cell ? `hours from ${cell.from} to ${cell.to}` : `hours above ${cell.above}, at most ${cell.to}`;
    case "item":
      return `a whole number from ${itemRanges}`;
    case "total":
      return `a whole number from ${totalRanges}`;
  }
}
