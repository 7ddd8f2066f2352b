import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import type {Browser, Page} from "playwright-core";
import {serveSite} from "../../pipelines/serve.ts";
import {openBrowser} from "./browser.ts";
import {watchPage} from "./watch_page.ts";

const views = [
  {width: 1280, colorScheme: "light"},
  {width: 390, colorScheme: "dark"},
  {width: 1280, colorScheme: "dark"},
  {width: 390, colorScheme: "light"},
  {width: 320, colorScheme: "light"}
] as const;

/** axe takes longest, so it sees each width and each colour scheme once, not every pair. */
const viewsForAxe = 2;

/** Whatever breaks a layout breaks it at the widest or the narrowest. */
const outermost = views.filter(({width, colorScheme}) => (width === 1280 || width === 320) && colorScheme === "light");

/**
 * Visits every page of a built site under the strict headers, wide and narrow, light and dark. Returns what is wrong, one line
 * each, or null where no browser starts. `only` picks pages by file name, and `kinds` those of them that are held to WCAG and
 * seen in every view: it takes longest, and many pages are of one kind.
 */
export async function checkSite({
  published,
  dist,
  only,
  kinds
}: {
  published: string;
  dist: string;
  only?: RegExp;
  kinds?: RegExp;
}): Promise<string[] | null> {
  const browser = await openBrowser();
  if (browser === null) return null;
  const {url, close} = await serveSite({folder: dist, port: 0});
  try {
    const pages = readdirSync(dist, {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".html"));
    const visited = pages.filter((file) => only?.test(file) ?? true);
    const problems: string[] = [];
    for (const file of visited) {
      const isOfKind = kinds?.test(file) ?? true;
      problems.push(...(await pageProblems(browser, url, {file, isOfKind})));
    }
    return [...problems, ...(await headlineProblems(browser, url, published))];
  } finally {
    await browser.close();
    await close();
  }
}

async function pageProblems(
  browser: Browser,
  url: string,
  {file, isOfKind}: {file: string; isOfKind: boolean}
): Promise<string[]> {
  const page = await browser.newPage({viewport: {width: views[0].width, height: 900}});
  const problems = watchPage(page, url);
  await page.goto(`${url}${file.replace(/(index)?\.html$/, "")}`, {waitUntil: "load"});
  await page.evaluate(openDetails);
  for (const [index, {width, colorScheme}] of (isOfKind ? views : outermost).entries()) {
    await page.setViewportSize({width, height: 900});
    await page.emulateMedia({colorScheme});
    const found = [
      ...(await page.evaluate(layoutProblems)),
      ...(isOfKind && index < viewsForAxe ? await axeProblems(page) : [])
    ];
    problems.push(...found.map((problem) => `${width} px, ${colorScheme}: ${problem}`));
  }
  await page.close();
  return problems.map((problem) => `${file}: ${problem}`);
}

function openDetails(): void {
  for (const details of document.querySelectorAll("details")) details.open = true;
}

function layoutProblems(): string[] {
  const {scrollWidth} = document.documentElement;
  const problems = scrollWidth > innerWidth ? [`the page is ${scrollWidth} px wide`] : [];
  if (document.querySelector(".observablehq--error") !== null) problems.push("an error of the Framework");
  return problems;
}

interface AxeViolation {
  id: string;
  nodes: {html: string}[];
}

const axeSource = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const runAxe = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"]}).then((result) => result.violations)`;

/** What axe finds against WCAG 2.2 AA, one line each. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const violations: AxeViolation[] = await page.evaluate(runAxe);
  return violations.map(({id, nodes}) => `axe ${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

interface Shown {
  measure: string | undefined;
  value: string | undefined;
  text: string;
}

/** The overview's figures against results.csv, read here without the dashboard's own code. */
async function headlineProblems(browser: Browser, url: string, published: string): Promise<string[]> {
  const {headline} = JSON.parse(readFileSync(join(published, "catalogue.json"), "utf8")) as {headline: string[]};
  const rows: Record<string, string>[] = parse(readFileSync(join(published, "results.csv")), {columns: true});
  const page = await browser.newPage();
  await page.goto(url);
  const shown = await page.evaluate(readFigures);
  return headline.flatMap((id) => {
    const row = rows.find((one) => one.measure === id && one.breakdown === "all" && one.period_type === "all");
    const figure = shown.find(({measure}) => measure === id);
    if (row?.value === undefined || row.value === "") return figure?.value === undefined ? [] : [`${id} shows a value`];
    return figure?.value === row.value && figure.text === printed(row)
      ? []
      : [`${id} shows ${figure?.text}, not ${row.value}`];
  });
}

function readFigures(): Shown[] {
  return [...document.querySelectorAll<HTMLElement>("[data-measure]")].map((figure) => ({
    measure: figure.dataset.measure,
    value: figure.querySelector("data")?.value,
    text: figure.querySelector("data")?.textContent ?? ""
  }));
}

function printed({value, unit}: Record<string, string>): string {
  const number = Number(value);
  if (number === 0) return unit === "share" ? "0%" : "0";
  if (unit === "share") return number === 1 ? "100%" : `${(number * 100).toFixed(1)}%`;
  const text = Math.abs(number).toFixed(unit === "sd" ? 2 : 1);
  return `${number < 0 && Number(text) !== 0 ? "−" : ""}${text}`;
}
