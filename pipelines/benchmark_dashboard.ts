/**
 * Times the dashboard of a published release: how long the site takes to build, how soon a page shows something (first contentful
 * paint, five loads each with an empty cache), and how many bytes of script a page asks for. Needs the development dependencies.
 *
 *   node pipelines/benchmark_dashboard.ts [--published data/published/current] [--directory /tmp/plumbline-benchmark]
 */
import {join, resolve} from "node:path";
import {parseArgs} from "node:util";
import packaged from "@sparticuz/chromium";
import {type Browser, chromium} from "playwright-core";
import {readCatalogue} from "../src/dashboard/read_published.ts";
import {project} from "./project.ts";
import {serveSite} from "./serve.ts";
import {buildDashboard} from "./steps/dashboard.ts";

const {values} = parseArgs({
  options: {
    published: {type: "string", default: "data/published/current"},
    directory: {type: "string", default: "/tmp/plumbline-benchmark"}
  }
});
const [published, site] = [resolve(values.published), resolve(values.directory, "site")];
const loads = 5;

const begun = performance.now();
const {pages} = await buildDashboard({published, output: site, root: project.root, log: () => undefined});
console.log(`build: ${((performance.now() - begun) / 1000).toFixed(1)} s for ${pages} pages`);

const [measure] = readCatalogue(published).headline;
const browser = await chromium.launch({executablePath: await packaged.executablePath(), args: ["--no-sandbox"]});
const server = await serveSite({folder: site, port: 0});
try {
  for (const path of ["", join("measures", measure ?? ""), "quality"]) console.log(await timesOf(browser, path));
} finally {
  await browser.close();
  await server.close();
}

/** "page /measures/completion: first paint 180 ms (170 to 210), 120,000 bytes of page, 90,000 of script". */
async function timesOf(browser: Browser, path: string): Promise<string> {
  const paints: number[] = [];
  const bytes = {page: 0, script: 0};
  for (let load = 0; load < loads; load++) {
    const context = await browser.newContext({viewport: {width: 1280, height: 900}});
    const page = await context.newPage();
    await page.goto(`${server.url}${path}`, {waitUntil: "load"});
    const {paint, ...sizes} = await page.evaluate(readTimes);
    paints.push(paint);
    Object.assign(bytes, sizes);
    await context.close();
  }
  const [first = 0, , middle = 0, , last = 0] = paints.toSorted((one, other) => one - other);
  return `page /${path}: first paint ${round(middle)} ms (${round(first)} to ${round(last)}), ${round(bytes.page)} bytes of page, ${round(bytes.script)} of script`;
}

async function readTimes(): Promise<{paint: number; page: number; script: number}> {
  const paint = await new Promise<number>((resolve) => {
    new PerformanceObserver((list) =>
      resolve(list.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0)
    ).observe({
      type: "paint",
      buffered: true
    });
  });
  const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  const [own] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const script = entries.filter(({name}) => name.endsWith(".js")).reduce((sum, one) => sum + one.decodedBodySize, 0);
  return {paint, page: own?.decodedBodySize ?? 0, script};
}

function round(number: number): string {
  return Math.round(number).toLocaleString("en-US");
}
