import {mkdir, readdir, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {stringify} from "csv-stringify/sync";
import {UserError} from "../../src/errors.ts";
import {assessmentRows, organisationRows} from "./delivery_rows.ts";
import {lastMonth, readTrial, type Trial} from "./read_trial.ts";

/** The months that the first delivery brings: admission, end of treatment, six months later. */
export const outcomeMonths: readonly number[] = [0, 6, 12];
export const allMonths: readonly number[] = Array.from({length: lastMonth + 1}, (_, month) => month);
export const source = "real-trial";

interface Planned {
  readonly folder: string;
  readonly delivered_on: string;
  readonly files: Readonly<Record<string, readonly (readonly string[])[]>>;
}

export interface WrittenDelivery {
  readonly folder: string;
  readonly delivered_on: string;
  /** Data rows by file. */
  readonly counts: Readonly<Record<string, number>>;
}

// the follow-up window of the quarter of discharge closes on 2025-04-28, and month 18 is 2025-07-15
export const first = {folder: "months-0-6-12", delivered_on: "2025-04-30"} as const;
const second = {folder: "other-months", delivered_on: "2025-07-31"};

/**
 * Turns the trial's raw file into deliveries, one sub-folder of the directory each: patients, arms and those of `months` that
 * carry the outcomes (0, 6, 12) in a first one; a second, later one with the others, where months names any. The same months
 * give the same bytes. Throws a UserError of kind "usage" for a raw file of another form, or a directory that holds other folders.
 */
export async function writeTrialDeliveries(options: {
  readonly raw: string;
  readonly directory: string;
  readonly months: readonly number[];
}): Promise<WrittenDelivery[]> {
  const {raw, directory, months} = options;
  const trial = await readTrial(raw);
  await clearOurs(directory);
  const planned = plan(trial, months);
  for (const delivery of planned) await write(directory, delivery);
  return planned.map(({folder, delivered_on, files}) => ({folder, delivered_on, counts: countsOf(files)}));
}

function plan(trial: Trial, months: readonly number[]): Planned[] {
  const scores = trial.scores.filter(({month}) => months.includes(month));
  const outcomes = scores.filter(({month}) => outcomeMonths.includes(month));
  const others = scores.filter(({month}) => !outcomeMonths.includes(month));
  const deliveries = [{...first, files: {...organisationRows(trial), assessments: assessmentRows(outcomes)}}];
  return months.every((month) => outcomeMonths.includes(month))
    ? deliveries
    : [...deliveries, {...second, files: {assessments: assessmentRows(others)}}];
}

async function write(directory: string, {folder, delivered_on, files}: Planned): Promise<void> {
  const place = join(directory, folder);
  await mkdir(place, {recursive: true});
  const header = {
    format: "plumbline-delivery",
    version: 1,
    source,
    delivered_on,
    mode: "delta",
    counts: countsOf(files)
  };
  await writeFile(join(place, "delivery.json"), `${JSON.stringify(header, null, 2)}\n`);
  for (const [file, rows] of Object.entries(files))
    await writeFile(join(place, `${file}.csv`), stringify(rows.map((row) => [...row])));
}

function countsOf(files: Planned["files"]): Record<string, number> {
  return Object.fromEntries(Object.entries(files).map(([file, rows]) => [file, rows.length - 1]));
}

/** Somebody's own deliveries must neither be replaced nor be run together with a trial's. */
async function clearOurs(directory: string): Promise<void> {
  await mkdir(directory, {recursive: true});
  const ours = [first.folder, second.folder];
  const others = (await readdir(directory)).filter((name) => !ours.includes(name));
  if (others.length > 0) {
    throw new UserError("usage", `${directory}: expected an earlier trial's deliveries or nothing, found other files`, {
      hint: "choose another directory for the trial: --directory DIR"
    });
  }
  for (const folder of ours) await rm(join(directory, folder), {recursive: true, force: true});
}
