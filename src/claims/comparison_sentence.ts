import type {Estimate} from "../statistics/estimate.ts";
import {formatDifference, formatPlainDifference} from "./format.ts";
import type {ComparisonGrounds, Unit} from "./grounds.ts";
import {zeroIn} from "./interval_side.ts";
import {bracketed, joined, predication, preposition, whom, whomMeasured} from "./phrases.ts";
import type {Spoken} from "./strength.ts";
import {sideCounts, sideMeasured, sideShares, sideUnits, sideValues} from "./two_sides.ts";

export function comparisonSentence(grounds: ComparisonGrounds, strength: Spoken): string {
  switch (strength) {
    case "tentative":
      return rangeOfDifference(grounds);
    case "partial":
      return `${amongMeasured(grounds)}; ${differenceIs(grounds)}`;
    case "descriptive":
      return `${bothSides(grounds)}; ${differenceIs(grounds)}`;
    case "directional":
      return `${bothSides(grounds)}; ${grounds.adjustment === null ? theyDiffer(grounds) : higherOrLower(grounds)}`;
    case "evaluative":
      return `${bothSides(grounds)}; ${higherOrLower(grounds)}, which is ${isGain(grounds) ? "better" : "worse"}`;
  }
}

function rangeOfDifference(grounds: ComparisonGrounds): string {
  const {finding, figure, rest, difference} = grounds;
  const period = figure.period === "" ? "" : `in ${figure.period}`;
  const compared = joined([finding.label, figure.where, "and", rest.figure.where, period]);
  const beside = ["95% interval", "first minus second", sideUnits(grounds)];
  const [lower, upper] = [difference.lower ?? 0, difference.upper ?? 0];
  const range = `${formatPlainDifference(lower, figure.unit)} and ${formatDifference(upper, figure.unit)}`;
  return `too few to compare ${compared}: the difference lies between ${range}${bracketed(beside)}`;
}

function amongMeasured(grounds: ComparisonGrounds): string {
  const {finding} = grounds;
  const before = `of ${whom(finding, everywhere(grounds))}, ${sideShares(grounds)} ${finding.measured?.predicate ?? ""}`;
  return `${before}; among them, ${predication(finding, sideValues(grounds), "was")}${bracketed([sideCounts(grounds)])}`;
}

function bothSides(grounds: ComparisonGrounds): string {
  const {finding} = grounds;
  const beside = bracketed([sideCounts(grounds), sideMeasured(grounds)]);
  const people = `${preposition(finding)} ${whomMeasured(finding, everywhere(grounds))}`;
  return `${people}, ${predication(finding, sideValues(grounds), "was")}${beside}`;
}

function everywhere({figure}: ComparisonGrounds) {
  return {...figure, where: ""};
}

function differenceIs({difference, figure: {unit}, adjustment}: ComparisonGrounds): string {
  const is = `${adjusted(adjustment)}the difference is ${formatDifference(difference.value ?? 0, unit)}`;
  const beside = bracketed([limitsOf(difference, unit), "first minus second"]);
  return `${is}${beside}${zeroIn(difference, unit) === "inside" ? "; zero lies within the interval" : ""}`;
}

/** Unadjusted, the two figures speak for themselves. */
function theyDiffer(grounds: ComparisonGrounds): string {
  return `the two differ by ${size(grounds)}`;
}

function higherOrLower(grounds: ComparisonGrounds): string {
  const {difference, figure, rest, adjustment} = grounds;
  const than = `${(difference.value ?? 0) > 0 ? "higher" : "lower"} than ${rest.figure.where} by ${size(grounds)}`;
  return `${adjusted(adjustment)}the figure ${figure.where} is ${than}`;
}

/** The difference without its sign: "12.2 percentage points (95% interval 6.6 to 17.8)" */
function size({difference, figure: {unit}}: ComparisonGrounds): string {
  const {value, lower, upper} = difference;
  if (value === null || lower === null || upper === null) throw new Error("a direction without an interval");
  const limits = value > 0 ? difference : {value, lower: -upper, upper: -lower};
  return `${formatDifference(Math.abs(value), unit)}${bracketed([limitsOf(limits, unit)])}`;
}

function adjusted(adjustment: ComparisonGrounds["adjustment"]): string {
  return adjustment === null ? "" : "after adjustment for who was admitted, ";
}

function limitsOf({lower, upper}: Estimate, unit: Unit): string {
  return `95% interval ${formatPlainDifference(lower ?? 0, unit)} to ${formatPlainDifference(upper ?? 0, unit)}`;
}

function isGain({difference, finding}: ComparisonGrounds): boolean {
  return (difference.value ?? 0) > 0 === (finding.better === "higher");
}
