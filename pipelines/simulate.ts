import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {UserError} from "../src/errors.ts";
import {coverageOf} from "../src/simulation/coverage.ts";
import {simulationReport} from "../src/simulation/report.ts";
import {intervalStudies} from "../src/simulation/studies/index.ts";
import {verdictOf} from "../src/simulation/verdict.ts";
import {project} from "./project.ts";

/**
 * `node pipelines/simulate.ts [--cohorts 2000] [--seed 1] [--out docs/simulations.md]`: draws cohorts in which the truth is known,
 * and writes how often each interval holds it, and what missing answers do to a share. The same seed gives the same
 * bytes. Ends with 1 where an interval misses too often, or too seldom, without a known reason.
 */
async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {
      cohorts: {type: "string", default: "2000"},
      seed: {type: "string", default: "1"},
      out: {type: "string", default: join(project.root, "docs/simulations.md")}
    }
  });
  const plan = {cohorts: wholeNumber("cohorts", values.cohorts, 1), seed: wholeNumber("seed", values.seed, 0)};
  const coverages = intervalStudies.flatMap((study) => study.sizes.map((size) => coverageOf(study, size, plan)));
  await writeFile(values.out, simulationReport(plan, coverages));
  const unexplained = coverages.filter((coverage) => verdictOf(coverage) === "unexplained");
  for (const {study, size} of unexplained) console.error(`${study.figure}, n = ${size}: coverage without a reason`);
  if (unexplained.length > 0) process.exitCode = 1;
}

function wholeNumber(option: string, text: string, least: number): number {
  if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
  throw new UserError("usage", `--${option}: expected a whole number from ${least}, found ${text}`);
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    process.exitCode = error.exitCode;
  });
}
