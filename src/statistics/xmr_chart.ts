import {findSignals, limitDistance, type XmrFinding} from "./xmr_signals.ts";

/** Which way a figure should go; "neither" makes every signal neutral. */
export type Better = "higher" | "lower" | "neither";

export interface XmrSignal extends XmrFinding {
  readonly meaning: "improvement" | "concern" | "neutral";
}

/** In the unit of the values. Limits exist from two points on; `trial` limits rest on fewer than 12. */
export interface XmrChart {
  readonly centre: number | null;
  readonly mean_moving_range: number | null;
  readonly lower_limit: number | null;
  readonly upper_limit: number | null;
  readonly trial: boolean;
  readonly points: readonly {
    readonly value: number;
    readonly signal: XmrSignal | null;
  }[];
}

/**
 * The XmR (individuals and moving range) chart of consecutive values. Centre and limits rest on the first `baseline`
 * values (all of them unless given), the signals on all.
 *
 * Method: limits at 2.66 mean moving ranges from the mean; moving ranges of 3.267 times their mean and more are left
 * out and the mean taken again, once; the rules are in `xmr_signals.ts`. If the leaving out left no variation
 * at all, nothing is left out.
 * Source: https://www.england.nhs.uk/publication/making-data-count/,
 * https://nhs-r-community.github.io/NHSRplotthedots/ (ptd_spc, with its default screening; NHS England's Excel tool
 * does not screen).
 *
 * @example xmrChart([62, 58, 65, 60, 71, 63, 59, 66, 61, 64, 57, 63], "higher")
 * // centre 62.4167, mean_moving_range 6.0909, limits 46.2148 to 78.6185, no signal
 */
export function xmrChart(values: readonly number[], better: Better, baseline: number = values.length): XmrChart {
  const base = values.slice(0, baseline);
  const centre = mean(base);
  const mean_moving_range = screenedMean(movingRanges(base));
  if (centre === null || mean_moving_range === null) return withoutLimits(values, centre);
  const reach = limitDistance * mean_moving_range;
  const distances = values.map((value) => distance(value - centre, mean_moving_range));
  const findings = findSignals(values, distances);
  return {
    centre,
    mean_moving_range,
    lower_limit: centre - reach,
    upper_limit: centre + reach,
    trial: base.length < 12,
    points: values.map((value, index) => ({value, signal: interpret(findings[index] ?? null, better)}))
  };
}

function withoutLimits(values: readonly number[], centre: number | null): XmrChart {
  const points = values.map((value) => ({value, signal: null}));
  return {centre, mean_moving_range: null, lower_limit: null, upper_limit: null, trial: true, points};
}

/** In mean moving ranges, rounded so that a point on a line does not lie beside it by an error in the last digit. */
function distance(difference: number, range: number): number {
  return difference === 0 ? 0 : Math.round((difference / range) * 1e9) / 1e9;
}

function movingRanges(values: readonly number[]): number[] {
  return values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
}

function screenedMean(ranges: readonly number[]): number | null {
  const first = mean(ranges);
  if (first === null) return null;
  return mean(ranges.filter((range) => range < 3.267 * first)) || first;
}

function interpret(finding: XmrFinding | null, better: Better): XmrSignal | null {
  if (finding === null) return null;
  if (better === "neither") return {...finding, meaning: "neutral"};
  const isImprovement = (better === "higher") === (finding.towards === "high");
  return {...finding, meaning: isImprovement ? "improvement" : "concern"};
}

/** Taken from the first value, so that equal values have exactly themselves as mean. */
function mean(values: readonly number[]): number | null {
  const [first] = values;
  if (first === undefined) return null;
  return first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
}
