import type {Complaint} from "./complaint.ts";
import {type Instrument, maximumOf} from "./instrument.ts";

/** What a declaration, each field of which is sound, has wrong as a whole; the first such thing, or null. */
export function contradictionIn(instrument: Instrument): Complaint | null {
  return outOfRange(instrument) ?? wrongBand(instrument) ?? wrongAnswer(instrument) ?? wrongItems(instrument);
}

function outOfRange(instrument: Instrument): Complaint | null {
  const {elevated_from, remission_below, items, may_be_missing} = instrument;
  const maximum = maximumOf(instrument);
  if (elevated_from > maximum) return {path: ["elevated_from"], expected: `at most the highest total, ${maximum}`};
  if (remission_below > elevated_from) return {path: ["remission_below"], expected: "at most elevated_from"};
  if (may_be_missing >= items.length) return {path: ["may_be_missing"], expected: "fewer than there are items"};
  for (const field of ["reliable_change", "minimal_important_change"] as const)
    if (instrument[field].points > maximum)
      return {path: [field, "points"], expected: `at most the highest total, ${maximum}`};
  return null;
}

function wrongBand(instrument: Instrument): Complaint | null {
  const {bands} = instrument;
  const maximum = maximumOf(instrument);
  for (const [index, {from}] of bands.entries()) {
    const path = ["bands", index, "from"];
    const before = bands[index - 1]?.from;
    if (before === undefined ? from !== 0 : from <= before)
      return {
        path,
        expected: before === undefined ? "0, where the first band begins" : `more than ${before}, as bands ascend`
      };
    if (from > maximum) return {path, expected: `at most the highest total, ${maximum}`};
  }
  return null;
}

function wrongAnswer({answers, items, item_scores}: Instrument): Complaint | null {
  const tables = [
    {path: ["answers"], answers},
    ...items.map((item, at) => ({path: ["items", at, "answers"], ...item}))
  ];
  for (const table of tables)
    for (const [code, score] of Object.entries(table.answers))
      if (score > item_scores.to)
        return {path: [...table.path, code], expected: `at most ${item_scores.to}, as item_scores say`};
  return null;
}

function wrongItems({items, loinc}: Instrument): Complaint | null {
  const known = new Set(Object.values(loinc));
  let asks = false;
  for (const [index, {loinc: code, asks_for_ideation}] of items.entries()) {
    if (asks_for_ideation && asks)
      return {path: ["items", index, "asks_for_ideation"], expected: "one item at most that asks"};
    asks ||= asks_for_ideation;
    if (code !== undefined && known.has(code)) return {path: ["items", index, "loinc"], expected: "a code of its own"};
    if (code !== undefined) known.add(code);
  }
  return null;
}
