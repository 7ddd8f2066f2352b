import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Invocation} from "../../pipelines/commands/command.ts";
import {progressOn} from "../../pipelines/progress.ts";
import {trialResults} from "../../pipelines/real_trial/figures.ts";
import {placesOf, runTrial, trialInvocation} from "../../pipelines/real_trial/run_trial.ts";
import {allMonths, outcomeMonths} from "../../pipelines/real_trial/write_deliveries.ts";
import {horizonOf, openConfigured} from "../../pipelines/steps/context.ts";
import type {Findings} from "../../pipelines/steps/pipeline.ts";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {measures} from "../../src/measures/index.ts";
import {readPrograms} from "../../src/publish/programs.ts";
import {type Result, resultOf} from "../../src/publish/result.ts";
import {rollUp} from "../../src/publish/roll_up.ts";
import {type Figure, runs} from "./figure.ts";

export interface QuarantinedRow {
  readonly file: string;
  readonly stated_on: string;
  readonly line: number;
  readonly code: string;
  readonly column_name: string;
}

/** What both runs of the trial's pipeline left behind. */
export interface TrialRuns {
  /** Counted by the road, before small counts are hidden. */
  readonly figures: readonly Figure[];
  /** As released. */
  readonly published: readonly Figure[];
  readonly findings: readonly Findings[];
  readonly quarantined: readonly QuarantinedRow[];
}

/** Runs the pipeline on a raw file as the command does, in a directory of its own that is removed again. */
export async function runBoth(raw: string): Promise<TrialRuns> {
  const directory = mkdtempSync(join(tmpdir(), "plumbline-trial-"));
  try {
    const progress = progressOn(process.stderr, {quiet: true});
    const invocation = await trialInvocation(placesOf(directory, directory), progress);
    const first = await runOnce(invocation, raw, runs.first, outcomeMonths);
    const second = await runOnce(invocation, raw, runs.second, allMonths);
    return {
      figures: [...first.figures, ...second.figures],
      published: [...first.published, ...second.published],
      findings: [first.findings, second.findings],
      quarantined: second.quarantined
    };
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
}

async function runOnce(invocation: Invocation, raw: string, run: string, months: readonly number[]) {
  const findings = await runTrial(invocation, {raw, months});
  const published = trialResults(findings.release?.results ?? []).map((result) => figureOf(run, result));
  const warehouse = await openConfigured(invocation);
  try {
    const figures = (await countedResults(warehouse, invocation)).map((result) => figureOf(run, result));
    return {findings, published, figures, quarantined: await quarantinedRows(warehouse)};
  } finally {
    await warehouse.close();
  }
}

async function countedResults(warehouse: Warehouse, {settings}: Invocation): Promise<Result[]> {
  const {as_of, suffix} = await horizonOf(warehouse, undefined);
  const programs = await readPrograms(warehouse, suffix);
  const cells = await rollUp(warehouse, {measures, programs, crossed: settings.crossed_breakdowns, as_of, suffix});
  const results = [...cells.values()].flatMap((cell) => {
    const measure = measures.find(({id}) => id === cell.place.measure);
    const result = measure === undefined ? null : resultOf(measure, cell, as_of, settings);
    return result === null ? [] : [result];
  });
  return trialResults(results);
}

function figureOf(run: string, {group, measure, units, numerator, value, lower, upper}: Result): Figure {
  return {run, group, measure, units: units ?? 0, numerator, value, lower, upper};
}

function quarantinedRows(warehouse: Warehouse): Promise<QuarantinedRow[]> {
  return warehouse.query<QuarantinedRow>(
    "select file, stated_on, line, code, column_name from record.quarantine order by stated_on, file, line"
  );
}
