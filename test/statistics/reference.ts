import {readFileSync} from "node:fs";
import {aalenJohansen} from "../../src/statistics/aalen_johansen.ts";
import {benjaminiHochberg} from "../../src/statistics/benjamini_hochberg.ts";
import {effectSize} from "../../src/statistics/effect_size.ts";
import {funnelLimits} from "../../src/statistics/funnel_limits.ts";
import {kaplanMeier} from "../../src/statistics/kaplan_meier.ts";
import {kaplanMeierMedian} from "../../src/statistics/kaplan_meier_median.ts";
import {meanChange} from "../../src/statistics/mean_change.ts";
import {median} from "../../src/statistics/median.ts";
import {summarizePairs} from "../../src/statistics/moments.ts";
import {newcombeDifference} from "../../src/statistics/newcombe_difference.ts";
import {normalQuantile} from "../../src/statistics/normal_quantile.ts";
import {overDispersion} from "../../src/statistics/over_dispersion.ts";
import {pChart} from "../../src/statistics/p_chart.ts";
import {quantileType7} from "../../src/statistics/quantile_type7.ts";
import {ratioOfTotals} from "../../src/statistics/ratio_of_totals.ts";
import {smallSampleCorrection} from "../../src/statistics/small_sample_correction.ts";
import {wilsonInterval} from "../../src/statistics/wilson_interval.ts";
import {xmrChart} from "../../src/statistics/xmr_chart.ts";
import {competingTimesOf, histogramOf, momentsOf, survivalTimesOf, totalsOf} from "./counts.ts";

export type Figure = number | null | readonly (number | null)[];

/** A case of reference.json: an input, and what R says to each call about it. */
export interface ReferenceCase {
  readonly statistic: string;
  readonly input: Readonly<Record<string, number | number[]>>;
  readonly calls: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Figure>>;
}

export function readReference(): ReferenceCase[] {
  const text = readFileSync(new URL("reference.json", import.meta.url), "utf8");
  return (JSON.parse(text) as {cases: ReferenceCase[]}).cases;
}

/** Iterative quantiles are compared to 1e-8, closed forms to 1e-10. */
export function toleranceOf(statistic: string): number {
  return ["mean_change", "normal_quantile", "small_sample_correction"].includes(statistic) ? 1e-8 : 1e-10;
}

/** The largest deviation of our figures from R's, relative where R's is above 1; Infinity if one has a value and the other not. */
export function deviation(ours: Figure, theirs: Figure): number {
  const [a, b] = [[ours].flat(), [theirs].flat()];
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Math.max(...a.map((value, index) => difference(value, b[index] ?? null)));
}

function difference(ours: number | null, theirs: number | null): number {
  if (ours === null || theirs === null) return ours === theirs ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs));
}

/** What our function says of the input of a case, by the names of its figures. */
export function compute({statistic, input}: ReferenceCase): Readonly<Record<string, Figure>> {
  const ours = functions[statistic];
  if (ours === undefined) throw new Error(`${statistic}: no function stands for it`);
  return ours(
    (name) => [input[name] ?? []].flat(),
    (name) => [input[name] ?? Number.NaN].flat()[0] ?? Number.NaN
  );
}

type List = (name: string) => number[];
type Single = (name: string) => number;

const functions: Record<string, (list: List, single: Single) => object & Record<string, Figure>> = {
  wilson_interval: (_, single) => ({...wilsonInterval(single("numerator"), single("denominator"))}),
  newcombe_difference: (_, single) => ({
    ...newcombeDifference(
      {numerator: single("x1"), denominator: single("n1")},
      {numerator: single("x2"), denominator: single("n2")}
    )
  }),
  ratio_of_totals: (list) => ({...ratioOfTotals(totalsOf(list("a"), list("s")))}),
  normal_quantile: (_, single) => ({value: normalQuantile(single("probability"))}),
  small_sample_correction: (_, single) => ({value: smallSampleCorrection(single("m"))}),
  moments: (list) => ({...summarizePairs(momentsOf(list("x"), list("y")))}),
  mean_change: (list) => ({...meanChange(momentsOf(list("x"), list("y")))}),
  effect_size: (list) => ({...effectSize(momentsOf(list("x"), list("y")))}),
  median: (list) => ({...median(histogramOf(list("x")))}),
  quantile_type7: (list, single) => ({value: quantileType7(histogramOf(list("x")), single("probability"))}),
  median_rank: (_, single) => {
    const {lower, upper} = median(Array.from({length: single("n")}, (__, index) => ({value: index + 1, count: 1})));
    return {value: lower ?? 0, fromTheTop: upper === null ? 0 : single("n") + 1 - upper};
  },
  kaplan_meier: (list) => {
    const steps = kaplanMeier(survivalTimesOf(list("time"), list("status")));
    return {
      survival: steps.map((step) => step.survival),
      at_risk: steps.map((step) => step.at_risk),
      lower: steps.map((step) => step.lower),
      upper: steps.map((step) => step.upper)
    };
  },
  kaplan_meier_median: (list) => ({...kaplanMeierMedian(survivalTimesOf(list("time"), list("status")))}),
  aalen_johansen: (list) => {
    const steps = aalenJohansen(competingTimesOf(list("time"), list("status")), "planned");
    return {
      incidence: steps.map((step) => step.incidence),
      lower: steps.map((step) => step.lower),
      upper: steps.map((step) => step.upper)
    };
  },
  xmr_chart: (list) => {
    const {centre, mean_moving_range, lower_limit, upper_limit} = xmrChart(list("x"), "higher");
    return {centre, mean_moving_range, lower_limit, upper_limit};
  },
  over_dispersion: (list) => ({...overDispersion(unitsOf(list), pooled(list))}),
  funnel_limits: (_, single) => ({...funnelLimits(single("target"), single("n"), single("tau_squared"))}),
  benjamini_hochberg: (list) => ({value: benjaminiHochberg(list("p"))}),
  p_chart: (list) => {
    const points = pChart(unitsOf(list));
    return {
      lower_limit: points.map((point) => point.lower_limit),
      upper_limit: points.map((point) => point.upper_limit)
    };
  }
};

function unitsOf(list: List): {numerator: number; denominator: number}[] {
  const denominators = list("n");
  return list("x").map((numerator, index) => ({numerator, denominator: denominators[index] ?? 0}));
}

function pooled(list: List): number {
  const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
  return total(list("x")) / total(list("n"));
}
