import {beforeAll, expect, it} from "vitest";
import {type DemoRun, demoRun} from "../pipeline/demo_run.ts";
import {checkSite} from "./check_site.ts";

/** A page of each kind, and for each section of a measure's page a measure that has it; with SWEEP=all every page. */
const kinds =
  process.env.SWEEP === "all"
    ? /./
    : /^(?:index|quality|about|compare|access|follow-up|equity|trajectories|programs.north-iop|measures.(?:completion|phq9_change|time_to_first_service|gad7_gains_maintained))\.html$/;
let demo: DemoRun;

beforeAll(async () => {
  demo = await demoRun();
}, 300_000);

it("ends with 0 when exactly the planted deliveries are refused, and tells the five headline figures with intervals", () => {
  expect(demo.code, demo.stderr).toBe(0);
  const figures = demo.stdout.match(/^ {2}\S.* \(-?[\d.]+ to -?[\d.]+\), .*$/gm);
  expect(figures).toHaveLength(5);
});

it("shows the example organisation in a browser without an error, a foreign request or a barrier, and with the published headline", async (context) => {
  const {published, site} = demo;
  const problems = await checkSite({published, dist: site, only: kinds, walk: "as met"});
  if (problems === null) context.skip();
  expect(problems).toEqual([]);
}, 300_000);
