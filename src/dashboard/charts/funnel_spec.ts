import type {RowOf} from "../published.ts";
import type {ChartRow, ChartSpec} from "./draw.ts";
import {pointsAlong, pointWords, sized} from "./theme.ts";

type FunnelRow = RowOf<"funnel">;

const size = {width: 340, height: 280};

/**
 * A funnel: share against denominator, with the limits that each place has at its own denominator, and the pooled share. Limits
 * between two places are only joined, by a faint line: no number is drawn that was not published. A letter names a place.
 */
export const funnelSpec: ChartSpec = {
  ...sized(size),
  ...pointsAlong("both"),
  encoding: {x: denominator()},
  layer: [
    ...["upper_998", "lower_998", "upper_95", "lower_95"].map((field) => ({
      mark: {type: "line", color: "var(--chart-line)", strokeWidth: 1, opacity: 0.5},
      encoding: {y: share(field)}
    })),
    bar("lower_998", "upper_998", {strokeWidth: 3, opacity: 0.45}),
    bar("lower_95", "upper_95", {strokeWidth: 9, opacity: 0.35}),
    {
      mark: {type: "rule", color: "currentColor", strokeWidth: 1.25, strokeDash: [4, 3]},
      encoding: {x: null, y: {aggregate: "max", field: "target", type: "quantitative"}}
    },
    {
      mark: {type: "point", aria: true, color: "var(--c1)", size: 80, strokeWidth: 2, opacity: 1},
      encoding: {
        y: share("value"),
        fill: {condition: {test: "datum.hollow", value: "var(--surface)"}, value: "var(--c1)"},
        description: pointWords
      }
    },
    {
      mark: {type: "text", align: "left", dx: 9, fontWeight: 600, fontSize: 13},
      encoding: {y: share("value"), text: {field: "letter"}}
    }
  ]
};

/** Rows of the chart; `words` says of a place what its dot stands for. */
export function funnelRows(
  rows: readonly FunnelRow[],
  letters: ReadonlyMap<string, string>,
  words: (row: FunnelRow) => string
): ChartRow[] {
  return rows.map((row) => {
    const {group, denominator, value, target, lower_95, upper_95, lower_998, upper_998, status} = row;
    return {
      ...{denominator, value, target, lower_95, upper_95, lower_998, upper_998},
      letter: letters.get(group) ?? "",
      hollow: status === "unstable",
      words: words(row)
    };
  });
}

function bar(from: string, to: string, mark: object): object {
  return {mark: {type: "rule", color: "var(--chart-line)", ...mark}, encoding: {y: share(from), y2: {field: to}}};
}

function denominator() {
  return {
    field: "denominator",
    type: "quantitative",
    scale: {zero: false, nice: true, padding: 18},
    axis: {title: "People counted", grid: false, tickCount: 5, format: ",.0f", labelOverlap: true}
  } as const;
}

function share(field: string) {
  return {
    field,
    type: "quantitative",
    scale: {zero: false, nice: true, padding: 8},
    axis: {title: null, format: "~%", tickCount: 5, domain: false, ticks: false}
  } as const;
}
