import {parse, type Runtime, View} from "vega";
import {compile, type TopLevelSpec} from "vega-lite";
import {html, Markup} from "../components/markup.ts";

/** A chart without its rows; they are read from the data set `rows`. */
export type ChartSpec = Omit<TopLevelSpec, "data"> & Record<string, unknown>;

export type ChartRow = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Draws a chart as inline SVG whose one accessible name is the given words; a mark says its own row's `words` in `data-point`,
 * for the browser to show. A warning of Vega-Lite is an error. Charts of one shape are compiled once: a site has a thousand charts
 * and about a dozen shapes.
 */
export async function draw(spec: ChartSpec, rows: readonly ChartRow[], words: string): Promise<Markup> {
  const view = new View(runtimeOf(spec), {renderer: "none"});
  // rows are copied: Vega adds to them
  const svg = await view.data("rows", structuredClone(rows) as ChartRow[]).toSVG();
  view.finalize();
  return new Markup(`${opening(spec, words)}${withPoints(svg).slice("<svg".length)}`);
}

function opening({usermeta}: ChartSpec, words: string): string {
  const {along} = (usermeta ?? {}) as {along?: string};
  return html`<svg role="img" aria-label="${words}"${along === undefined ? null : html` data-along="${along}"`}`.text;
}

/** Marks that stand for a published row carry its words; nothing inside an image has a role of its own. */
function withPoints(svg: string): string {
  const named = svg.replace(markName, (_, words: string) => (noWords.test(words) ? "" : ` data-point="${words}"`));
  // a dollar sign before a brace would be run as code by the Framework
  return named.replace(innerRoles, "").replaceAll("$", "&#36;");
}

/** What Vega makes of a mark's description, which it escapes. */
const markName = / aria-label="([^"]*)"(?= role="graphics-symbol")/g;
const noWords = /^(?:undefined|null)?$/;

const runtimes = new Map<string, Runtime>();

function runtimeOf(spec: ChartSpec): Runtime {
  const shape = JSON.stringify(spec);
  const runtime = runtimes.get(shape) ?? parse(compile(withRows(spec), {logger: strict}).spec);
  runtimes.set(shape, runtime);
  return runtime;
}

function withRows(spec: ChartSpec): TopLevelSpec {
  return {...spec, data: {name: "rows"}} as TopLevelSpec;
}

const innerRoles = / (?:role|aria-[a-z]+)="[^"]*"/g;

const strict = {level: () => strict, error: refuse, warn: refuse, info: () => strict, debug: () => strict};

function refuse(...words: readonly unknown[]): never {
  throw new Error(`chart: ${words.join(" ")}`);
}
