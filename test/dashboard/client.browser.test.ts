import type {Browser, BrowserContextOptions, Page} from "playwright-core";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {serveSite} from "../../pipelines/serve.ts";
import type {ResultRow} from "../../src/dashboard/published.ts";
import {readTable} from "../../src/dashboard/read_published.ts";
import {axeProblems} from "./axe.ts";
import {openBrowser} from "./browser.ts";
import {fixtureSite} from "./fixture_site.ts";
import {watchPage} from "./watch_page.ts";

let site: Awaited<ReturnType<typeof serveSite>>;
let browser: Browser | null;
let rows: ResultRow[];

beforeAll(async () => {
  const {published, dist} = await fixtureSite();
  rows = readTable(published, "results");
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

/** Works on a page, and holds that it said nothing, asked for nothing foreign and broke no policy. */
async function onPage(path: string, work: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await browser?.newContext({viewport: {width: 1280, height: 900}, ...options});
  if (context === undefined) throw new Error("no browser");
  const page = await context.newPage();
  const problems = watchPage(page, site.url);
  await page.goto(`${site.url}${path}`, {waitUntil: "load"});
  await work(page);
  await context.close();
  expect(problems).toEqual([]);
}

const section = (page: Page, id: string) => page.locator(`section:has(> h2#${id})`);
const points = (page: Page, id: string) => section(page, id).locator(".points:visible");
const box = (page: Page) => page.locator(".point-words");

/** The rows of a table as texts by column, its small print left out. */
async function rowsOf(page: Page, caption: string): Promise<Record<string, string>[]> {
  return page.locator("table", {has: page.locator("caption", {hasText: caption})}).evaluate((table) => {
    const text = (element: Element | undefined) => (element?.textContent ?? "").trim();
    const heads = [...table.querySelectorAll("thead th")].map(text);
    return [...table.querySelectorAll("tbody tr")].map((row) =>
      Object.fromEntries(heads.map((head, index) => [head, text(row.children[index])]))
    );
  });
}

/** Everything that the keyboard says of a chart, from its first point to its last. */
async function walk(page: Page, id: string): Promise<string[]> {
  const control = points(page, id).first().locator("input");
  await control.focus();
  await page.keyboard.press("Home");
  const count = Number(await control.getAttribute("max"));
  const said: string[] = [];
  for (let point = 0; point < count; point++) {
    said.push((await control.getAttribute("aria-valuetext")) ?? "");
    expect(await box(page).textContent()).toBe(said.at(-1));
    await page.keyboard.press("ArrowRight");
  }
  return said;
}

describe("the points of a chart", () => {
  it("are walked by the keyboard from quarter to quarter, and say the numbers of the table", async () => {
    await onPage("measures/completion", async (page) => {
      const rows = await rowsOf(page, "Completion by quarter, all programs, the numbers");
      const shown = rows.filter(({Value}) => Value !== "–");
      expect(shown).toHaveLength(8);
      const words = shown.map(({Period, Value, Lower, Upper, Numerator, Denominator, Signal = ""}) => {
        const [signal = "", event] = Signal.split("new start: ");
        return [
          `${Period}: ${Value} (95% interval ${Lower} to ${Upper}), ${Numerator} of ${Denominator}`,
          ...(signal === "none" ? [] : [`signal: ${signal}`]),
          ...(event === undefined ? [] : [`new start: ${event}`])
        ].join("; ");
      });
      expect(await walk(page, "trend")).toEqual(words);
    });
  });

  it("are walked down a list in its order, each line once", async () => {
    await onPage("measures/reliable_improvement", async (page) => {
      const said = await walk(page, "not-measured");
      const rows = await rowsOf(page, "by what is assumed of those not measured");
      const value = (assumption: string) => rows.find((row) => row.Assumption === assumption)?.Value;
      expect(said).toEqual([
        expect.stringMatching(`^Only those measured: ${value("Only those measured")} `),
        expect.stringMatching(`^Not measured: counted as not met: ${value("Not measured: counted as not met")} `),
        `Lowest to highest possible: ${value("Lowest possible")} to ${value("Highest possible")}`
      ]);
    });
  });

  it.each([1280, 390])("are one stop of the keyboard for each chart that is seen, at %i px", async (width) => {
    const walked = async (page: Page) => {
      const control = points(page, "trend").first().locator("input");
      await control.focus();
      await page.keyboard.press("Tab");
      expect(await control.getAttribute("aria-label")).toMatch(/^Points of the chart: \S/);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Download the rows/);
      expect(await box(page).isVisible()).toBe(false);
      await page.keyboard.press("Shift+Tab");
      expect(await box(page).isVisible()).toBe(true);
      await page.keyboard.press("Escape");
      expect(await box(page).isVisible()).toBe(false);
    };
    await onPage("measures/completion", walked, {viewport: {width, height: 900}});
  });

  it("say their words under the pointer, which may rest on them; Escape takes them away", async () => {
    await onPage("measures/completion", async (page) => {
      await page.clock.install();
      const chart = points(page, "trend").first();
      await chart.scrollIntoViewIfNeeded();
      const mark = (at: number) => chart.locator("[data-point]").nth(at);
      await mark(2).hover({force: true});
      const words = (await mark(2).getAttribute("data-point")) ?? "no words";
      expect(await box(page).textContent()).toBe(words);
      await box(page).hover();
      await page.clock.runFor(60_000);
      expect(await box(page).isVisible()).toBe(true);
      await page.keyboard.press("Escape");
      expect(await box(page).isVisible()).toBe(false);
      await mark(3).hover({force: true});
      expect(await box(page).textContent()).toBe(await mark(3).getAttribute("data-point"));
      await page.mouse.move(2, 2);
      await page.clock.runFor(1_000);
      expect(await box(page).isVisible()).toBe(false);
    });
  });

  it("say their words to a finger, until it taps elsewhere", async () => {
    const tapped = async (page: Page) => {
      const chart = points(page, "groups").first();
      await chart.scrollIntoViewIfNeeded();
      const mark = chart.locator("[data-point]").nth(1);
      await mark.tap({force: true});
      expect(await box(page).textContent()).toBe(await mark.getAttribute("data-point"));
      await page.locator("h2").first().tap();
      await box(page).waitFor({state: "hidden"});
    };
    await onPage("measures/completion", tapped, {viewport: {width: 390, height: 900}, hasTouch: true});
  });

  it.each(["light", "dark"] as const)("are no barrier with their words shown, in %s", async (colorScheme) => {
    const shown = async (page: Page) => {
      await points(page, "trend").first().locator("input").focus();
      await box(page).waitFor({state: "visible"});
      expect(await axeProblems(page)).toEqual([]);
    };
    await onPage("measures/completion", shown, {colorScheme});
  });

  it("leave no sign on paper", async () => {
    await onPage("measures/completion", async (page) => {
      const control = points(page, "trend").first().locator("input");
      await control.focus();
      const ring = page.locator(".point-ring");
      expect([await box(page).isVisible(), await ring.isVisible()]).toEqual([true, true]);
      await page.emulateMedia({media: "print"});
      expect([await box(page).isVisible(), await ring.isVisible(), await control.isVisible()]).toEqual([
        false,
        false,
        false
      ]);
    });
  });
});

describe("a table", () => {
  it("is sorted by a column up, down, and back to the order of the page, and says so", async () => {
    await onPage("measures/completion", async (page) => {
      await section(page, "trend").locator("summary").first().click();
      const caption = "Completion by quarter, all programs, the numbers";
      const values = async () => (await rowsOf(page, caption)).map(({Value}) => Value ?? "");
      const original = await values();
      const head = page.locator("table", {hasText: caption}).locator("th", {hasText: "Value"});
      const numbers = original
        .filter((value) => value !== "–")
        .sort((one, other) => parseFloat(one) - parseFloat(other));
      await head.locator("button").focus();
      for (const [sort, order] of [
        ["ascending", [...numbers, "–"]],
        ["descending", [...numbers.toReversed(), "–"]],
        [null, original]
      ] as const) {
        await page.keyboard.press("Enter");
        expect(await head.getAttribute("aria-sort")).toBe(sort);
        expect(await values()).toEqual(order);
        const said = sort === null ? "In the order of the page." : `Sorted by Value, ${sort}.`;
        expect(await page.getByRole("status").textContent()).toBe(said);
      }
    });
  });
});

/** As a module that shows another part of the release does: the section as the server wrote it, then twice told to be enhanced. */
const replaceTrend = `(async () => {
  const {enhance} = await import(document.querySelector("script[type=module]").src);
  const written = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const [old, fresh] = [document, written].map((page) => page.querySelector("section:has(> h2#trend)"));
  old.replaceChildren(...fresh.children);
  enhance(old);
  enhance(document);
})()`;

describe("a part of a page that was replaced", () => {
  it("shows no words of what is gone, and says its points and sorts its tables, once each", async () => {
    await onPage("measures/completion", async (page) => {
      const said = await walk(page, "trend");
      const controls = await page.locator("input, th button").count();
      expect(await box(page).isVisible()).toBe(true);
      await page.evaluate(replaceTrend);
      expect(await box(page).isVisible()).toBe(false);
      expect(await page.locator("input, th button").count()).toBe(controls);
      expect(await walk(page, "trend")).toEqual(said);
    });
  });
});

describe("a filter", () => {
  const view = (page: Page) => page.locator("#view:not([aria-busy])");
  it("puts the choice into the address, which gives the same view to whoever follows it", async () => {
    await onPage("measures/completion", async (page) => {
      await page.selectOption("select[name=place]", "program=n-iop");
      await view(page).locator(".shown", {hasText: "North IOP"}).waitFor();
      await page.selectOption("select[name=period]", "2025");
      await view(page).locator(".shown", {hasText: "North IOP, 2025"}).waitFor();
      expect(new URL(page.url()).search).toBe("?program=n-iop&period=2025");
      const chosen = await view(page).innerHTML();
      await page.reload();
      await view(page).locator(".shown", {hasText: "North IOP, 2025"}).waitFor();
      expect(withoutBlobs(await view(page).innerHTML())).toBe(withoutBlobs(chosen));
      expect(await page.locator("select[name=place]").inputValue()).toBe("program=n-iop");
      await page.goBack();
      await view(page).locator(".shown", {hasText: "North IOP, all time"}).waitFor();
      await page.getByRole("button", {name: "Show all"}).click();
      await view(page).locator(".shown", {hasText: "all programs, all time"}).waitFor();
      expect(new URL(page.url()).search).toBe("");
    });
  });

  it("shows the published row of the choice, with its charts, and leaves out what cannot be chosen", async () => {
    const row = rows.find(
      ({measure, breakdown, group, period_type, value}) =>
        `${measure} ${breakdown} ${group} ${period_type}` === "completion program n-iop quarter" && value !== null
    );
    const period = row?.period ?? "no such row";
    await onPage(`measures/completion?program=n-iop&period=${period}&program=nowhere`, async (page) => {
      await view(page)
        .locator(".shown", {hasText: `North IOP, ${period.replace("-", " ")}`})
        .waitFor();
      expect(await view(page).locator(".headline data").getAttribute("value")).toBe(String(row?.value));
      expect(await points(page, "trend").count()).toBeGreaterThan(0);
      expect(await axeProblems(page)).toEqual([]);
    });
  });

  it("draws everyone as the server did, from the same rows", async () => {
    await onPage("measures/completion?period=1999", async (page) => {
      await view(page).locator(".shown", {hasText: "all programs, all time"}).waitFor();
      const marks = (root: string) =>
        `[...document.querySelectorAll("${root} [data-point]")].map((mark) => mark.dataset.point)`;
      const drawn = await page.evaluate(marks("#view"));
      await page.goto(`${site.url}measures/completion`);
      expect(await page.evaluate(marks("#view"))).toEqual(drawn);
    });
  });
});

function withoutBlobs(html: string): string {
  return html.replace(/blob:[^"]*/g, "");
}

describe("without JavaScript", () => {
  it.each(["", "measures/completion"])("page /%s holds the same words, charts and tables", async (path) => {
    const held: unknown[] = [];
    for (const javaScriptEnabled of [true, false]) {
      const read = async (page: Page) => {
        const main = page.locator("#view");
        const counts = ["svg", "table", "tr", "data", "figure"].map((name) => main.locator(name).count());
        held.push([await main.textContent(), await Promise.all(counts)]);
        expect((await main.locator("button, input").count()) > 0).toBe(javaScriptEnabled);
      };
      await onPage(path, read, {javaScriptEnabled});
    }
    expect(held[1]).toEqual(held[0]);
  });
});
