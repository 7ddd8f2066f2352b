import type {Measure} from "../../src/dashboard/catalogue.ts";
import type {ResultRow} from "../../src/dashboard/published.ts";
import type {Subject} from "../../src/dashboard/sections/section.ts";
import {noTables, type Tables} from "../../src/dashboard/tables.ts";
import {everyone} from "../../src/dashboard/view.ts";
import {resultRow} from "./fixture_rows.ts";
import {catalogue} from "./published_fixture.ts";

const hidden = {units: null, denominator: null, numerator: null, value: null, lower: null, upper: null};

/** What a row has that is hidden to protect people. */
export const suppressed = {...hidden, status: "suppressed"} as const;

/** A measure of the invented release, with only the tables that a test gives it. */
export function subject(id: string, tables: Partial<Tables>): Subject {
  const measure = catalogue.measures.find((one) => one.id === id) as Measure;
  return {catalogue, measure, tables: {...noTables, ...tables}, view: everyone};
}

/** Completion in an age group. */
export function ofAge(group: string, given: Partial<ResultRow> = {}): ResultRow {
  return resultRow({breakdown: "age_band", group, units: 400, denominator: 400, ...given});
}

/** What is drawn, without the words around it, a mark a line. */
export function drawn(text: string): string {
  const charts = [...text.matchAll(/<svg [\s\S]*?<\/svg>/g)].map(([svg]) => svg);
  return `${charts.join("\n").replaceAll("><", ">\n<")}\n`;
}
