import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {serveSite} from "../../pipelines/serve.ts";
import {readRelease} from "../../src/dashboard/read_published.ts";
import type {Release} from "../../src/dashboard/release.ts";
import {openBrowser} from "./browser.ts";
import {fixtureSite} from "./fixture_site.ts";
import {sheetTexts} from "./pdf_text.ts";

let site: Awaited<ReturnType<typeof serveSite>>;
let browser: Browser | null;
let release: Release;

beforeAll(async () => {
  const {published, dist} = await fixtureSite();
  release = readRelease(published);
  site = await serveSite({folder: dist, port: 0});
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await site.close();
});

beforeEach((context) => {
  if (browser === null) context.skip();
});

const onSheets = {width: 794 - 106, height: 900};

/** A page as it is printed: as wide as A4 is between its margins, 14 mm on each side. */
async function printed(path: string, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser?.newPage({viewport: onSheets, colorScheme: "dark"});
  if (page === undefined) throw new Error("no browser");
  await page.goto(`${site.url}${path}`, {waitUntil: "load"});
  await page.emulateMedia({media: "print"});
  await work(page);
  await page.close();
}

async function sheetsOf(page: Page): Promise<string[]> {
  return sheetTexts(await page.pdf({preferCSSPageSize: true}));
}

const withoutSpace = (text: string) => text.normalize("NFKC").replaceAll(/\s/g, "");

/** What stands beyond the sheet, or in a box that is too small for it and shows no more. */
function cutOff(): string[] {
  const named = (element: Element) =>
    `${element.tagName} ${element.className}: ${(element.textContent ?? "").slice(0, 60)}`;
  return [...document.querySelectorAll<HTMLElement>("body *:not(svg *)")]
    .filter((element) => element.checkVisibility() && getComputedStyle(element).clipPath === "none")
    .filter((element) => {
      const {overflowX} = getComputedStyle(element);
      const isCut = overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
      const inBox = element.closest(".visually-hidden, caption") !== null;
      return !inBox && (isCut || element.getBoundingClientRect().right > innerWidth + 1);
    })
    .map(named);
}

/** The headings, summaries and captions of a page that are for the eye. */
function headings(): string[] {
  return [...document.querySelectorAll("main :is(h1, h2, h3, summary, caption)")]
    .filter((element) => getComputedStyle(element).clipPath === "none")
    .map((element) => element.textContent ?? "");
}

const kinds = [
  ...["", "all-measures", "measures/completion", "measures/followup_retention", "programs/n-iop"],
  ...["compare", "equity", "follow-up", "access", "trajectories", "changes", "methods", "quality", "about"]
];

describe.each(kinds)("page /%s on paper", (path) => {
  it("fits the sheet, holds what is behind summaries, and says on each sheet whose figures it shows", async () => {
    await printed(path, async (page) => {
      expect(await page.evaluate(cutOff)).toEqual([]);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
        "rgb(255, 255, 255)"
      );
      const sheets = await sheetsOf(page);
      const all = sheets.join("");
      const shown = await page.evaluate(headings);
      expect(shown).not.toEqual([]);
      for (const heading of shown) expect(all).toContain(withoutSpace(heading));
      for (const [index, sheet] of sheets.entries()) {
        for (const said of [`Data as of ${release.as_of}`, `Release ${release.release}`, "SYNTHETIC DATA"])
          expect(sheet).toContain(withoutSpace(said));
        expect(sheet).toContain(`${index + 1}/${sheets.length}`);
      }
      for (const onScreen of ["Skip to content", "Can I trust them?", "Download the rows"])
        expect(all).not.toContain(withoutSpace(onScreen));
    });
  });
});

describe("what is printed", () => {
  it("repeats the head of a table on each sheet that the table covers", async () => {
    await printed("measures/completion", async (page) => {
      const rows = await page.evaluate(() => {
        const table = [...document.querySelectorAll("table")].find((one) => one.textContent?.includes("the numbers"));
        const body = table?.tBodies[0];
        for (let copies = 0; copies < 30; copies++)
          for (const row of [...(body?.rows ?? [])].slice(0, 9)) body?.append(row.cloneNode(true));
        for (const head of table?.tHead?.rows[0]?.cells ?? []) head.textContent = `head ${head.cellIndex} of it`;
        for (const row of body?.rows ?? []) if (row.cells[0]) row.cells[0].textContent = "row of it";
        return body?.rows.length ?? 0;
      });
      const sheets = await sheetsOf(page);
      const covered = sheets.filter((sheet) => sheet.includes("rowofit"));
      expect(covered.length).toBeGreaterThan(2);
      expect(covered.join("").split("rowofit")).toHaveLength(rows + 1);
      for (const sheet of covered) expect(sheet.split("head0ofit")).toHaveLength(2);
    });
  });

  it("tells a chosen filter in words", async () => {
    await printed("measures/completion?program=n-iop&period=2025", async (page) => {
      await page.locator(".shown", {hasText: "North IOP, 2025"}).waitFor();
      expect(await page.evaluate(cutOff)).toEqual([]);
      const sheets = await sheetsOf(page);
      expect(sheets[0]).toContain("NorthIOP,2025");
      expect(await page.locator("select").first().isVisible()).toBe(false);
    });
  });
});
