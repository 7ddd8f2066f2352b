import {readFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {exitCodes, UserError} from "../../src/errors.ts";
import {type SettingName, settingsSchema} from "../../src/settings.ts";
import type {IngestReport} from "../../src/sources/ingest.ts";
import {readYaml} from "../config/yaml_file.ts";
import {siteOptions} from "../options.ts";
import {exampleConfig, writeExample} from "../steps/write_example.ts";
import type {Command, Invocation} from "./command.ts";
import {tell} from "./outcome.ts";
import {runSteps, stepsUntil} from "./run.ts";

const source = "synthetic-ehr";

export const demo: Command = {
  name: "demo",
  summary: "write the example organisation (synthetic, seeded, with an answer sheet) and run it",
  options: {
    directory: {value: "DIR", text: "where the example is written (default data/example)"},
    seed: {value: "N", text: "another example organisation, as likely as the usual one"},
    "write-only": {text: "write it and stop"},
    ...siteOptions
  },
  run: async (invocation) => {
    const {flags, print, progress} = invocation;
    const directory = typeof flags.directory === "string" ? flags.directory : "data/example";
    await progress.step("example", () => write(directory, flags.seed));
    if (flags["write-only"] === true)
      return print(
        `Example    ${directory} (SYNTHETIC; answer_sheet.json says what is in it, plumbline.yaml how it is set up)`
      );
    const sheet = await readSheet(directory);
    const example = await configuredFor(invocation, directory);
    const findings = await runSteps(example, stepsUntil(flags.until), requireOwnWarehouse);
    if (findings.ingested === null) return exitCodes.done;
    const expected = new Map(sheet.refused.map(({delivery, code}) => [delivery, code]));
    const found = new Map(findings.ingested?.refused.map(({folder, code}) => [folder, code]));
    tell(example, withoutExpected(findings, expected));
    if (!invocation.json)
      print(
        `Example    ${directory} (SYNTHETIC): ${expected.size} deliveries are made to be refused, and ${found.size} were`
      );
    return sameEntries(expected, found) ? exitCodes.done : exitCodes.refused;
  }
};

async function write(directory: string, seed: unknown): Promise<string> {
  const options = seed === undefined ? {} : {seed: seedOf(String(seed))};
  const {deliveries, files, bytes} = await writeExample(directory, options);
  return `wrote ${deliveries} deliveries, ${files} files, ${(bytes / 1e6).toFixed(1)} MB`;
}

function seedOf(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new UserError("usage", `--seed: expected a whole number, found ${text}`, {hint: "for example --seed 11"});
}

/** The settings that stand in the example's plumbline.yaml, but for those that its owner has given; its name and label always do. */
async function configuredFor(invocation: Invocation, directory: string): Promise<Invocation> {
  const file = await readYaml(join(directory, exampleConfig));
  const isTaken = (name: string) => always.includes(name) || invocation.origins[name as SettingName] === "default";
  const taken = Object.entries(file?.values ?? {}).filter(([name]) => isTaken(name));
  const settings = settingsSchema.parse({...invocation.settings, ...Object.fromEntries(taken)});
  const deliveries = join(resolve(directory), "deliveries");
  return {...invocation, settings, paths: {...invocation.paths, deliveries}};
}

const always: readonly string[] = ["organisation", "synthetic"];

/** Real clinics must never stand beside made-up ones. */
async function requireOwnWarehouse(warehouse: Warehouse): Promise<void> {
  const others = await warehouse.query<{source: string}>(
    "select distinct source from record.delivery where source <> $1",
    [source]
  );
  if (others.length === 0) return;
  throw new UserError(
    "usage",
    `warehouse: expected only the example's deliveries, found those of other sources (${others.length})`,
    {
      hint: "give the demo a place of its own: plumbline demo --warehouse data/warehouse-demo --out data/published-demo"
    }
  );
}

/** What is in the example, of all that answer_sheet.json says. */
interface AnswerSheet {
  readonly refused: readonly {readonly delivery: string; readonly code: string}[];
}

async function readSheet(directory: string): Promise<AnswerSheet> {
  return JSON.parse(await readFile(join(directory, "answer_sheet.json"), "utf8")) as AnswerSheet;
}

/** What was planted to be refused is no news. */
function withoutExpected<T extends {ingested: IngestReport | null}>(
  findings: T,
  expected: ReadonlyMap<string, string>
): T {
  if (findings.ingested === null) return findings;
  const refused = findings.ingested.refused.filter(({folder, code}) => expected.get(folder) !== code);
  return {...findings, ingested: {...findings.ingested, refused}};
}

function sameEntries(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): boolean {
  return left.size === right.size && [...left].every(([key, value]) => right.get(key) === value);
}
