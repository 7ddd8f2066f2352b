import {readdirSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {serveSite} from "../../pipelines/serve.ts";
import {axeProblems} from "./axe.ts";
import {openBrowser} from "./browser.ts";
import {keyboardProblems} from "./keyboard_walk.ts";
import {headlineProblems, numberProblems, type PublishedNumbers, readNumbers} from "./published_numbers.ts";
import {watchPage} from "./watch_page.ts";

/** Colours move nothing, so that each width is seen once; axe, which takes longest, sees each colour scheme once. */
const views = [
  {width: 1280, colorScheme: "light", axe: {looksOnly: false}},
  {width: 390, colorScheme: "dark", axe: {looksOnly: true}},
  {width: 1920, colorScheme: "dark", axe: null},
  {width: 320, colorScheme: "light", axe: null}
] as const;

/** Whatever breaks a layout breaks it at the widest or the narrowest. */
const outermost = views.filter(({axe}) => axe === null);

/** Pages in the browser at once. */
const atOnce = 2;

interface Visit {
  readonly browser: Browser;
  readonly url: string;
  readonly numbers: PublishedNumbers;
  readonly walk: Walk;
}

/** Whether the keyboard walks a page with its details closed, or through all that is in them. */
type Walk = "as met" | "with all open";

/**
 * Visits every page of a built site under the strict headers, wide and narrow, light and dark. Returns what is wrong, one line
 * each, or null where no browser starts. `only` picks pages by file name, and `kinds` those of them that are held to WCAG and
 * walked by keyboard: it takes longest, and many pages are of one kind.
 */
export async function checkSite({
  published,
  dist,
  only,
  kinds,
  walk = "with all open"
}: {
  published: string;
  dist: string;
  only?: RegExp;
  kinds?: RegExp;
  walk?: Walk;
}): Promise<string[] | null> {
  const browser = await openBrowser();
  if (browser === null) return null;
  const {url, close} = await serveSite({folder: dist, port: 0});
  try {
    const visit = {browser, url, numbers: readNumbers(published), walk};
    const pages = readdirSync(dist, {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".html"));
    const visited = pages.filter((file) => only?.test(file) ?? true).values();
    const problems: string[] = [];
    const visitAll = async () => {
      for (const file of visited)
        problems.push(...(await pageProblems(visit, {file, isOfKind: kinds?.test(file) ?? true})));
    };
    await Promise.all(Array.from({length: atOnce}, visitAll));
    const overview = await browser.newPage();
    await overview.goto(url);
    return [...problems, ...(await headlineProblems(overview, published))];
  } finally {
    await browser.close();
    await close();
  }
}

async function pageProblems(
  {browser, url, numbers, walk}: Visit,
  {file, isOfKind}: {file: string; isOfKind: boolean}
): Promise<string[]> {
  const page = await browser.newPage({viewport: {width: views[0].width, height: 900}});
  const problems = watchPage(page, url);
  await page.goto(`${url}${file.replace(/(index)?\.html$/, "")}`, {waitUntil: "load"});
  if (isOfKind && walk === "as met") problems.push(...(await keyboardProblems(page)));
  await page.evaluate(openDetails);
  problems.push(...(await numberProblems(page, numbers)));
  for (const {width, colorScheme, axe} of isOfKind ? views : outermost) {
    await page.setViewportSize({width, height: 900});
    await page.emulateMedia({colorScheme});
    const found = [
      ...(await page.evaluate(layoutProblems)),
      ...(isOfKind && axe !== null ? await axeProblems(page, axe) : [])
    ];
    problems.push(...found.map((problem) => `${width} px, ${colorScheme}: ${problem}`));
  }
  if (isOfKind && walk === "with all open") problems.push(...(await walkProblems(page)));
  await page.close();
  return problems.map((problem) => `${file}: ${problem}`);
}

async function walkProblems(page: Page): Promise<string[]> {
  await page.setViewportSize({width: views[0].width, height: 900});
  return keyboardProblems(page);
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
