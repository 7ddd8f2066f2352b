import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {cp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {fromFolderOf, withBody} from "../../src/dashboard/page.ts";
import type {Dress} from "./dress.ts";

/**
 * Makes the Framework's pages fit a strict Content-Security-Policy and WCAG: a language, zoom allowed, no inline script, nothing
 * that changes between two builds of the same data. A page without code of its own loses the Framework's client, which it does not
 * need, and gets the style, the module and the body that stands beside its source in `pagesFolder`; what pages let their readers download comes along.
 */
export async function postBuild(site: string, pagesFolder: string, dress: Dress): Promise<void> {
  const files = await readdir(site, {recursive: true});
  const pages = files.filter((file) => file.endsWith(".html"));
  for (const page of pages) await mendPage(site, page, {pagesFolder, dress});
  await removeUnusedClient(site, pages);
  if (existsSync(join(pagesFolder, "files")))
    await cp(join(pagesFolder, "files"), join(site, "files"), {recursive: true});
}

async function mendPage(
  site: string,
  page: string,
  {pagesFolder, dress}: {pagesFolder: string; dress: Dress}
): Promise<void> {
  const file = join(site, page);
  const path = `/${page.replace(/\.html$/, "")}`;
  const body = join(pagesFolder, `${path}.body`);
  const framed = dressed(mendTemplate(await readFile(file, "utf8")), path, dress);
  const mended = existsSync(body) ? withBody(framed, path, await readFile(body, "utf8")) : framed;
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

function dressed(text: string, path: string, {style, typeface, client}: Dress): string {
  const head = `<link rel="preload" href="${typeface}" as="font" type="font/woff2" crossorigin="">
<link rel="stylesheet" href="${style}">
<script type="module" src="${client}"></script>
</head>`;
  return text.replace("</head>", () => fromFolderOf(path, head));
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
  if (texts.some((text) => text.includes("_observablehq/client"))) return;
  const assets = join(site, "_observablehq");
  for (const name of await readdir(assets)) {
    const isUsed = texts.some((text) => text.includes(`_observablehq/${name}`));
    if (!isUsed) await rm(join(assets, name), {recursive: true});
  }
}
