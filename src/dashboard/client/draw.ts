import type {Spec} from "vega";
import {expressionInterpreter} from "vega-interpreter";
import {parse} from "vega-parser";
import {View} from "vega-view";
import {type ChartRow, type ChartSpec, chartSvg, shapeOf} from "../charts/chart_svg.ts";
import type {Markup} from "../components/markup.ts";
import {readJson} from "./read_given.ts";
import {registerTransforms} from "./vega_transforms.ts";

registerTransforms();

let shapes: Promise<Record<string, Spec>> | null = null;

/**
 * Draws a chart in the browser as the server does, from the same specification compiled when the site was built. Expressions are
 * interpreted: the site's policy forbids code that is made from text.
 */
export async function draw(spec: ChartSpec, rows: readonly ChartRow[], words: string): Promise<Markup> {
  shapes ??= readJson("charts.json");
  const compiled = (await shapes)[shapeOf(spec)];
  if (compiled === undefined) throw new Error("a chart of a shape that the site does not hold");
  const view = new View(parse(compiled, undefined, {ast: true}), {renderer: "none", expr: expressionInterpreter});
  const svg = await view.data("rows", structuredClone(rows) as ChartRow[]).toSVG();
  view.finalize();
  return chartSvg(svg, spec, words);
}
