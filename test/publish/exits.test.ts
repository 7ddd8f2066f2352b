import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {isSmall} from "../../src/disclosure/primary.ts";

import {measures} from "../../src/measures/index.ts";
import type {Cell, Counts} from "../../src/publish/cells.ts";
import {type CurveRow, curves} from "../../src/publish/curves.ts";
import {type Result, resultOf} from "../../src/publish/result.ts";
import {defaultSettings} from "../../src/settings.ts";
import {protectResults} from "./protected.ts";

const ways = ["planned", "unplanned", "death", "open"] as const;
type Way = (typeof ways)[number];

/** Somebody's last day in the program and how it ended. */
type Stay = readonly [day: number, way: Way];

const timed = measures.filter(({id}) => ["time_in_program", "planned_exit", "unplanned_exit"].includes(id));

/** People like those of a program: most leave as planned in the second month, few die, and the newest are still there. */
const stays: fc.Arbitrary<Stay[]> = fc.array(
  fc.oneof(
    {weight: 9, arbitrary: fc.tuple(fc.integer({min: 30, max: 100}), fc.constant("planned" as const))},
    {weight: 6, arbitrary: fc.tuple(fc.integer({min: 1, max: 100}), fc.constant("unplanned" as const))},
    {weight: 1, arbitrary: fc.tuple(fc.integer({min: 1, max: 100}), fc.constantFrom("death" as const, "open" as const))}
  ),
  {minLength: 40, maxLength: 500, size: "max"}
);

function countsOf(people: readonly Stay[]): Counts {
  const days = new Map<string, Map<number, number>>();
  for (const [day, way] of people) {
    const byDay = days.get(way) ?? new Map<number, number>();
    days.set(way, byDay.set(day, (byDay.get(day) ?? 0) + 1));
  }
  const moments = {n: 0, sum_x: 0, sum_y: 0, sum_xx: 0, sum_yy: 0, sum_xy: 0};
  return {n: 0, numerator: 0, n_immature: 0, n_cohort: 0, moments, days, people: null};
}

/** Protected results and curves of all, over all time. */
function publishedOf(people: readonly Stay[]): {results: Result[]; rows: CurveRow[]} {
  const counts = countsOf(people);
  const place = {breakdown: "all", group: "", period_type: "all", period: ""} as const;
  const cells = timed.map(({id}): Cell => ({place: {measure: id, ...place}, counts}));
  const results = protectResults(
    timed.flatMap((measure, index) => {
      const result = resultOf(measure, cells[index] as Cell, "2026-03-31", defaultSettings);
      return result === null ? [] : [result];
    })
  );
  return {results, rows: curves(cells, results, measures)};
}

function curveOf(rows: readonly CurveRow[], curve: CurveRow["curve"]): CurveRow[] {
  return rows.filter((row) => row.curve === curve);
}

/** The share that left in one way by a day: at each day, of those still there, as many as left that way. */
function aalenJohansen(people: readonly Stay[], way: Way, day: number): number {
  let [share, still] = [0, 1];
  for (let t = 1; t <= day; t += 1) {
    const atRisk = people.filter(([last]) => last >= t).length;
    const leaving = people.filter(([last, how]) => last === t && (how === "planned" || how === "unplanned")).length;
    if (atRisk === 0) break;
    share += (still * people.filter(([last, how]) => last === t && how === way).length) / atRisk;
    still *= 1 - leaving / atRisk;
  }
  return share;
}

function leftBetween(people: readonly Stay[], from: number, to: number, ...among: readonly Way[]): number {
  return people.filter(([day, way]) => day > from && day <= to && among.includes(way)).length;
}

