import {formatPeriodShort} from "../components/format.ts";
import type {Point} from "../components/periods.ts";
import type {ResultRow, RowOf} from "../published.ts";
import type {ChartRow, ChartSpec} from "./draw.ts";
import {axisFormat, type ChartSize, pointsAlong, pointWords, sharedDomain, sized} from "./theme.ts";

type SpcRow = RowOf<"spc">;

/**
 * A point per period with its 95 % bar; a line joins neighbours and breaks where a period has no value. Hollow points are
 * unstable and diamonds are signals: shapes, so that the chart reads in black and white. Average and limits are drawn as steps, for
 * the periods that they judge; a letter stands where an event gave them a new start.
 */
export function trendSpec(unit: string, size: ChartSize, {isShared = false} = {}): ChartSpec {
  const x = {
    field: "period",
    type: "ordinal",
    sort: null,
    scale: {type: "band"},
    axis: periodAxis(size.width)
  } as const;
  const y = (field: string) => {
    const own = valueScale(field);
    return {...own, scale: {...own.scale, ...(isShared ? {domain: sharedDomain} : {})}, axis: valueAxis(unit)};
  };
  return {
    ...sized(size),
    ...pointsAlong("x"),
    encoding: {x},
    layer: [
      // the line first: it holds every period, and so their order
      line(y),
      ...["upper_limit", "lower_limit"].map((field) => step(field, y(field), [5, 4])),
      step("centre", y("centre"), [1, 0]),
      targetLine(y("target")),
      eventLine(x),
      ...points(y)
    ]
  };
}

/** The same without axes and limits, for a card. */
export function smallTrendSpec(size: ChartSize): ChartSpec {
  const x = {field: "period", type: "ordinal", sort: null, scale: {type: "band"}, axis: null} as const;
  return {
    ...sized(size),
    ...pointsAlong("x"),
    encoding: {x},
    layer: [line(withoutAxis), targetLine(withoutAxis("target")), eventLine(x), ...points(withoutAxis)]
  };
}

/** What a trend is held against and how it is told; `letters` names events by their period, `words` says what a point stands for. */
export interface TrendLines {
  readonly limits: ReadonlyMap<string, SpcRow>;
  readonly letters: ReadonlyMap<string, string>;
  readonly target: number | null;
  readonly words: (row: ResultRow) => string;
  /** Lowest and highest value of a scale that several charts share. */
  readonly domain?: readonly [number, number];
}

/** Rows of the chart, a row for each period. */
export function trendRows(points: readonly Point[], {limits, letters, target, words, domain}: TrendLines): ChartRow[] {
  const shared = domain === undefined ? {} : {lowest: domain[0], highest: domain[1]};
  return points.map(({period, row}) => {
    const {value = null, lower = null, upper = null} = row ?? {};
    const {centre = null, lower_limit = null, upper_limit = null, signal = ""} = limits.get(period) ?? {};
    return {
      ...{period: formatPeriodShort(period), value, lower, upper, centre, lower_limit, upper_limit, target},
      ...{hollow: row?.status === "unstable", signal: signal !== "", event: letters.get(period) ?? ""},
      ...{words: row === null ? "" : words(row), ...shared}
    };
  });
}

function line(y: (field: string) => object): object {
  return {
    mark: {type: "line", color: "var(--chart-line)", strokeWidth: 1.5, invalid: "break-paths-show-domains"},
    encoding: {y: y("value")}
  };
}

function points(y: (field: string) => object): object[] {
  return [
    {
      mark: {type: "rule", color: "var(--c1)", strokeWidth: 2, opacity: 0.55},
      encoding: {y: y("lower"), y2: {field: "upper"}}
    },
    {
      mark: {type: "point", aria: true, color: "var(--c1)", strokeWidth: 2, opacity: 1, invalid: "filter"},
      encoding: {
        y: y("value"),
        shape: {condition: {test: "datum.signal", value: "diamond"}, value: "circle"},
        size: {condition: {test: "datum.signal", value: 110}, value: 44},
        fill: {condition: {test: "datum.hollow", value: "var(--surface)"}, value: "var(--c1)"},
        description: pointWords
      }
    }
  ];
}

/** An upright line with its letter where an event falls. */
function eventLine(x: object): object {
  return {
    transform: [{filter: "datum.event !== ''"}],
    layer: [
      {
        mark: {type: "rule", color: "currentColor", strokeDash: [2, 3], strokeWidth: 1},
        encoding: {x: {...x, bandPosition: 0}}
      },
      {
        mark: {type: "text", align: "left", dx: 4, dy: 8, fontWeight: 600},
        encoding: {x: {...x, bandPosition: 0}, y: {value: 0}, text: {field: "event"}}
      }
    ]
  };
}

/** One line across the chart, whatever the periods. */
function targetLine(y: object): object {
  return {
    transform: [{filter: "isValid(datum.target)"}, {aggregate: [{op: "max", field: "target", as: "target"}]}],
    mark: {type: "rule", color: "var(--target)", strokeDash: [9, 4], strokeWidth: 1.5},
    encoding: {x: null, y}
  };
}

function step(field: string, y: object, strokeDash: number[]): object {
  return {
    transform: [{filter: `isValid(datum.${field})`}],
    mark: {type: "rule", color: "var(--chart-line)", strokeDash, strokeWidth: 1.25},
    encoding: {
      x: {field: "period", type: "ordinal", sort: null, bandPosition: 0},
      x2: {field: "period", bandPosition: 1},
      y
    }
  };
}

function valueScale(field: string) {
  return {field, type: "quantitative", scale: {zero: false, nice: true}} as const;
}

function withoutAxis(field: string) {
  return {...valueScale(field), axis: null};
}

function valueAxis(unit: string) {
  return {title: null, format: axisFormat(unit), tickCount: 5, domain: false, ticks: false} as const;
}

/** Text keeps its size, so a narrow chart names fewer periods. */
function periodAxis(width: number) {
  return {
    title: null,
    labelAngle: 0,
    labelPadding: 8,
    labelOverlap: "parity",
    labelSeparation: width < 500 ? 14 : 8,
    grid: false,
    ticks: false
  } as const;
}
