import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import type {Page} from "playwright-core";

/** Every number of the published files, and the values of each measure, read without the dashboard's own code. */
export interface PublishedNumbers {
  readonly ofMeasure: ReadonlyMap<string, ReadonlySet<string>>;
  readonly all: ReadonlySet<string>;
}

export function readNumbers(published: string): PublishedNumbers {
  const all = new Set<string>();
  const tables = readdirSync(published).filter((file) => file.endsWith(".csv"));
  for (const table of tables)
    for (const [cell] of readFileSync(join(published, table), "utf8").matchAll(/(?<=^|,)-?\d[\d.e+-]*(?=,|$)/gm))
      all.add(cell);
  const ofMeasure = new Map<string, Set<string>>();
  for (const {measure = "", value = ""} of readRows(published))
    ofMeasure.set(measure, (ofMeasure.get(measure) ?? new Set()).add(value));
  return {all, ofMeasure};
}

function readRows(published: string): Record<string, string>[] {
  return parse(readFileSync(join(published, "results.csv")), {columns: true});
}

/** Numbers on a page that no published file has, or that are not the measure's own where the page says whose they are. */
export async function numberProblems(page: Page, {all, ofMeasure}: PublishedNumbers): Promise<string[]> {
  return (await page.evaluate(readValues)).flatMap(({measure, value, text}) => {
    const known = measure === null ? all : (ofMeasure.get(measure) ?? new Set());
    if (!known.has(value)) return [`${measure ?? "a number"}: ${value} is not published`];
    return text === "" ? [`${value} is shown as nothing`] : [];
  });
}

function readValues(): {measure: string | null; value: string; text: string}[] {
  return [...document.querySelectorAll("data")].map((data) => ({
    measure: data.closest<HTMLElement>("[data-measure]")?.dataset.measure ?? null,
    value: data.value,
    text: data.textContent ?? ""
  }));
}

/** The overview's figures against results.csv, as printed. */
export async function headlineProblems(page: Page, published: string): Promise<string[]> {
  const {headline} = JSON.parse(readFileSync(join(published, "catalogue.json"), "utf8")) as {headline: string[]};
  const rows = readRows(published);
  const shown = await page.evaluate(readFigures);
  return headline.flatMap((id) => {
    const row = rows.find((one) => one.measure === id && one.breakdown === "all" && one.period_type === "all");
    const figure = shown.find(({measure}) => measure === id);
    if (row?.value === undefined || row.value === "") return figure?.value === undefined ? [] : [`${id} shows a value`];
    return figure?.value === row.value && figure.text === printed(row)
      ? []
      : [`${id} shows ${figure?.text}, not ${row.value}`];
  });
}

interface Shown {
  measure: string | undefined;
  value: string | undefined;
  text: string;
}

function readFigures(): Shown[] {
  return [...document.querySelectorAll<HTMLElement>("[data-measure]")].map((figure) => ({
    measure: figure.dataset.measure,
    value: figure.querySelector("data")?.value,
    text: figure.querySelector("data")?.textContent ?? ""
  }));
}

function printed({value, unit}: Record<string, string>): string {
  const number = Number(value);
  if (number === 0) return unit === "share" ? "0%" : "0";
  if (unit === "share") return number === 1 ? "100%" : `${(number * 100).toFixed(1)}%`;
  const text = Math.abs(number).toFixed(unit === "sd" ? 2 : 1);
  return `${number < 0 && Number(text) !== 0 ? "−" : ""}${text}`;
}
