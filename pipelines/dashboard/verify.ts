import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {addressProblems} from "./verify_addresses.ts";

/** What a page must show: a measure's published number, in full. */
export interface ExpectedNumber {
  page: string;
  measure: string;
  value: number;
}

/** Everything wrong with a built site, one line each: the Framework exits 0 on broken sites. */
export async function verifySite(
  site: string,
  expected: {pages: string[]; numbers: ExpectedNumber[]}
): Promise<string[]> {
  const files = await readdir(site, {recursive: true});
  const texts = new Map<string, string>();
  for (const file of files)
    if (/\.(html|js|css|svg)$/.test(file)) texts.set(file, await readFile(join(site, file), "utf8"));
  return [
    ...expected.pages.filter((page) => !texts.has(page)).map((page) => `${page}: not built`),
    ...[...texts].flatMap(([file, text]) => fileProblems(file, text)),
    ...addressProblems(new Set(files), texts),
    ...expected.numbers
      .filter((number) => !shows(texts.get(number.page) ?? "", number))
      .map(({page, measure}) => `${page}: ${measure} is not the published number`)
  ];
}

const external =
  /(?:\b(?:src|href|action|srcset)=|url\(|\bfetch\(|\bimport\(|\bfrom|\bimport)\s*["']?((?:https?:)?\/\/[^"')\s>]+)/g;
const bareImport = /(?:\bimport\(|\bfrom|\bimport)\s*["']((?!\.{0,2}\/)[\w@][\w@./:-]*)["']/g;

function fileProblems(file: string, text: string): string[] {
  const problems = [...text.matchAll(external)].map(([, address]) => `${file}: external ${address}`);
  if (file.endsWith(".js"))
    problems.push(...[...text.matchAll(bareImport)].map(([, name]) => `${file}: unresolved import ${name}`));
  return file.endsWith(".html") ? [...problems, ...pageProblems(file, text)] : problems;
}

function pageProblems(file: string, text: string): string[] {
  const signs: [string, RegExp][] = [
    ["inline script", /<script(?![^>]*\bsrc=)[^>]*>/],
    ["inline style", /<style[\s>]|<[^>]+\sstyle=/],
    ["inline event handler", /<[a-z][^>]*\son[a-z]+=/],
    ["error of the Framework", /observablehq--error/],
    ["no language", /<html>/],
    ["no title", /<title><\/title>|^(?![\s\S]*<title>)/],
    ["a value that was not filled in", />\s*(?:undefined|NaN|\[object Object\])[%\s]*</]
  ];
  return signs.filter(([, sign]) => sign.test(text)).map(([name]) => `${file}: ${name}`);
}

function shows(page: string, {measure, value}: ExpectedNumber): boolean {
  return page.includes(`data-measure="${measure}"><data value="${value}">`);
}
