import type {ChartRow, ChartSpec} from "./draw.ts";
import {intervalLine} from "./interval_line.ts";
import {axisFormat, narrow, pointsAlong, pointWords, sharedDomain, theme} from "./theme.ts";

/** One line of a dot-and-interval chart: its name, what is known in words, and what is drawn. */
export interface IntervalRow {
  readonly label: string;
  /** Below the name: the figure and its counts, or why there is none. */
  readonly detail: string;
  /** A second line below, where the chart has notes. */
  readonly note?: string;
  /** What the mark stands for; else its name and detail. */
  readonly words?: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** A wide bar instead of a dot: from one bound to the other. */
  readonly range?: readonly [from: number, to: number];
  /** A hollow dot is unstable, a diamond stands out. */
  readonly mark?: "dot" | "hollow" | "diamond" | "square";
}

export interface IntervalShape {
  readonly unit: string;
  readonly scale: "linear" | "log";
  readonly isShared?: boolean;
  readonly hasNotes?: boolean;
}

const padding = {left: 4, right: 22, top: 2, bottom: 24};
const width = narrow.width - padding.left - padding.right;
const noteHeight = 18;

/**
 * Dots with their intervals, one below the other, each under its own name, so that long names need no room of their own. With
 * `isShared` the rows say from where to where the scale goes, so that charts can be read side by side.
 */
export function intervalSpec({unit, scale, isShared = false, hasNotes = false}: IntervalShape): ChartSpec {
  const x = (field: string) =>
    ({
      ...{field, type: "quantitative", axis: axisOf(unit)},
      scale: {...scaleOf(scale), ...(isShared ? {domain: sharedDomain} : {})}
    }) as const;
  const noted = hasNotes ? noteHeight : 0;
  const shift = noted / 2;
  const yOffset = intervalLine.mark - intervalLine.height / 2 + shift;
  const known = (field: string) => [{filter: `isValid(datum.${field})`}];
  return {
    // long names must not widen the chart: it is as wide as a phone
    ...{width, height: {step: intervalLine.height + noted}, padding, autosize: "none", config: theme},
    ...pointsAlong("y"),
    encoding: {y: {field: "order", type: "ordinal", sort: null, axis: null, scale: {padding: 0}}},
    layer: [
      // names first: they hold every row, and so the order of the rows
      line("label", {dy: -13 - shift, fontSize: 12.5, fontWeight: 600}),
      line("detail", {dy: 2 - shift, fontSize: 11.5, color: "var(--muted)"}),
      ...(hasNotes ? [line("note", {dy: 16 - shift, fontSize: 11.5, color: "var(--muted)"})] : []),
      {
        transform: known("reference"),
        mark: {type: "tick", orient: "vertical", color: "currentColor", thickness: 1.5, size: 13, yOffset},
        encoding: {x: x("reference")}
      },
      {
        transform: known("from"),
        mark: {type: "rule", aria: true, color: "var(--chart-line)", strokeWidth: 9, opacity: 0.5, yOffset},
        encoding: {x: x("from"), x2: {field: "to"}, description: pointWords}
      },
      {
        transform: known("lower"),
        mark: {type: "rule", color: "var(--c1)", strokeWidth: 2.5, yOffset},
        encoding: {x: x("lower"), x2: {field: "upper"}}
      },
      {
        transform: known("value"),
        mark: {type: "point", aria: true, color: "var(--c1)", strokeWidth: 2, opacity: 1, yOffset},
        encoding: {
          x: x("value"),
          shape: {field: "shape", type: "nominal", scale: null},
          size: {condition: {test: "datum.shape === 'diamond'", value: 130}, value: 60},
          fill: {condition: {test: "datum.hollow", value: "var(--surface)"}, value: "var(--c1)"},
          description: pointWords
        }
      }
    ]
  };
}

/** Rows as drawn; `reference` is the line that all are held against, `domain` the lowest and highest value of a shared scale. */
export function intervalRows(
  rows: readonly IntervalRow[],
  reference: number | null,
  domain?: readonly [number, number]
): ChartRow[] {
  const shared = domain === undefined ? {} : {lowest: domain[0], highest: domain[1]};
  return rows.map(
    ({label, detail, note, words = `${label}: ${detail}`, value, lower, upper, range, mark = "dot"}, order) => ({
      ...{order, label, detail, value, reference, words: words.replace(" ◆", ",")},
      ...(note === undefined ? {} : {note}),
      ...shared,
      ...(lower === null || upper === null ? {lower: null, upper: null} : {lower, upper}),
      ...{from: range?.[0] ?? null, to: range?.[1] ?? null, hollow: mark === "hollow"},
      shape: mark === "diamond" || mark === "square" ? mark : "circle"
    })
  );
}

function line(field: string, text: object): object {
  return {
    mark: {type: "text", align: "left", baseline: "middle", ...text},
    encoding: {x: {value: 0}, text: {field}}
  };
}

function scaleOf(scale: "linear" | "log") {
  return scale === "log"
    ? ({type: "log", nice: false, padding: 10} as const)
    : ({type: "linear", zero: false, nice: true, padding: 10} as const);
}

function axisOf(unit: string) {
  return {
    title: null,
    format: axisFormat(unit),
    tickCount: 4,
    labelOverlap: true,
    domain: false,
    ticks: false
  } as const;
}
