import type {Measure} from "../../src/measures/measure.ts";
import type {Cell, Counts} from "../../src/publish/cells.ts";
import {resultOf} from "../../src/publish/result.ts";
import {defaultSettings} from "../../src/settings.ts";
import type {Moments} from "../../src/statistics/moments.ts";
import type {ResultCounts} from "../second_reading/results.ts";

/** What both readings say of one place: units, denominator and numerator of its row, and what its estimate is made of. */
interface Row {
  readonly place: string;
  readonly immature: boolean;
  readonly units: number;
  readonly denominator: number;
  readonly numerator: number | null;
  readonly made_of: string;
}

const everythingShown = {...defaultSettings, minimum_units: 0, minimum_units_effect_size: 0};

/** Rows that only one of the two readings has, or that differ; in words, in order of place. */
export function compareResults(cells: Iterable<Cell>, measures: readonly Measure[], read: readonly ResultCounts[]) {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const counted = [...cells].flatMap((cell) => rowOfCell(cell, byId.get(cell.place.measure)) ?? []);
  const expected = new Map(read.map((result) => [placeOf(result), inWords(rowOfReading(result))]));
  const found = new Map(counted.map((row) => [row.place, inWords(row)]));
  const places = new Set([...expected.keys(), ...found.keys()]);
  return [...places]
    .sort()
    .filter((place) => expected.get(place) !== found.get(place))
    .map((place) => `${place}: counted ${found.get(place) ?? "nothing"}, read ${expected.get(place) ?? "nothing"}`);
}

type Place = Pick<ResultCounts, "measure" | "group" | "period_type" | "period"> & {readonly breakdown: string};

function placeOf({measure, breakdown, group, period_type, period}: Place): string {
  return [measure, breakdown, group, period_type, period].join(" | ");
}

function inWords({immature, units, denominator, numerator, made_of}: Row): string {
  return immature ? "immature" : `${numerator ?? "-"} of ${denominator}, ${units} units, ${made_of}`;
}

function rowOfCell(cell: Cell, measure: Measure | undefined): Row | null {
  const result = measure === undefined ? null : resultOf(measure, cell, "2026-12-31", everythingShown);
  if (result === null || measure === undefined) return null;
  return {
    place: placeOf(cell.place),
    immature: result.status === "immature",
    units: result.units ?? 0,
    denominator: result.denominator ?? 0,
    numerator: result.numerator,
    made_of: madeOf(measure, cell.counts)
  };
}

function madeOf(measure: Measure, {moments, days, people}: Counts): string {
  switch (measure.kind) {
    case "proportion":
      return "";
    case "share_within":
      return inPeople(people);
    case "median_rate":
      return daysInWords(
        [...days].flatMap(([stay, byValue]) =>
          [...byValue].flatMap(([halfMinutes, n]) =>
            Array.from({length: n}, () => ((7 * halfMinutes) / (120 * Number(stay))).toFixed(9))
          )
        )
      );
    case "unit_ratio":
    case "session_ratio":
    case "mean_change":
    case "effect_size":
      return sumsInWords(moments);
    case "median":
    case "time_to_event":
    case "cumulative_incidence":
      return (
        daysInWords([...days].flatMap(([event, byDay]) => [...byDay].map(([day, n]) => `${day} ${event} x ${n}`))) +
        inPeople(people)
      );
  }
}

/** Eleven and more people are the same: no count of them is small. */
function inPeople(people: number | null | undefined): string {
  return people === null || people === undefined ? "" : ` people ${Math.min(people, 11)}`;
}

function sumsInWords({n, sum_x, sum_y, sum_xx, sum_yy, sum_xy}: Moments): string {
  return `sums ${[n, sum_x, sum_y, sum_xx, sum_yy, sum_xy].join(" ")}`;
}

function daysInWords(days: string[]): string {
  return `days ${days.sort().join(", ")}`;
}

function rowOfReading(result: ResultCounts): Row {
  const {immature, units, denominator, numerator} = result;
  return {place: placeOf(result), immature, units, denominator, numerator, made_of: readOf(result)};
}

function readOf({measure, pairs, values, times, ratio, people}: ResultCounts): string {
  if (pairs !== undefined) return sumsInWords(momentsOf(pairs));
  if (ratio !== undefined) return sumsInWords(momentsOf(ratio.map(({a, s}) => [a, s])));
  if (values !== undefined && measure === "attended_hours_per_week") {
    return daysInWords(values.map((value) => value.toFixed(9)));
  }
  if (values !== undefined) return daysInWords(tallied(values.map((day) => `${day} `))) + inPeople(people);
  if (times === undefined) return inPeople(people);
  return daysInWords(tallied(times.map(({time, event}) => `${time} ${event === "censored" ? "open" : event}`)));
}

function momentsOf(pairs: readonly (readonly [number, number])[]): Moments {
  const sum = (term: (x: number, y: number) => number) => pairs.reduce((total, [x, y]) => total + term(x, y), 0);
  return {
    n: pairs.length,
    sum_x: sum((x) => x),
    sum_y: sum((_, y) => y),
    sum_xx: sum((x) => x * x),
    sum_yy: sum((_, y) => y * y),
    sum_xy: sum((x, y) => x * y)
  };
}

function tallied(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, n]) => `${name} x ${n}`);
}
