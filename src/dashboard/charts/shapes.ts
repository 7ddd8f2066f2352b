import type {Catalogue} from "../catalogue.ts";
import {small} from "../sections/trend.ts";
import {type ChartSpec, shapeOf} from "./chart_svg.ts";
import {curveSpec} from "./curve_spec.ts";
import {compiled} from "./draw.ts";
import {funnelSpec} from "./funnel_spec.ts";
import {intervalSpec} from "./interval_spec.ts";
import {narrow, wide} from "./theme.ts";
import {smallTrendSpec, trendSpec} from "./trend_spec.ts";

/** Every chart that a filter can ask the browser to draw, compiled, by its shape. */
export function compiledShapes({measures}: Catalogue): Record<string, object> {
  const units = [...new Set([...measures.map(({unit}) => unit), "share"])];
  const specs: ChartSpec[] = [
    ...units.flatMap((unit) => [wide, narrow].map((size) => trendSpec(unit, size))),
    ...units.flatMap((unit) =>
      [false, true].flatMap((isShared) =>
        [false, true].map((hasNotes) => intervalSpec({unit, scale: "linear", isShared, hasNotes}))
      )
    ),
    intervalSpec({unit: "ratio", scale: "log"}),
    ...[wide, narrow].map(curveSpec),
    ...[funnelSpec, smallTrendSpec(small)]
  ];
  return Object.fromEntries(specs.map((spec) => [shapeOf(spec), compiled(spec)]));
}
