import type {Result} from "../../src/publish/result.ts";
import {figureInWords, labelOf} from "../figure_in_words.ts";

/** The measures that a trial's PHQ-9 can answer; the others hang on what is made up for it. */
export const trialMeasures: readonly string[] = [
  "phq9_effect_size",
  "phq9_change",
  "phq9_reliable_improvement",
  "phq9_reliable_deterioration",
  "phq9_response",
  "phq9_remission",
  "followup_retention",
  "phq9_change_at_followup",
  "phq9_effect_size_at_followup"
];

/** A trial's results over all time, for everyone and by arm. */
export function trialResults(results: readonly Result[]): Result[] {
  return results.filter(
    ({measure, breakdown, period_type}) =>
      trialMeasures.includes(measure) && ["all", "program"].includes(breakdown) && period_type === "all"
  );
}

/** One line for each figure of a release, as published, so with small counts hidden. */
export function figuresInWords(results: readonly Result[]): string {
  const rows = trialResults(results);
  return trialMeasures
    .flatMap((id) => rows.filter(({measure}) => measure === id))
    .map((row) => `  ${labelOf(row.measure).padEnd(28)} ${(row.group || "everyone").padEnd(10)} ${figureInWords(row)}`)
    .join("\n");
}
