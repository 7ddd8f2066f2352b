import {argv, env, stdout} from "node:process";
import {parseArgs} from "node:util";
import type {Markup} from "./components/markup.ts";

/** The folder of published files that this build shows. */
export function publishedFolder(): string {
  return env.PLUMBLINE_PUBLISHED ?? "data/published/current";
}

/** The [name] of the page's address. */
export function addressPart(name: string): string {
  const {values} = parseArgs({args: argv.slice(2), options: {[name]: {type: "string"}}});
  const value = values[name];
  if (typeof value !== "string") throw new Error(`expected --${name}=…`);
  return value;
}

/**
 * Hands a page to the Framework as Markdown that is one HTML block: a block ends at an empty line, so there is none, and
 * nothing in it is read as Markdown.
 */
export function writePage(page: {title: string; body: Markup}): void {
  const body = page.body.text.replace(/\s*\n\s*/g, "\n").trim();
  stdout.write(`---\ntitle: ${JSON.stringify(page.title)}\n---\n\n<div class="page">\n${body}\n</div>\n`);
}
