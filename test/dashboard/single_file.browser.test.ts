import {readFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {Browser, BrowserContextOptions, Page} from "playwright-core";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {axeProblems} from "./axe.ts";
import {openBrowser} from "./browser.ts";
import {fixtureMeasures} from "./fixture_measures.ts";
import {fixtureRows} from "./fixture_rows.ts";
import {fixtureSite} from "./fixture_site.ts";
import {watchPage} from "./watch_page.ts";

let site: string;
let file: string;
let browser: Browser | null;

beforeAll(async () => {
  const {dist, single} = await fixtureSite();
  site = dist;
  file = pathToFileURL(single).href;
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
});

beforeEach((context) => {
  if (browser === null) context.skip();
});

const rows = fixtureMeasures.flatMap((measure) => fixtureRows(measure, 0));
const view = (page: Page) => page.locator("#view:not([aria-busy])");
const shown = (page: Page, words: string) => view(page).locator(".shown", {hasText: words}).waitFor();

/** Opens the file without a network, and holds that it said nothing, broke no policy and asked for nothing but itself. */
async function opened(hash: string, work: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await browser?.newContext({viewport: {width: 1280, height: 900}, offline: true, ...options});
  if (context === undefined) throw new Error("no browser");
  const page = await context.newPage();
  const problems = watchPage(page, file);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url().replace(/^(data:)[\s\S]*/, "$1")));
  await page.addInitScript(
    'addEventListener("securitypolicyviolation", ({violatedDirective}) => console.error(violatedDirective))'
  );
  await page.goto(`${file}${hash}`, {waitUntil: "load"});
  await work(page);
  await context.close();
  expect(problems).toEqual([]);
  expect(new Set(asked.filter((address) => address !== "data:"))).toEqual(new Set([file]));
}

describe("the dashboard in one file, opened from a disk", () => {
  it("shows the published headline and is no barrier", async () => {
    await opened("", async (page) => {
      const row = rows.find(
        ({measure, breakdown, period}) => `${measure} ${breakdown} ${period}` === "completion all "
      );
      const figure = page.locator('[data-measure="completion"] data').first();
      expect(await figure.getAttribute("value")).toBe(String(row?.value));
      expect(await figure.textContent()).toBe(`${((row?.value ?? 0) * 100).toFixed(1)}%`);
      expect(await page.locator("form.filters").isVisible()).toBe(true);
      expect(await axeProblems(page)).toEqual([]);
    });
  });

  it("turns to a page and back as a site does: title, menu, focus, window, and words for screen readers", async () => {
    await opened("", async (page) => {
      const link = page.locator("main a", {hasText: /^Attendance$/}).first();
      await link.scrollIntoViewIfNeeded();
      await page.evaluate("scrollBy(0, 40)");
      const height = await page.evaluate("scrollY");
      const overview = await page.title();
      await link.click();
      await page.locator("main h1:focus", {hasText: "Attendance"}).waitFor();
      expect(await page.title()).toMatch(/^Attendance \|/);
      expect(await page.getByRole("status").textContent()).toBe(await page.title());
      expect(await page.locator("[aria-current]").count()).toBe(0);
      expect(new URL(page.url()).hash).toBe("#/measures/attendance");
      expect(await page.evaluate("scrollY")).toBe(0);
      await page.goBack();
      await page.locator("main h1:focus", {hasText: "Outcomes at"}).waitFor();
      expect(await page.title()).toBe(overview);
      expect(await page.locator("[aria-current]").textContent()).toBe("Overview");
      expect(await page.evaluate("scrollY")).toBe(height);
      await page.goForward();
      await page.locator("h1", {hasText: /^Attendance$/}).waitFor();
    });
  });

  it("leads to a section of a page, and within it, and keeps the view", async () => {
    await opened("#/measures/completion?program=n-iop::definition", async (page) => {
      await shown(page, "North IOP");
      const top = () => page.locator("#definition").evaluate((heading) => heading.getBoundingClientRect().top);
      expect(Math.abs(await top())).toBeLessThan(900);
      await page.locator('nav.sections a[href="#definition"]').click();
      expect(await page.evaluate("document.activeElement.id")).toBe("definition");
      expect(new URL(page.url()).hash).toBe("#/measures/completion?program=n-iop::definition");
      await shown(page, "North IOP");
    });
  });

  it("draws what a filter chooses from the rows it holds, and gives it to whoever has the address", async () => {
    await opened("#/measures/completion", async (page) => {
      const row = rows.find(
        ({measure, group, period}) => measure === "completion" && group === "n-iop" && period === ""
      );
      await page.selectOption("select[name=place]", "program=n-iop");
      await shown(page, "North IOP, all time");
      expect(new URL(page.url()).hash).toBe("#/measures/completion?program=n-iop");
      expect(await view(page).locator(".headline data").getAttribute("value")).toBe(String(row?.value));
      expect(await view(page).locator("svg[data-along]").count()).toBeGreaterThan(0);
      expect(await axeProblems(page)).toEqual([]);
      const drawn = await view(page).locator(".headline").textContent();
      await page.reload();
      await shown(page, "North IOP, all time");
      expect(await view(page).locator(".headline").textContent()).toBe(drawn);
      await page.goBack();
      await shown(page, "all programs, all time");
    });
  });

  it("gives the page back as it was, with points that can be reached", async () => {
    await opened("#/measures/completion?program=n-iop", async (page) => {
      await shown(page, "North IOP");
      await page.getByRole("button", {name: "Show all"}).click();
      await shown(page, "all programs, all time");
      const control = page.locator(".points input:visible").first();
      await control.focus();
      const first = await control.getAttribute("aria-valuetext");
      await page.keyboard.press("ArrowRight");
      expect(await control.getAttribute("aria-valuetext")).not.toBe(first);
      expect(await page.locator(".point-words").isVisible()).toBe(true);
    });
  });

  it("saves the published rows, byte for byte", async () => {
    await opened("#/measures/completion", async (page) => {
      await page.locator("h1", {hasText: "Completion"}).waitFor();
      const saved = page.waitForEvent("download");
      await page.locator('a[href="#/files/completion/results.csv"]').click();
      const download = await saved;
      expect(download.suggestedFilename()).toBe("completion-results.csv");
      expect(readFileSync(await download.path())).toEqual(readFileSync(join(site, "files/completion/results.csv")));
      expect(await page.title()).toMatch(/^Completion/);
    });
  });

  it("says of a page that it does not hold that it does not", async () => {
    await opened("#/measures/of_another_release", async (page) => {
      await page.locator("h1", {hasText: "This page could not be shown"}).waitFor();
      await page.locator("main a").click();
      await page.locator("h1", {hasText: "Outcomes at"}).waitFor();
    });
  });

  it("reads as the overview without JavaScript, and says what is missing", async () => {
    const read = async (page: Page) => {
      expect(await page.locator("noscript p", {hasText: "Only the overview can be read here"}).isVisible()).toBe(true);
      expect(await page.locator('[data-measure="completion"] data').first().isVisible()).toBe(true);
      expect(await page.locator("main svg").first().isVisible()).toBe(true);
    };
    await opened("", read, {javaScriptEnabled: false});
  });
});
