import {createHash} from "node:crypto";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {deflateSync} from "node:zlib";
import {bundleSingleFile} from "./bundle_client.ts";
import {mainOf, pageOfSite, withPlaces} from "./page_parts.ts";

/**
 * A built site as one HTML document that asks for nothing: the overview as it stands, every other page and every file packed,
 * and the script that shows and gives them. The same site gives the same bytes.
 */
export async function singleFile(root: string, site: string): Promise<string> {
  const names = (await readdir(site, {recursive: true})).map((name) => name.replaceAll("\\", "/")).sort();
  const overview = await pageOfSite(site, "index.html");
  const style = await styleOf(site, overview.style);
  const icon = await dataUrl(join(site, overview.icon), "image/svg+xml");
  const script = await bundleSingleFile(root);
  for (const text of [style, script])
    if (/<\/s(?:cript|tyle)|<!--|\r/i.test(text))
      throw new Error("dashboard: a style or script that would end its element");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor({script, style})}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${overview.title}
<link rel="icon" href="${icon}">
<style>${style}</style>
</head>
<body>
${withPlaces(overview.body, "index").replace(/<main [^>]*>/, (main) => `${main}\n${withoutScript}`)}
${(await packed(site, names)).join("\n")}
<script>${script}</script>
</body>
</html>
`;
}

const withoutScript = `<noscript><p class="lead"><strong>Only the overview can be read here</strong>: this file unpacks its other pages, its
filters and its downloads with JavaScript, which is switched off or which this preview does not run. Save the file and open
it in a browser.</p></noscript>`;

/** What the file may do: run its own script and style, show what lies in it. It cannot ask the network for anything. */
function policyFor({script, style}: {script: string; style: string}): string {
  const hashed = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return [
    "default-src 'none'",
    `script-src ${hashed(script)}`,
    `style-src ${hashed(style)}`,
    "img-src data:",
    "font-src data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
}

/** Each page but the overview, by its path, and each file that pages read or give. */
async function packed(site: string, names: readonly string[]): Promise<string[]> {
  const wanted = names.filter(
    (name) => /^files\/.*\.\w+$/.test(name) || (name.endsWith(".html") && name !== "index.html")
  );
  return Promise.all(
    wanted.map(async (name) =>
      name.endsWith(".html")
        ? packedAs(name.slice(0, -".html".length), mainOf(await pageOfSite(site, name), name))
        : packedAs(name, await readFile(join(site, name)))
    )
  );
}

/** As deflated by zlib: its head has no date and names no system. */
function packedAs(path: string, content: string | Buffer): string {
  const bytes = deflateSync(content, {level: 9}).toString("base64");
  return `<script type="application/octet-stream" data-path="${path}">${bytes}</script>`;
}

/** The site's style with its typeface inside. */
async function styleOf(site: string, path: string): Promise<string> {
  const style = await readFile(join(site, path), "utf8");
  const [address, name = ""] = /url\("\.\/(inter\.\w+\.woff2)"\)/.exec(style) ?? [];
  if (address === undefined) throw new Error(`dashboard: ${path} names no typeface`);
  const typeface = await dataUrl(join(site, path, "..", name), "font/woff2");
  return style.replace(address, () => `url("${typeface}")`);
}

async function dataUrl(file: string, type: string): Promise<string> {
  return `data:${type};base64,${(await readFile(file)).toString("base64")}`;
}
