import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {postBuild} from "../../pipelines/dashboard/post_build.ts";
import {swap} from "../../pipelines/dashboard/swap.ts";
import {verifySite} from "../../pipelines/dashboard/verify.ts";
import {html, Markup} from "../../src/dashboard/components/markup.ts";
import {frameworkMarkdown} from "../../src/dashboard/page.ts";

let folder: string;
let site: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "site-"));
  site = join(folder, "site");
  mkdirSync(join(site, "_observablehq"), {recursive: true});
  for (const name of ["_style", "_client"]) mkdirSync(join(site, name));
  for (const address of Object.values(dress)) writeFileSync(join(site, address), "");
});

afterEach(() => rmSync(folder, {recursive: true}));

const framework = '<script type="module">\n\nimport "./_observablehq/client.ab12.js";\n\n</script>';
const dress = {
  style: "/_style/style.ab12.css",
  typeface: "/_style/inter.ab12.woff2",
  client: "/_client/site.ab12.js"
};
const cell = '<script type="module">\n\nimport {define} from "./_observablehq/client.ab12.js";\ndefine({});\n</script>';

function frameworkHtml(script: string, body = ""): string {
  return `<!DOCTYPE html>\n<html>\n<head>\n<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<title>Page</title>\n<link rel="modulepreload" href="./_observablehq/client.ab12.js">\n${script}\n</head>\n<body>${body}</body>\n</html>\n`;
}

function write(file: string, text: string): void {
  writeFileSync(join(site, file), text);
}

describe("after the build", () => {
  it("a page without code of its own has a language, zoom, and of code only our own", async () => {
    write("index.html", frameworkHtml(framework));
    mkdirSync(join(site, "measures"));
    write("measures/completion.html", frameworkHtml(framework));
    write("_observablehq/client.ab12.js", "export {};");
    await postBuild(site, folder, dress);
    const page = readFileSync(join(site, "index.html"), "utf8");
    expect(page).toContain('<html lang="en">');
    expect(page).not.toMatch(/maximum-scale|modulepreload/);
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="./_client/site.ab12.js">']);
    expect(readFileSync(join(site, "measures/completion.html"), "utf8")).toContain('src="../_client/site.ab12.js"');
    expect(existsSync(join(site, "_observablehq/client.ab12.js"))).toBe(false);
  });

  it("a page with code has it in a file beside it", async () => {
    write("index.html", frameworkHtml(cell));
    write("_observablehq/client.ab12.js", "export {};");
    await postBuild(site, folder, dress);
    const [, script] =
      /<script type="module" src="\.\/(index\.[0-9a-f]{8}\.js)"><\/script>/.exec(
        readFileSync(join(site, "index.html"), "utf8")
      ) ?? [];
    expect(readFileSync(join(site, script ?? ""), "utf8")).toContain("define({});");
    expect(await verifySite(site, {pages: ["index.html"], numbers: []})).toEqual([]);
  });

  it("a page has its body in its place, whatever signs it holds, with links that lead on from its own folder", async () => {
    const chart = '<svg width="10"><text>$& ${1}</text></svg>';
    const body = html`<figure id="top">${new Markup(chart)}</figure><a href="/about">7</a><a href="#top">6</a>`;
    mkdirSync(join(site, "measures"));
    write("measures/one.html", frameworkHtml("", frameworkMarkdown("Page")));
    mkdirSync(join(folder, "measures"));
    writeFileSync(join(folder, "measures/one.body"), body.text);
    await postBuild(site, folder, dress);
    const page = readFileSync(join(site, "measures/one.html"), "utf8");
    expect(page).toContain(`<figure id="top">${chart}</figure><a href="../about">7</a><a href="#top">6</a>`);
  });
});

describe("a site is not fit to show", () => {
  it.each([
    ['<img src="https://example.org/a.png">', "index.html: external https://example.org/a.png"],
    ['<p style="color: red">', "index.html: inline style"],
    ['<button onclick="go()">', "index.html: inline event handler"],
    ["<script>go()</script>", "index.html: inline script"],
    ['<div class="observablehq--error">', "index.html: error of the Framework"],
    ["<td>NaN</td>", "index.html: a value that was not filled in"],
    ['<a href="./measures/gone">', "index.html: nothing at ./measures/gone"],
    ['<a href="#gone">', "index.html: nothing at #gone"]
  ])("with %s in a page", async (body, problem) => {
    write(
      "index.html",
      frameworkHtml("", body)
        .replace("<html>", '<html lang="en">')
        .replace(/\n<link[^>]*>/, "")
    );
    expect(await verifySite(site, {pages: ["index.html"], numbers: []})).toEqual([problem]);
  });

  it("with an import that was not resolved, a page not built or a headline that is not the published one", async () => {
    write(
      "index.html",
      '<html lang="en"><title>Page</title><p data-measure="completion"><data value="0.5">50.0%</data></p>'
    );
    write("page.js", 'import("vega");');
    const numbers = [{page: "index.html", measure: "completion", value: 0.51}];
    expect(await verifySite(site, {pages: ["index.html", "quality.html"], numbers})).toEqual([
      "quality.html: not built",
      "page.js: unresolved import vega",
      "index.html: completion is not the published number"
    ]);
  });
});

describe("putting a site in place", () => {
  const text = (path: string) => readFileSync(join(folder, path), "utf8");

  it("takes the whole old one away", async () => {
    mkdirSync(join(folder, "dist"));
    writeFileSync(join(folder, "dist/gone.html"), "old");
    write("index.html", "new");
    await swap(site, join(folder, "dist"));
    expect(text("dist/index.html")).toBe("new");
    expect(existsSync(join(folder, "dist/gone.html"))).toBe(false);
    expect(existsSync(join(folder, "dist.leaving"))).toBe(false);
  });

  it("clears what a killed build left", async () => {
    for (const name of ["dist.arriving", "dist.leaving"]) mkdirSync(join(folder, name));
    writeFileSync(join(folder, "dist.arriving/half.html"), "half");
    write("index.html", "new");
    await swap(site, join(folder, "dist"));
    expect(text("dist/index.html")).toBe("new");
    expect(
      ["dist/half.html", "dist.arriving", "dist.leaving"].filter((path) => existsSync(join(folder, path)))
    ).toEqual([]);
  });
});
