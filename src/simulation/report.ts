import type {Coverage} from "./coverage.ts";
import {coverageReport} from "./coverage_report.ts";
import {biasReport} from "./dropout/bias_report.ts";

/** Which cohorts were drawn. One organisation is drawn for every ten cohorts of an interval. */
export interface SimulationPlan {
  readonly seed: number;
  readonly cohorts: number;
}

/** docs/simulations.md: the same plan gives the same bytes. */
export function simulationReport(plan: SimulationPlan, coverages: readonly Coverage[]): string {
  const title = `# Simulations

Written by \`node pipelines/simulate.ts --cohorts ${plan.cohorts} --seed ${plan.seed}\`; not edited. All people are made up. Each row on intervals stands on ${plan.cohorts} cohorts of
its own, each row on missing answers on ${organisationsOf(plan)} organisations. Any cohort can be drawn again alone: its random numbers depend on the seed, the study, the
size and its own number only.`;
  return `${[title, coverageReport(coverages), biasReport({seed: plan.seed, organisations: organisationsOf(plan)})].join("\n\n")}\n`;
}

function organisationsOf({cohorts}: SimulationPlan): number {
  return Math.max(1, Math.round(cohorts / 10));
}
