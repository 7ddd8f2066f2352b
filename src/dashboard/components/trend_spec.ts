import type {TopLevelSpec} from "vega-lite";
import type {Quarter} from "./quarters.ts";

/** Size in pixels, and whether the chart names its quarters and values. */
export interface TrendSize {
  width: number;
  height: number;
  axes: boolean;
}

/**
 * A point per quarter with its 95 % bar; a line joins neighbours and breaks where a quarter has no value. Hollow points are
 * unstable: a shape, so that the chart reads in black and white.
 */
export function trendSpec(quarters: Quarter[], unit: string, size: TrendSize): TopLevelSpec {
  return {
    width: size.width,
    height: size.height,
    padding: 4,
    autosize: {type: "fit", contains: "padding"},
    data: {values: quarters.map(point)},
    encoding: {x: {field: "period", type: "ordinal", sort: null, axis: size.axes ? periodAxis(size.width) : null}},
    layer: [
      {
        mark: {type: "line", color: "var(--chart-line)", strokeWidth: 1.5, invalid: "break-paths-show-domains"},
        encoding: {y: valueScale("value", unit, size)}
      },
      {
        mark: {type: "rule", color: "var(--c1)", strokeWidth: 2},
        encoding: {y: valueScale("lower", unit, size), y2: {field: "upper"}}
      },
      {
        mark: {type: "point", color: "var(--c1)", size: 44, strokeWidth: 2, opacity: 1, invalid: "filter"},
        encoding: {
          y: valueScale("value", unit, size),
          fill: {condition: {test: "datum.hollow", value: "var(--surface)"}, value: "var(--c1)"}
        }
      }
    ],
    config
  };
}

function point({period, row}: Quarter): Record<string, string | number | boolean | null> {
  const {value = null, lower = null, upper = null} = row ?? {};
  return {period: period.replace("-", " "), value, lower, upper, hollow: row?.status === "unstable"};
}

function valueScale(field: string, unit: string, {axes}: TrendSize) {
  return {
    field,
    type: "quantitative" as const,
    scale: {zero: false, nice: true},
    axis: axes
      ? {title: null, format: unit === "share" ? ".0%" : "~g", tickCount: 5, domain: false, ticks: false}
      : null
  };
}

/** Text keeps its size, so a narrow chart names fewer quarters. */
function periodAxis(width: number) {
  return {
    title: null,
    labelAngle: 0,
    labelOverlap: "parity" as const,
    labelSeparation: width < 500 ? 14 : 8,
    grid: false
  };
}

const config = {
  aria: false,
  background: "transparent",
  font: "system-ui, sans-serif",
  view: {stroke: null},
  axis: {
    labelColor: "currentColor",
    labelFontSize: 12,
    gridColor: "var(--chart-grid)",
    domainColor: "var(--chart-line)",
    tickColor: "var(--chart-line)"
  }
} as const;
