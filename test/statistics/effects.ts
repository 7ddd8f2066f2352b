import {readFileSync} from "node:fs";
import {bootstrapBca} from "../../src/statistics/bootstrap_bca.ts";
import {dAv, gAv} from "../../src/statistics/d_av.ts";
import {dRm, gRm} from "../../src/statistics/d_rm.ts";
import {dZ, gZ} from "../../src/statistics/d_z.ts";
import {effectSizeSmcr} from "../../src/statistics/effect_size_smcr.ts";
import {fixedReferenceEffectSize} from "../../src/statistics/fixed_reference_effect_size.ts";
import {type Moments, summarizePairs} from "../../src/statistics/moments.ts";
import {noncentralT} from "../../src/statistics/noncentral_t.ts";
import {noncentralTLimits} from "../../src/statistics/noncentral_t_limits.ts";
import {Random} from "../../src/statistics/random.ts";
import {
  classifyChange,
  cutOffs,
  type IndividualChange,
  reliableChangeIndex,
  reliableChangeThreshold
} from "../../src/statistics/reliable_change.ts";
import {
  standardisedMeanDifference,
  standardisedShareDifference
} from "../../src/statistics/standardised_mean_difference.ts";
import {welchDifference} from "../../src/statistics/welch_difference.ts";
import {momentsOf, pairsOf, sampleSumsOf} from "./counts.ts";
import type {Figure, ReferenceCase} from "./reference.ts";

export function readReference(): ReferenceCase[] {
  const text = readFileSync(new URL("effects.json", import.meta.url), "utf8");
  return (JSON.parse(text) as {cases: ReferenceCase[]}).cases;
}

/** What is found by iteration is compared to 1e-8; what is drawn, within the error of drawing. */
export function toleranceOf(statistic: string): number {
  if (statistic === "bootstrap_bca") return 0.03;
  return ["noncentral_t_limits", "d_z", "g_z", "welch_difference"].includes(statistic) ? 1e-8 : 1e-10;
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

/** d_pre: what effectSize would be without its correction. */
export function uncorrectedEffectSize(moments: Moments): number | null {
  const {mean_difference, sd_x} = summarizePairs(moments);
  return mean_difference === null || !sd_x ? null : mean_difference / sd_x;
}

type List = (name: string) => number[];
type Single = (name: string) => number;

const functions: Record<string, (list: List, single: Single) => object & Record<string, Figure>> = {
  noncentral_t: (_, single) => ({value: noncentralT(single("t"), single("df"), single("ncp"))}),
  noncentral_t_limits: (_, single) => ({...noncentralTLimits(single("t"), single("df"))}),
  effect_size_smcr: (list) => ({...effectSizeSmcr(momentsOf(list("x"), list("y")))}),
  d_z: (list) => ({...dZ(momentsOf(list("x"), list("y")))}),
  g_z: (list) => ({...gZ(momentsOf(list("x"), list("y")))}),
  d_av: (list) => ({...dAv(momentsOf(list("x"), list("y")))}),
  g_av: (list) => ({...gAv(momentsOf(list("x"), list("y")))}),
  d_rm: (list) => ({...dRm(momentsOf(list("x"), list("y")))}),
  g_rm: (list) => ({...gRm(momentsOf(list("x"), list("y")))}),
  fixed_reference_effect_size: (list, single) => ({
    ...fixedReferenceEffectSize(momentsOf(list("x"), list("y")), single("reference_sd"))
  }),
  bootstrap_bca: (list) => {
    const {value, percentile, bca} = bootstrapBca(pairsOf(list("x"), list("y")), uncorrectedEffectSize, {
      resamples: 40_000,
      random: new Random("effects")
    });
    return {value, limits: [percentile.lower, percentile.upper, bca.lower, bca.upper]};
  },
  reliable_change: (_, single) => ({
    threshold: reliableChangeThreshold(single("sd"), single("reliability")),
    index: reliableChangeIndex(single("change"), single("sd"), single("reliability"))
  }),
  cut_offs: (_, single) => ({
    ...cutOffs({mean: single("m1"), sd: single("s1")}, {mean: single("m0"), sd: single("s0")})
  }),
  individual_change: (list, single) => {
    const classes = pairsOf(list("x"), list("y")).map(({x, y}) =>
      classifyChange({before: x, after: y}, {threshold: single("threshold"), cutOff: single("cut_off")})
    );
    const count = (name: IndividualChange) => classes.filter((each) => each === name).length;
    return {
      recovered: count("recovered"),
      improved: count("improved"),
      unchanged: count("unchanged"),
      deteriorated: count("deteriorated")
    };
  },
  standardised_mean_difference: (list) => ({
    value: standardisedMeanDifference(sampleSumsOf(list("x")), sampleSumsOf(list("y")))
  }),
  standardised_share_difference: (_, single) => ({
    value: standardisedShareDifference(
      {numerator: single("x1"), denominator: single("n1")},
      {numerator: single("x0"), denominator: single("n0")}
    )
  }),
  welch_difference: (list) => ({...welchDifference(sampleSumsOf(list("x")), sampleSumsOf(list("y")))})
};
