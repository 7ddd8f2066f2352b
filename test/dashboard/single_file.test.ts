import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {inflateSync} from "node:zlib";
import {beforeAll, describe, expect, it} from "vitest";
import {singleFile} from "../../pipelines/dashboard/single_file.ts";
import {summary} from "../../pipelines/summary.ts";
import {hashOf, spotInSite, spotOf} from "../../src/dashboard/client/single_file/spot.ts";
import {fixtureSite} from "./fixture_site.ts";

let site: string;
let text: string;
/** What lies packed in the file, by path. */
let packed: Map<string, Buffer>;

beforeAll(async () => {
  const fixture = await fixtureSite();
  site = fixture.dist;
  text = readFileSync(fixture.single, "utf8");
  const elements = text.matchAll(/<script type="application\/octet-stream" data-path="([^"]*)">([^<]*)<\/script>/g);
  packed = new Map([...elements].map(([, path = "", bytes = ""]) => [path, inflateSync(Buffer.from(bytes, "base64"))]));
}, 120_000);

const built = (ending: string) =>
  readdirSync(site, {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(ending));
const pages = () => [...packed].filter(([path]) => !path.startsWith("files/"));

describe("the dashboard in one file", () => {
  it("is the same bytes each time", async () => {
    expect(await singleFile(resolve("."), site)).toBe(text);
  });

  it("tells nothing of the machine that made it", () => {
    expect(text).not.toContain(resolve("."));
    expect(text).not.toMatch(/node_modules|sourceMappingURL|src\/dashboard/);
  });

  it("is named with its size when it has been written", () => {
    const found = {migrations: [], ingested: null, horizon: null, built: null, checks: [], warnings: [], release: null};
    const words = (single_file: {path: string; bytes: number} | null) =>
      summary({...found, dashboard: "dist", single_file}, ".");
    expect(words({path: "dist.html", bytes: 4_365_104})).toMatch(/^One file {3}dist\.html \(4\.4 MB/m);
    expect(words(null)).not.toContain("One file");
  });

  it("holds every page of the site, as it was built but for its links", () => {
    const names = built(".html").filter((name) => name !== "index.html");
    expect(
      pages()
        .map(([path]) => `${path}.html`)
        .sort()
    ).toEqual(names.sort());
    for (const [path, page] of pages()) expect(withoutLinks(String(page))).toBe(partsOf(path));
    const [overview = ""] = /<main [\s\S]*<\/main>/.exec(text) ?? [];
    const written = overview.replace(/\n<noscript>[\s\S]*<\/noscript>/, "");
    expect(withoutLinks(`<title>${titleOf(text)}</title>\n${written}`)).toBe(partsOf("index"));
  });

  it("holds every file that the site gives, byte for byte", () => {
    const names = [...built(".csv"), ...built(".json")].sort();
    expect([...packed.keys()].filter((path) => path.startsWith("files/")).sort()).toEqual(names);
    for (const name of names) expect(packed.get(name)?.equals(readFileSync(join(site, name)))).toBe(true);
  });

  it("leads nowhere but to its own pages, files and sections", () => {
    const body = text.replaceAll(/<script>[\s\S]*?<\/script>/g, "");
    const markupOf = (path: string) => (path === "" ? body : packed.get(path)?.toString());
    for (const path of ["", ...pages().map(([path]) => path)]) {
      for (const [, address = ""] of markupOf(path)?.matchAll(/<a [^>]*href="([^"]*)"/g) ?? []) {
        expect(address).toMatch(/^#/);
        const spot = address.startsWith("#/") ? spotOf(address) : {page: path, anchor: address.slice(1)};
        expect(markupOf(spot.page), address).toBeDefined();
        if (spot.anchor !== "") expect(`${markupOf(spot.page)}${body}`).toContain(`id="${spot.anchor}"`);
      }
    }
  });

  it("names no address of the network but the names of XML", () => {
    const addresses = new Set([...text.matchAll(/\b(?:https?|wss?|ftp):\/\/[^"'`)\s]+/g)].map(([address]) => address));
    const names = ["http://www.w3.org/1999/xlink", "http://www.w3.org/2000/svg", "http://www.w3.org/2000/xmlns/"];
    expect([...addresses].sort()).toEqual(names);
    for (const [, page] of pages())
      expect(String(page)).not.toMatch(/\b(?:href|src|action|srcset)="(?:[a-z]+:|\/\/)|url\(/);
  });

  it("lets a browser run its own script and style and nothing else", () => {
    const [, policy = ""] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(text) ?? [];
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? [];
    const [, script = ""] = /<script>([\s\S]*?)<\/script>/.exec(text) ?? [];
    const rules = new Map(policy.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1).join(" ")]));
    expect(Object.fromEntries(rules)).toEqual({
      "default-src": "'none'",
      "script-src": `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
      "style-src": `'sha256-${createHash("sha256").update(style).digest("base64")}'`,
      "img-src": "data:",
      "font-src": "data:",
      "connect-src": "'none'",
      "base-uri": "'none'",
      "form-action": "'none'"
    });
    expect(text.indexOf(policy)).toBeLessThan(text.indexOf("<style>"));
    expect(text).not.toMatch(/\sstyle="|\son[a-z]+="/);
  });
});

describe("an address within the file", () => {
  it.each([
    ["#/", {page: "", search: "", anchor: ""}],
    ["#/measures/completion", {page: "measures/completion", search: "", anchor: ""}],
    ["#/programs/east~2f~iop::trend", {page: "programs/east~2f~iop", search: "", anchor: "trend"}],
    [
      "#/measures/completion?program=n-iop&payer=a%3A%3Ab::trend",
      {page: "measures/completion", search: "?program=n-iop&payer=a%3A%3Ab", anchor: "trend"}
    ]
  ])("%s names page, view and section", (hash, spot) => {
    expect(spotOf(hash)).toEqual(spot);
    expect(hashOf(spot)).toBe(hash);
  });

  it("is that of the site behind a sign", () => {
    expect(hashOf(spotInSite("./completion?period=2025#trend", "measures/attendance.html"))).toBe(
      "#/measures/completion?period=2025::trend"
    );
    expect(hashOf(spotInSite("../", "measures/attendance.html"))).toBe("#/");
  });

  it("that names no page is a section of the overview", () => {
    expect(spotOf("#stay")).toEqual({page: "", search: "", anchor: "stay"});
    expect(spotOf("")).toEqual({page: "", search: "", anchor: ""});
  });
});

/** Title and main part of a built page. */
function partsOf(path: string): string {
  const page = readFileSync(join(site, `${path}.html`), "utf8");
  return withoutLinks(`<title>${titleOf(page)}</title>\n${/<main [\s\S]*<\/main>/.exec(page)?.[0]}`);
}

function titleOf(page: string): string {
  return /<title>([^<]*)<\/title>/.exec(page)?.[1] ?? "";
}

function withoutLinks(markup: string): string {
  return markup.replace(/ (?:href|download)="[^"]*"/g, "");
}
