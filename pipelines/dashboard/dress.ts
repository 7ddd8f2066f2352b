import {createHash} from "node:crypto";
import {copyFile, mkdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {sheetStyle} from "../../src/dashboard/components/sheet_style.ts";
import type {Release} from "../../src/dashboard/release.ts";
import {bundleClient} from "./bundle_client.ts";

const typeface = "node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";

/** The sheets of the style, each over those before it: what is narrow or on paper comes after what it changes. */
const sheets = [
  ...["base", "frame", "filters", "cards", "charts", "tables", "narrow", "paper"],
  ...["points", "changes", "methods", "topics", "quality"]
];

/** What the head of every page names, addresses from the site's root. */
export interface Dress {
  readonly style: string;
  readonly typeface: string;
  readonly client: string;
}

/**
 * Puts the style, the typeface and the modules of the browser beside a built site, each under a name that carries the hash of its
 * content. The style ends with what this release prints on every sheet. The Framework's own bundler takes neither typefaces nor
 * what belongs to a release.
 */
export async function dressSite(root: string, site: string, release: Release): Promise<Dress> {
  await mkdir(join(site, "_style"), {recursive: true});
  const font = hashed("inter", await readFile(join(root, typeface)), "woff2");
  await copyFile(join(root, typeface), join(site, "_style", font));
  const written = (await Promise.all(sheets.map((sheet) => readSheet(root, sheet)))).join("\n");
  const style = `${written.replace("inter.woff2", font)}\n${sheetStyle(release)}`;
  const name = hashed("style", style, "css");
  await writeFile(join(site, "_style", name), style);
  return {style: `/_style/${name}`, typeface: `/_style/${font}`, client: `/${await bundleClient(root, site)}`};
}

function readSheet(root: string, sheet: string): Promise<string> {
  return readFile(join(root, "src/dashboard/style", `${sheet}.css`), "utf8");
}

function hashed(name: string, content: string | Buffer, ending: string): string {
  return `${name}.${createHash("sha256").update(content).digest("hex").slice(0, 8)}.${ending}`;
}
