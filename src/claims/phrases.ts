import type {Estimate} from "../statistics/estimate.ts";
import type {Finding} from "./finding.ts";
import {formatCount, formatFigure, formatNumber} from "./format.ts";
import type {Figure, Unit} from "./grounds.ts";

/** "people discharged in 2026 Q1 at North IOP who began with a PHQ-9 score of 10 or more", without who was measured. */
export function whom({subject, restriction}: Finding, {period, where, as_of}: Figure): string {
  return joined([subject, period === "" ? `up to ${as_of}` : `in ${period}`, where, restriction]);
}

/** The same, down to those whose scores are in the figure. */
export function whomMeasured(finding: Finding, figure: Figure): string {
  const all = whom(finding, figure);
  if (finding.measured?.otherwise !== "left_out") return all;
  return `${all} ${finding.restriction === "" ? "who" : "and"} ${finding.measured.predicate}`;
}

/** Begins a sentence about some people: "of" them a share, "among" them anything else. */
export function preposition({form}: Finding): "of" | "among" {
  return form === "share" ? "of" : "among";
}

/** What is so of them, with an amount in its place: a value or a range; `verb` goes with it. */
export function predication(finding: Finding, amount: string, verb: "was" | "lies"): string {
  switch (finding.form) {
    case "share":
      return `${amount} ${finding.achieved}`;
    case "change":
      return `the mean change in ${finding.scores} ${finding.span} ${verb} ${amount}, ${signWords(finding)}`;
    case "median":
      return `the median ${finding.quantity} ${verb} ${amount}`;
  }
}

/** "a fall counted as positive"; empty where a value has no sign. */
export function signWords(finding: Finding): string {
  return finding.form === "change" ? `a ${finding.gain} counted as positive` : "";
}

/** "between 31.0% and 62.0%" */
export function between({lower, upper}: Pick<Estimate, "lower" | "upper">, unit: Unit): string {
  if (lower !== null && upper !== null) return `between ${formatNumber(lower, unit)} and ${formatFigure(upper, unit)}`;
  if (lower !== null) return `at ${formatFigure(lower, unit)} or more`;
  return upper === null ? "" : `at ${formatFigure(upper, unit)} or less`;
}

/** "95% interval 58.1% to 66.5%" */
export function interval({lower, upper}: Estimate, unit: Unit): string {
  return `95% interval ${limit(lower, unit)} to ${limit(upper, unit)}`;
}

/** "281 of 450 episodes", "7,812 of 9,990 sessions in 210 episodes", "312 episodes" */
export function counts(finding: Finding, figure: Figure): string {
  const {units, numerator, denominator} = figure;
  if (finding.form !== "share" || numerator === null || denominator === null) return unitsOf(finding, figure);
  const cases = `${formatCount(numerator)} of ${formatCount(denominator)} ${finding.counted}`;
  return units === denominator ? cases : `${cases} in ${unitsOf(finding, figure)}`;
}

/** "312 episodes" */
export function unitsOf({units: noun}: Finding, {units}: Figure): string {
  return units === null ? "" : `${formatCount(units)} ${noun}`;
}

/** "78.2% measured"; empty where no score is needed or the share is not known. */
export function measuredShare({measured}: Finding, share: number | null): string {
  if (measured === null || share === null) return "";
  const words = `${formatNumber(share, "share")} measured`;
  return measured.otherwise === "left_out" ? words : `${words}, the rest counted against it`;
}

/** "only 46.2%", where most were not measured. */
export function onlyShare(share: number | null): string {
  return share === null ? "an unknown share" : `only ${formatNumber(share, "share")}`;
}

/** " (a; b; c)", without the empty ones. */
export function bracketed(parts: readonly string[]): string {
  return ` (${parts.filter((part) => part !== "").join("; ")})`;
}

/** Joined by spaces, without the empty ones. */
export function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function limit(bound: number | null, unit: Unit): string {
  return bound === null ? "not reached" : formatNumber(bound, unit);
}
