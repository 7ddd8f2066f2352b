import {formatValue} from "../components/format.ts";
import type {RowOf} from "../published.ts";
import type {ChartRow, ChartSpec} from "./draw.ts";
import {type ChartSize, pointsAlong, pointWords, theme} from "./theme.ts";

/** What all charts of one instrument share, so that they can be read side by side. */
export interface ScoreScale {
  /** Lowest and highest score drawn. */
  readonly scores: readonly [number, number];
  readonly lastWeek: number;
  /** Scores at which a band of severity begins, and the bands' names. */
  readonly bands: readonly {readonly from: number; readonly label: string}[];
}

const padding = {left: 30, right: 84, top: 32, bottom: 38};

/**
 * Mean score by week with its 95 % bar; a line joins neighbours and breaks where a week is not published. Hollow points are
 * unstable. Bands of severity are faint lines, named at the right; above each week stands its n.
 */
export function trajectorySpec({scores, lastWeek, bands}: ScoreScale, size: ChartSize): ChartSpec {
  const x = weeks(lastWeek);
  const y = (field: string) => score(field, scores);
  return {
    width: size.width - padding.left - padding.right,
    height: size.height - padding.top - padding.bottom,
    ...{padding, autosize: "none", config: theme},
    ...pointsAlong("x"),
    layer: [
      ...bandLayers({scores, bands}),
      {
        mark: {type: "line", color: "var(--chart-line)", strokeWidth: 1.5, invalid: "break-paths-show-domains"},
        encoding: {x, y: y("value")}
      },
      {
        transform: [{filter: "isValid(datum.lower) && isValid(datum.upper)"}],
        mark: {type: "rule", color: "var(--c1)", strokeWidth: 2, opacity: 0.55},
        encoding: {x, y: y("lower"), y2: {field: "upper"}}
      },
      {
        transform: [{filter: "isValid(datum.value)"}],
        mark: {type: "point", aria: true, color: "var(--c1)", strokeWidth: 2, opacity: 1, size: 44},
        encoding: {
          x,
          y: y("value"),
          description: pointWords,
          fill: {condition: {test: "datum.hollow", value: "var(--surface)"}, value: "var(--c1)"}
        }
      },
      ...counts(x, size),
      {
        data: {values: [{}]},
        mark: {type: "text", align: "left", fontSize: 11, color: "var(--muted)"},
        encoding: {x: {value: -26}, y: {value: -12}, text: {value: "n"}}
      }
    ]
  };
}

/** A row for each week from the first to the last; one that is not published has nothing to draw. */
export function trajectoryRows(rows: readonly RowOf<"trajectory">[], lastWeek: number): ChartRow[] {
  const byWeek = new Map(rows.map((row) => [row.week, row]));
  return Array.from({length: lastWeek + 1}, (_, week) => {
    const row = byWeek.get(week);
    if (row === undefined || !isDrawn(row))
      return {week, value: null, lower: null, upper: null, hollow: false, n: "", words: ""};
    const {value, lower, upper, units, status} = row;
    const n = units === null ? "" : units.toLocaleString("en-US");
    const limits =
      lower === null || upper === null
        ? ""
        : ` (95% interval ${formatValue(lower, "points")} to ${formatValue(upper, "points")})`;
    const words = `Week ${week}: ${value === null ? "" : formatValue(value, "points")}${limits}, n = ${n === "" ? "not shown" : n}`;
    return {week, value, lower, upper, hollow: status === "unstable", n, words};
  });
}

/** Only what is published has a place in a chart. */
export function isDrawn({value, status}: RowOf<"trajectory">): boolean {
  return value !== null && (status === "published" || status === "unstable");
}

/** The n of each week above it; in two lines where there is little room. */
function counts(x: object, {width}: ChartSize): object[] {
  const isNarrow = width < 500;
  return [0, 1].map((odd) => ({
    transform: [{filter: `datum.week % 2 === ${odd}`}],
    mark: {type: "text", fontSize: 11, color: "var(--muted)"},
    encoding: {x, y: {value: isNarrow && odd === 1 ? -24 : -12}, text: {field: "n"}}
  }));
}

function bandLayers({scores, bands}: Pick<ScoreScale, "scores" | "bands">): object[] {
  const [lowest, highest] = scores;
  const drawn = bands.filter(({from}) => from < highest);
  const values = drawn.map(({from, label}, index) => ({
    from,
    middle: (Math.max(from, lowest) + Math.min(drawn[index + 1]?.from ?? highest, highest)) / 2,
    name: [...lines(label), ...(index === 0 ? [] : [`from ${from}`])]
  }));
  if (values.length === 0) return [];
  return [
    {
      data: {values: values.slice(1)},
      mark: {type: "rule", color: "var(--chart-line)", strokeWidth: 1, strokeDash: [1, 3]},
      encoding: {y: score("from", scores)}
    },
    {
      data: {values},
      mark: {type: "text", align: "left", baseline: "middle", fontSize: 11, lineHeight: 12, color: "var(--muted)"},
      encoding: {x: {value: "width"}, xOffset: {value: 8}, y: score("middle", scores), text: {field: "name"}}
    }
  ];
}

/** Words in lines that fit beside a chart. */
function lines(text: string): string[] {
  const found: string[] = [];
  for (const word of text.split(" ")) {
    const last = found.at(-1);
    if (last === undefined || last.length + word.length >= 13) found.push(word);
    else found[found.length - 1] = `${last} ${word}`;
  }
  return found;
}

function weeks(lastWeek: number) {
  return {
    field: "week",
    type: "quantitative",
    scale: {domain: [0, Math.max(1, lastWeek)], nice: false, padding: 12},
    axis: {title: "Weeks since admission", grid: false, format: "d", tickMinStep: 1, tickCount: 7, labelOverlap: true}
  } as const;
}

function score(field: string, [lowest, highest]: readonly [number, number]) {
  return {
    field,
    type: "quantitative",
    scale: {domain: [lowest, highest], nice: false, zero: false},
    axis: {title: null, tickCount: 5, grid: false, domain: false, ticks: false}
  } as const;
}
