import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {demo} from "../../pipelines/commands/demo.ts";
import {loadConfig} from "../../pipelines/config/load.ts";
import {checkSite} from "./check_site.ts";

const folder = mkdtempSync(join(tmpdir(), "plumbline-example-"));
const [out, site] = [join(folder, "published"), join(folder, "site")];
/** A page of each kind, and for each section of a measure's page a measure that has it. */
const kinds =
  /^(?:index|quality|about|programs.*|measures.(?:completion|phq9_change|phq9_response|phq9_effect_size|attendance|planned_exit|time_to_first_service|followup_retention|gad7_gains_maintained))\.html$/;
const said: string[] = [];
let exitCode: number;

beforeAll(async () => {
  const flags = {directory: join(folder, "example"), warehouse: join(folder, "warehouse"), out, site};
  const config = await loadConfig({flags, environment: {}, directory: folder});
  exitCode = await demo.run({
    ...config,
    flags,
    positionals: [],
    json: false,
    progress: {step: async (_title, work) => void (await work(() => undefined))},
    print: (text) => said.push(text),
    onInterrupt: (work) => work(new AbortController().signal)
  });
}, 300_000);

afterAll(() => rmSync(folder, {recursive: true}));

it("ends with 0 when exactly the planted deliveries are refused, and tells the five headline figures with intervals", () => {
  expect(exitCode).toBe(0);
  const figures = said.join("\n").match(/^ {2}\S.* \(-?[\d.]+ to -?[\d.]+\), .*$/gm);
  expect(figures).toHaveLength(5);
});

it("shows the example organisation in a browser without an error, a foreign request or a barrier, and with the published headline", async (context) => {
  const problems = await checkSite({published: join(out, "current"), dist: site, kinds});
  if (problems === null) context.skip();
  expect(problems).toEqual([]);
}, 300_000);
