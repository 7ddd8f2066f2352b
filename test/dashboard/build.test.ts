import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {buildDashboard} from "../../pipelines/steps/dashboard.ts";
import {UserError} from "../../src/errors.ts";
import {catalogue, writePublished} from "./published_fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "dashboard-"));
const [published, output] = [join(folder, "published"), join(folder, "dist")];
const build = () => buildDashboard({published, output, root: ".", log: () => undefined});
let old: string;

beforeAll(async () => {
  writePublished(published);
  await build();
  old = siteText();
}, 120_000);

afterAll(() => rmSync(folder, {recursive: true}));

describe("building the dashboard", () => {
  it("makes one page for each measure and program, and the pages of the site", () => {
    const pages = readdirSync(output, {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".html"));
    expect(pages).toHaveLength(11 + catalogue.measures.length + catalogue.programs.length);
    expect(pages).toContain(join("programs", "east~2f~iop.html"));
  });

  it("shows every word of the catalogue as text, whatever signs it holds", () => {
    const page = readFileSync(join(output, "measures", "ideation_new.html"), "utf8");
    expect(page).toContain(
      "<h1>New ideation &lt;b&gt;&quot;item 9&quot;&lt;/b&gt; &#36;{globalThis.stolen = 1} *stars*</h1>"
    );
    expect(page).not.toMatch(/<script(?! type="module" src="\.\.\/_client\/site\.[0-9A-Z]{8}\.js">)/);
  });

  it("never shows a number of an earlier release", async () => {
    const shown = numbers(old);
    const {rows} = writePublished(published, {shift: 0.05});
    await build();
    const now = siteText();
    const current = new Set(rows.map(({value}) => String(value)));
    expect([...numbers(now)].filter((number) => !current.has(number))).toEqual([]);
    expect([...shown].filter((number) => !current.has(number)).length).toBeGreaterThan(100);
    expect(now).not.toContain(releaseName(old));
  }, 120_000);

  it("leaves the standing site alone when the new one cannot be built", async () => {
    const before = siteText();
    writeFileSync(join(published, "quality.csv"), "check,severity\nbroken,\n");
    await expect(build()).rejects.toThrow(/quality\.csv is not a published file of this version/);
    expect(siteText()).toBe(before);
    expect(readdirSync(folder).sort()).toEqual(["dist", "published"]);
  }, 120_000);

  it("asks for a release where there is none", async () => {
    const nowhere = buildDashboard({published: join(folder, "none"), output, root: ".", log: () => undefined});
    await expect(nowhere).rejects.toThrow(UserError);
  });
});

function siteText(): string {
  const files = readdirSync(output, {recursive: true, encoding: "utf8"}).filter((file) => /\.\w+$/.test(file));
  return files
    .sort()
    .map((file) => `${file}\n${readFileSync(join(output, file), "utf8")}`)
    .join("\n");
}

function numbers(text: string): Set<string> {
  return new Set([...text.matchAll(/<data value="(-?[\d.e-]+)"/g)].map(([, number]) => number ?? ""));
}

function releaseName(text: string): string {
  return /<code>(2026-03-31-[0-9a-f]{12})<\/code>/.exec(text)?.[1] ?? "no release named";
}
