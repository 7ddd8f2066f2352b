import {effectSize} from "../../statistics/effect_size.ts";
import type {Estimate} from "../../statistics/estimate.ts";
import {meanChange} from "../../statistics/mean_change.ts";
import type {Moments} from "../../statistics/moments.ts";
import {drawMoments, iopPairs, mildPairs, type PairPopulation} from "../pairs.ts";
import {type IntervalStudy, promised} from "../study.ts";

const iop = {
  pairs: iopPairs,
  model:
    "Pairs of PHQ-9 scores, whole numbers from 0 to 27, baseline about 15 (SD 5.7), correlation about 0.5; four of five improve by 5 points on average, the others by 2."
};

const mild = {
  pairs: mildPairs,
  model:
    "Milder pairs of PHQ-9 scores, baseline about 5 (SD 4.3), correlation about 0.5, 18 of 100 at 0 before and 22 after: far from a normal curve."
};

function studyOf(
  {pairs, model}: {pairs: PairPopulation; model: string},
  figure: Pick<IntervalStudy, "id" | "figure" | "interval" | "unit" | "truth" | "expected">,
  estimate: (moments: Moments) => Estimate
): IntervalStudy {
  return {
    ...figure,
    model,
    sizes: [20, 40, 150, 600],
    cohort: (random, size) => estimate(drawMoments(pairs, random, size))
  };
}

function meanChangeOf(pairs: PairPopulation): number {
  return pairs.mean((x, y) => x - y);
}

/** Mean change in units of the SD of the baseline, of the whole population. */
function effectSizeOf(pairs: PairPopulation): number {
  const mean = pairs.mean((x) => x);
  return meanChangeOf(pairs) / Math.sqrt(pairs.mean((x) => (x - mean) ** 2));
}

const change = {interval: "t, n - 1", unit: "points"} as const;
const gPre = {interval: "normal, Bonett's variance", unit: "sd"} as const;

export const iopChange = studyOf(
  iop,
  {...change, id: "change", figure: "mean change of PHQ-9", truth: meanChangeOf(iopPairs), expected: promised},
  meanChange
);

export const mildChange = studyOf(
  mild,
  {
    ...change,
    id: "mild_change",
    figure: "mean change of mild PHQ-9",
    truth: meanChangeOf(mildPairs),
    expected: promised
  },
  meanChange
);

export const iopEffectSize = studyOf(
  iop,
  {...gPre, id: "effect_size", figure: "effect size of PHQ-9", truth: effectSizeOf(iopPairs), expected: promised},
  effectSize
);

const conservative = {
  from: 0.95,
  to: 0.985,
  because:
    "conservative: Bonett's variance is that of normal scores. With many at 0, cohorts that start more spread also change more, so the ratio varies less; about 96.2 % in large cohorts"
};

export const mildEffectSize = studyOf(
  mild,
  {
    ...gPre,
    id: "mild_effect_size",
    figure: "effect size of mild PHQ-9",
    truth: effectSizeOf(mildPairs),
    expected: conservative
  },
  effectSize
);