describe("the curves of planned and unplanned exits", () => {
  it("end on the day and at the value of their results, and have the Aalen-Johansen value of each of their days", () => {
    fc.assert(
      fc.property(stays, (people) => {
        const {results, rows} = publishedOf(people);
        for (const way of ["planned", "unplanned"] as const) {
          const result = results.find(({measure}) => measure === `${way}_exit`);
          const curve = curveOf(rows, `${way}_exit`);
          if (result?.status === "suppressed" || result?.status === "immature") expect(curve).toEqual([]);
          else {
            const {time, value, lower, upper} = curve.at(-1) ?? {};
            expect({time, value, lower, upper}).toEqual({time: 84, ...limitsOf(result)});
          }
          for (const step of curve) expect(step.value).toBeCloseTo(aalenJohansen(people, way, step.time), 12);
        }
      })
    );
  });

  it("say how many left in each step, and never 1 to 10, alone, together, or last seen", () => {
    let steps = 0;
    fc.assert(
      fc.property(stays, (people) => {
        const {rows} = publishedOf(people);
        const [planned, unplanned] = [curveOf(rows, "planned_exit"), curveOf(rows, "unplanned_exit")];
        for (const [way, curve] of [
          ["planned", planned],
          ["unplanned", unplanned]
        ] as const)
          curve.forEach(({time, at_risk, events}, index) => {
            const before = curve[index - 1];
            if (before === undefined) return;
            steps += 1;
            expect(events).toBe(leftBetween(people, before.time, time, way));
            expect(at_risk).toBe(people.filter(([day]) => day > before.time).length);
            expect([events, at_risk].filter(isSmall)).toEqual([]);
          });
        if (planned.length === 0 || unplanned.length === 0) return;
        expect(planned.map(({time, at_risk}) => [time, at_risk])).toEqual(
          unplanned.map(({time, at_risk}) => [time, at_risk])
        );
        const together = planned.map(({events}, index) => events + (unplanned[index]?.events ?? 0));
        const lastSeen = planned.slice(1, -1).map((step, index) => {
          return step.at_risk - (together[index + 1] ?? 0) - (planned[index + 2]?.at_risk ?? 0);
        });
        expect([...together, ...lastSeen].filter(isSmall)).toEqual([]);
      })
    );
    expect(steps).toBeGreaterThan(100);
  });

  it("have no step near one of the curve of all exits: the difference would tell how many died, or left in between", () => {
    let pairs = 0;
    fc.assert(
      fc.property(stays, (people) => {
        const {rows} = publishedOf(people);
        const exits = [...curveOf(rows, "planned_exit"), ...curveOf(rows, "unplanned_exit")];
        const days = new Set(exits.map(({time}) => time).filter((time) => time > 0));
        for (const {time} of curveOf(rows, "in_program").slice(1))
          for (const day of days) {
            const between = [Math.min(time, day), Math.max(time, day)] as const;
            expect(leftBetween(people, ...between, "planned", "unplanned", "death")).toBeGreaterThan(10);
            pairs += 1;
          }
      })
    );
    expect(pairs).toBeGreaterThan(100);
  });

  it("take what would be few before the day into the step of the day", () => {
    const people: Stay[] = [
      ...Array.from({length: 40}, (): Stay => [50, "planned"]),
      ...Array.from({length: 20}, (): Stay => [50, "unplanned"]),
      ...Array.from({length: 5}, (): Stay => [70, "planned"]),
      ...Array.from({length: 40}, (): Stay => [90, "planned"])
    ];
    const curve = curveOf(publishedOf(people).rows, "planned_exit");
    expect(curve.map(({time, events}) => [time, events])).toEqual([
      [0, 0],
      [84, 45]
    ]);
    expect(curve.at(-1)?.value).toBeCloseTo(45 / 105, 12);
  });

  it("keep apart from the curve of all exits where one way has too few for a curve, and the other has one", () => {
    const people: Stay[] = [
      ...Array.from({length: 4}, (): Stay => [1, "death"]),
      ...Array.from({length: 21}, (): Stay => [1, "unplanned"]),
      ...Array.from({length: 10}, (): Stay => [30, "planned"]),
      ...Array.from({length: 5}, (): Stay => [85, "planned"])
    ];
    const {rows} = publishedOf(people);
    const daysOf = (curve: CurveRow["curve"]) => curveOf(rows, curve).map(({time}) => time);
    expect(daysOf("planned_exit")).toEqual([]);
    expect(daysOf("unplanned_exit")).toEqual([0, 84]);
    // between day 1 and day 84 only 10 left, and between day 84 and day 85 only 5
    expect(daysOf("in_program")).toEqual([0]);
  });
});

function limitsOf(result: Result | undefined) {
  return {value: result?.value, lower: result?.lower, upper: result?.upper};
}
