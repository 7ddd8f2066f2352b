import {formatCount, formatValue} from "../components/format.ts";
import {interval} from "../components/value.ts";
import type {RowOf} from "../published.ts";
import type {ChartRow, ChartSpec} from "./draw.ts";
import {type ChartSize, pointsAlong, pointWords, sized} from "./theme.ts";

/**
 * A curve in steps with its 95 % band. Steps that would give a small count away are left out, so between two dots the curve is only
 * known to run from one to the other: somewhere in the box that they span.
 */
export function curveSpec(size: ChartSize): ChartSpec {
  return {
    ...sized(size),
    ...pointsAlong("x"),
    encoding: {x: time("time")},
    layer: [
      {
        transform: [
          {
            window: [
              {op: "lead", field: "time", as: "until"},
              {op: "lead", field: "value", as: "next"}
            ],
            sort: [{field: "time"}]
          },
          {filter: "isValid(datum.next)"}
        ],
        mark: {type: "rect", color: "var(--chart-line)", opacity: 0.22},
        encoding: {x2: {field: "until"}, x: time("time"), y: share("value"), y2: {field: "next"}}
      },
      {
        transform: [{filter: "isValid(datum.lower) && isValid(datum.upper)"}],
        mark: {type: "area", interpolate: "step-after", color: "var(--c1)", opacity: 0.2},
        encoding: {y: share("lower"), y2: {field: "upper"}}
      },
      {
        transform: [{filter: "isValid(datum.value)"}],
        mark: {type: "line", interpolate: "step-after", color: "var(--c1)", strokeWidth: 2},
        encoding: {y: share("value")}
      },
      {
        transform: [{filter: "isValid(datum.value)"}],
        mark: {type: "point", aria: true, color: "var(--c1)", fill: "var(--c1)", size: 24, opacity: 1},
        encoding: {y: share("value"), description: pointWords}
      }
    ]
  };
}

export function curveRows(rows: readonly RowOf<"curves">[]): ChartRow[] {
  return rows.map((row) => {
    const {time, value, lower, upper} = row;
    return {time, value, lower, upper, words: wordsOf(row)};
  });
}

/** "Day 7: 98.0% (95% interval 97.0% to 99.0%), 1,450 under way, 30 events". */
function wordsOf({time, value, lower, upper, at_risk, events}: RowOf<"curves">): string {
  if (time === null || value === null) return "";
  const limits = interval({lower, upper, unit: "share"});
  return [
    `Day ${formatValue(time, "days")}: ${formatValue(value, "share")} (${limits})`,
    ...(at_risk === null ? [] : [`${formatCount(at_risk)} under way`]),
    ...(events === null ? [] : [`${formatCount(events)} events`])
  ].join(", ");
}

function time(field: string) {
  return {
    field,
    type: "quantitative",
    scale: {nice: false},
    axis: {title: "Days", grid: false, tickCount: 6, labelOverlap: true}
  } as const;
}

function share(field: string) {
  return {
    field,
    type: "quantitative",
    scale: {zero: true, nice: true},
    axis: {title: null, format: "~%", tickCount: 5, domain: false, ticks: false}
  } as const;
}
