import {gZ} from "../../statistics/d_z.ts";
import {effectSize} from "../../statistics/effect_size.ts";
import type {Estimate} from "../../statistics/estimate.ts";
import {fixedReferenceEffectSize} from "../../statistics/fixed_reference_effect_size.ts";
import {meanChange} from "../../statistics/mean_change.ts";
import type {Moments} from "../../statistics/moments.ts";
import {drawMoments, iopPairs, mildPairs, type PairPopulation} from "../pairs.ts";
import {type IntervalStudy, promised} from "../study.ts";

const iop = {
  pairs: iopPairs,
  model:
    "Pairs of PHQ-9 scores, whole numbers from 0 to 27, baseline about 15 (SD 5.6), correlation about 0.5; four of five improve by 5 points on average, the others by 2."
};

const mild = {
  pairs: mildPairs,
  model:
    "Milder pairs of PHQ-9 scores, baseline about 5 (SD 4.3), correlation about 0.5, 18 of 100 at 0 before and 22 after: far from a normal curve."
};

/** A figure of the moments of a cohort, and what it is in the whole population. */
interface Figure extends Pick<IntervalStudy, "interval" | "unit"> {
  estimate(moments: Moments): Estimate;
  truth(pairs: PairPopulation): number;
}

const inPoints: Figure = {interval: "t, n - 1", unit: "points", estimate: meanChange, truth: meanOfChange};

const inBaselineSds: Figure = {
  interval: "normal, Bonett's variance",
  unit: "sd",
  estimate: effectSize,
  truth: (pairs) => meanOfChange(pairs) / sdOf(pairs, (x) => x)
};

const inChangeSds: Figure = {
  interval: "noncentral t",
  unit: "sd",
  estimate: gZ,
  truth: (pairs) => meanOfChange(pairs) / sdOf(pairs, (x, y) => x - y)
};

const referenceSd = 6;

const inReferenceSds: Figure = {
  interval: "normal, SD known",
  unit: "sd",
  estimate: (moments) => fixedReferenceEffectSize(moments, referenceSd),
  truth: (pairs) => meanOfChange(pairs) / referenceSd
};

function studyOf(
  {pairs, model}: {pairs: PairPopulation; model: string},
  {estimate, truth, ...figure}: Figure,
  names: Pick<IntervalStudy, "id" | "figure">
): IntervalStudy {
  return {
    ...figure,
    ...names,
    model,
    truth: truth(pairs),
    sizes: [20, 40, 150, 600],
    expected: promised,
    cohort: (random, size) => estimate(drawMoments(pairs, random, size))
  };
}

function meanOfChange(pairs: PairPopulation): number {
  return pairs.mean((x, y) => x - y);
}

function sdOf(pairs: PairPopulation, figure: (x: number, y: number) => number): number {
  const mean = pairs.mean(figure);
  return Math.sqrt(pairs.mean((x, y) => (figure(x, y) - mean) ** 2));
}

export const changeStudies: readonly IntervalStudy[] = [
  studyOf(iop, inPoints, {id: "change", figure: "mean change of PHQ-9"}),
  studyOf(mild, inPoints, {id: "mild_change", figure: "mean change of mild PHQ-9"}),
  studyOf(iop, inBaselineSds, {id: "effect_size", figure: "effect size of PHQ-9, baseline SD"}),
  {
    ...studyOf(mild, inBaselineSds, {id: "mild_effect_size", figure: "effect size of mild PHQ-9, baseline SD"}),
    expected: {
      from: 0.95,
      to: 0.985,
      because:
        "conservative: Bonett's variance is that of normal scores. With many at 0, cohorts that start more spread also change more, so the ratio varies less; about 96.2 % in large cohorts"
    }
  },
  studyOf(iop, inChangeSds, {id: "change_sd_effect_size", figure: "effect size of PHQ-9, SD of change"}),
  studyOf(iop, inReferenceSds, {id: "reference_effect_size", figure: "effect size of PHQ-9, reference SD of 6"})
];
