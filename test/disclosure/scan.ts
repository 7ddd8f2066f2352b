import {readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {isSmall} from "../../src/disclosure/primary.ts";
import type {Result} from "../../src/publish/result.ts";
import {type PublishedRow, readResults, readTable} from "../pipeline/published_rows.ts";
import {formsIn, formsOf, formsTold, inFull} from "./forms.ts";

/** Names a row's place, with its measure. */
export function placeOf(row: Placed): string {
  const {measure, breakdown, group, period = ""} = row;
  return [measure, breakdown, group, row.period_type ?? (period === "" ? "all" : "year"), period].join("|");
}

type Placed = {
  readonly [Column in "measure" | "breakdown" | "group" | "period_type" | "period"]?: string | undefined;
};

/** What a release shows of its results and what it hides of them, each as it was counted. */
export interface Results {
  readonly shown: readonly Result[];
  readonly hidden: readonly Result[];
  /** What its tables tell beside results. */
  readonly told?: readonly ToldRow[];
}

interface ToldRow extends Placed {
  readonly forms: readonly string[];
}

export function partOf(release: string, counted: readonly Result[]): Results {
  const published = new Map(readResults(release).map((row): [string, PublishedRow] => [placeOf(row), row]));
  const isHidden = (row: Result) => published.get(placeOf(row))?.status === "suppressed";
  const told = tablesOf(release).flatMap((file) =>
    readTable(release, file).map((row) => ({...placeIn(row), forms: formsTold(row)}))
  );
  return {shown: counted.filter((row) => !isHidden(row)), hidden: counted.filter(isHidden), told};
}

/**
 * Rows of published tables that hold the number of a hidden result, in full: in its place, or, if it is of few and beside its
 * count of units, in another group of its breakdown and period: what is left beside a group that is shown may be its neighbour, and of many
 * that may be known, since it follows from those shown.
 */
export function leaksInTables(release: string, results: Results): string[] {
  return tablesOf(release).flatMap((file) => leaksInRows(file, readTable(release, file), results));
}

/** The same of rows, wherever they were read from. */
export function leaksInRows(
  file: string,
  rows: readonly Readonly<Record<string, string>>[],
  {shown, hidden}: Results
): string[] {
  const known = numbersBeside(shown);
  const secret = numbersBeside(hidden);
  return rows.flatMap((row) => {
    const cells = Object.values(row);
    const sentences = cells.filter((cell) => cell.includes(" "));
    return [...new Set([...cells, ...sentences.flatMap((one) => [...formsIn(one)])])].flatMap((form) => {
      const key = `${placeOf({...placeIn(row), group: ""})} ${form}`;
      const isTold = (one: Result) =>
        placeOf(one) === placeOf(row) || (isOfFew(one) && cells.includes(String(one.units)));
      const told = known.has(key) ? [] : (secret.get(key) ?? []).filter(isTold);
      return told.map((one) => `${file}: ${placeOf(row)} has ${form} of ${placeOf(one)}`);
    });
  });
}

function isOfFew({units, denominator, numerator}: Result): boolean {
  const others = denominator === null || numerator === null ? null : denominator - numerator;
  return [units, denominator, numerator, others].some((count) => count !== null && isSmall(count));
}

/** Results by their breakdown, period and each of their numbers in full. */
function numbersBeside(results: readonly Result[]): Map<string, Result[]> {
  const found = new Map<string, Result[]>();
  for (const row of results)
    for (const number of inFull([row.value, row.lower, row.upper])) {
      const key = `${placeOf({...row, group: ""})} ${number}`;
      found.set(key, [...(found.get(key) ?? []), row]);
    }
  return found;
}

function tablesOf(release: string): string[] {
  return readdirSync(release).filter((file) => file.endsWith(".csv"));
}

function placeIn({measure, breakdown, group, period_type, period}: Readonly<Record<string, string>>): Placed {
  return {measure, breakdown, group, period_type, period};
}

/**
 * Files below a folder, of any kind, that hold a form of a hidden result: of one whom the file speaks of, and of nothing that the
 * release tells of them.
 */
export function leaksInFiles(folder: string, results: Results): string[] {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8", withFileTypes: true}).filter((one) =>
    one.isFile()
  );
  const scanners = new Map<string, Scanner>();
  return files.flatMap(({parentPath, name}) => {
    const path = join(parentPath, name);
    const file = relative(folder, path);
    const subject = subjectOf(file);
    const scanner = scanners.get(subject.name) ?? scannerOf(results, subject.speaksOf);
    scanners.set(subject.name, scanner);
    return scanner(readFileSync(path, "utf8")).map((leak) => `${file}: ${leak}`);
  });
}

/** Forms in a text of hidden results, and of nothing that the release tells. */
export function leaksInText(text: string, results: Results): string[] {
  return scannerOf(results, everybody)(text);
}

type Scanner = (text: string) => string[];

/** Looks through texts that speak of the same people: the forms of those are made once. */
function scannerOf({shown, hidden, told = []}: Results, speaksOf: (row: Placed) => boolean): Scanner {
  const known = new Set([
    ...shown.filter(speaksOf).flatMap(formsOf),
    ...told.filter(speaksOf).flatMap(({forms}) => forms)
  ]);
  const secret = hidden
    .filter(speaksOf)
    .flatMap((row) => formsOf(row).map((form): [string, string] => [form, `${form} is ${placeOf(row)}`]))
    .filter(([form]) => !known.has(form));
  return (text) => {
    const found = formsIn(text);
    return found.size === 0 ? [] : secret.filter(([form]) => found.has(form)).map(([, leak]) => leak);
  };
}

function everybody(_row: Placed): boolean {
  return true;
}

/** Of whose figures a file speaks: a page and files of one measure, a page of one program, the first pages of everyone; others of anybody. */
function subjectOf(file: string): {name: string; speaksOf: (row: Placed) => boolean} {
  const [, folder, own] = /^(measures|programs|files)\/([^/]+?)(?:\.html|\/[^/]+)$/.exec(file) ?? [];
  if (folder === "measures" || (folder === "files" && !["trajectories", "follow_up"].includes(own ?? "")))
    return {name: `measure ${own}`, speaksOf: ({measure}) => measure === own};
  if (folder === "programs")
    return {name: `program ${own}`, speaksOf: ({breakdown, group}) => breakdown === "program" && group === own};
  if (/^(?:index|all-measures)\.html$/.test(file))
    return {name: "everyone", speaksOf: ({breakdown}) => breakdown === "all"};
  return {name: "anybody", speaksOf: everybody};
}
