import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readdir, readFile, rm, writeFile} from "node:fs/promises";
import {basename, dirname, join, sep} from "node:path";
import {html} from "../../src/dashboard/components/markup.ts";
import {withParts} from "../../src/dashboard/page.ts";

/**
 * Makes the Framework's pages fit a strict Content-Security-Policy and WCAG: a language, zoom allowed, no inline script, nothing
 * that changes between two builds of the same data. A page without code of its own loses the Framework's client, which it does not
 * need, and gets the parts back that stand beside its source in `pagesFolder`. Every page starts our own module, whose address in
 * the site is `client`.
 */
export async function postBuild(site: string, pagesFolder: string, client: string): Promise<void> {
  const files = await readdir(site, {recursive: true});
  const pages = files.filter((file) => file.endsWith(".html"));
  for (const page of pages) await mendPage(join(site, page), await partsOf(join(pagesFolder, page)));
  await removeUnusedClient(site, pages);
  for (const page of pages) await addClient(join(site, page), `${"../".repeat(depthOf(page))}${client}`);
}

async function partsOf(page: string): Promise<string[]> {
  const file = page.replace(/\.html$/, ".parts.json");
  return existsSync(file) ? JSON.parse(await readFile(file, "utf8")) : [];
}

function depthOf(page: string): number {
  return page.split(sep).length - 1;
}

async function addClient(file: string, address: string): Promise<void> {
  const text = await readFile(file, "utf8");
  const script = html`<script type="module" src="${address.startsWith(".") ? address : `./${address}`}"></script>`;
  await writeFile(
    file,
    text.replace("</head>", () => `${script.text}\n</head>`)
  );
}

async function mendPage(file: string, parts: string[]): Promise<void> {
  const mended = withParts(mendTemplate(await readFile(file, "utf8")), parts);
  const scripts: {name: string; body: string}[] = [];
  const text = mended.replace(
    /<script( type="module")?>([\s\S]*?)<\/script>/g,
    (_, type: string | undefined, body: string) => {
      const name = `${basename(file, ".html")}.${createHash("sha256").update(body).digest("hex").slice(0, 8)}.js`;
      scripts.push({name, body});
      return `<script${type ?? ""} src="./${name}"></script>`;
    }
  );
  await writeFile(file, text);
  for (const {name, body} of scripts) await writeFile(join(dirname(file), name), body);
}

/** The moved scripts stand beside their page because their imports are relative to it. */
export function mendTemplate(text: string): string {
  return withoutIdleClient(text)
    .replace(/^<!DOCTYPE html>\n<html>/, '<!DOCTYPE html>\n<html lang="en">')
    .replace(", maximum-scale=1", "")
    .replace(/,"lastModified":\d+(?:\.\d+)?/g, "");
}

function withoutIdleClient(text: string): string {
  const without = text.replace(
    /<script type="module">\s*import "[^"]*\/_observablehq\/client\.[^"]*";\s*<\/script>\n?/,
    ""
  );
  return without.includes("<script") ? text : without.replace(/\n?<link rel="modulepreload"[^>]*>/g, "");
}

async function removeUnusedClient(site: string, pages: string[]): Promise<void> {
  const texts = await Promise.all(pages.map((page) => readFile(join(site, page), "utf8")));
  if (texts.some((text) => text.includes("<script"))) return;
  const assets = join(site, "_observablehq");
  for (const name of await readdir(assets)) {
    const isUsed = texts.some((text) => text.includes(`_observablehq/${name}`));
    if (!isUsed) await rm(join(assets, name), {recursive: true});
  }
}
