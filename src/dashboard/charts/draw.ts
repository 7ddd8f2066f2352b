import {parse, type Runtime, View} from "vega";
import {compile, type TopLevelSpec} from "vega-lite";
import type {Markup} from "../components/markup.ts";
import {type ChartRow, type ChartSpec, chartSvg, shapeOf} from "./chart_svg.ts";

export type {ChartRow, ChartSpec} from "./chart_svg.ts";

/**
 * Draws a chart as inline SVG named by the given words. A warning of Vega-Lite is an error. Charts of one shape are compiled once: a
 * site has a thousand charts and about a dozen shapes.
 */
export async function draw(spec: ChartSpec, rows: readonly ChartRow[], words: string): Promise<Markup> {
  const view = new View(runtimeOf(spec), {renderer: "none"});
  // rows are copied: Vega adds to them
  const svg = await view.data("rows", structuredClone(rows) as ChartRow[]).toSVG();
  view.finalize();
  return chartSvg(svg, spec, words);
}

/** A chart compiled for Vega, as the browser draws it, which has no compiler. */
export function compiled(spec: ChartSpec): object {
  return compile({...spec, data: {name: "rows"}} as TopLevelSpec, {logger: strict}).spec;
}

const runtimes = new Map<string, Runtime>();

function runtimeOf(spec: ChartSpec): Runtime {
  const shape = shapeOf(spec);
  const runtime = runtimes.get(shape) ?? parse(compiled(spec));
  runtimes.set(shape, runtime);
  return runtime;
}

const strict = {level: () => strict, error: refuse, warn: refuse, info: () => strict, debug: () => strict};

function refuse(...words: readonly unknown[]): never {
  throw new Error(`chart: ${words.join(" ")}`);
}
