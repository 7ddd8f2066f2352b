import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {hidden, isSmall} from "../../src/disclosure/primary.ts";
import {profiles} from "../../src/disclosure/profile.ts";
import {measures} from "../../src/measures/index.ts";
import {Cells, type Counts} from "../../src/publish/cells.ts";
import {curveCandidates} from "../../src/publish/curve_candidates.ts";
import {type CurveRow, curves} from "../../src/publish/curves.ts";
import {judgeCells} from "../../src/publish/judge_cells.ts";
import {type Group, type Period, spotKey} from "../../src/publish/lattice.ts";
import type {Result} from "../../src/publish/result.ts";
import {resultCandidates, resultKey} from "../../src/publish/result_candidates.ts";
import {defaultSettings} from "../../src/settings.ts";
import {showsOf} from "./protected.ts";

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

function daysOf(people: readonly Stay[]): Counts["days"] {
  const days: Counts["days"] = new Map();
  for (const [day, way] of people) {
    const byDay = days.get(way) ?? new Map<number, number>();
    days.set(way, byDay.set(day, (byDay.get(day) ?? 0) + 1));
  }
  return days;
}

type Place = Group & Period;
const everywhere: Place = {breakdown: "all", group: "", period_type: "all", period: ""};

/** Results and curves of some places, as a release of nothing else would show them. */
function publishedOf(places: readonly (readonly [Place, readonly Stay[]])[]): {results: Result[]; rows: CurveRow[]} {
  const cells = new Cells();
  for (const [place, people] of places)
    for (const {id} of timed) cells.at(id, {...place, key: spotKey(place)}).days = daysOf(people);
  const results = judgeCells(cells, {measures: timed, settings: defaultSettings, as_of: "2026-03-31"});
  const shows = showsOf([
    ...resultCandidates(results, timed, profiles.cms11),
    ...curveCandidates(cells.values(), timed, defaultSettings)
  ]);
  const shown = results.map((result) => (shows(resultKey(result)) ? result : hidden(result)));
  return {results: shown, rows: curves(cells, shown, timed, defaultSettings, shows)};
}

/** Those of everyone, over all time. */
const publishedOfAll = (people: readonly Stay[]) => publishedOf([[everywhere, people]]);

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
        const {results, rows} = publishedOfAll(people);
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
      }),
      {numRuns: 60}
    );
  });

  it("say how many left in each step, and never 1 to 10, alone, together, or last seen", () => {
    let steps = 0;
    fc.assert(
      fc.property(stays, (people) => {
        const {rows} = publishedOfAll(people);
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

  it("tell, beside the curve of all exits, neither how many died nor how many had gone between two steps", () => {
    let [pairs, atRisks] = [0, 0];
    fc.assert(
      fc.property(stays, (people) => {
        const {rows} = publishedOfAll(people);
        const [planned, unplanned] = [curveOf(rows, "planned_exit"), curveOf(rows, "unplanned_exit")];
        const days = planned.map(({time}) => time).filter((day) => day > 0 && unplanned.some(({time}) => time === day));
        for (const {time} of curveOf(rows, "in_program").slice(1))
          for (const day of days.filter((one) => one <= time)) {
            // all who left by the later day, less those who had left in either way by the other
            const died = leftBetween(people, 0, day, "death");
            expect(isSmall(died + leftBetween(people, day, time, "planned", "unplanned", "death"))).toBe(false);
            pairs += 1;
          }
        const known = [...new Set(rows.map(({at_risk}) => at_risk))];
        for (const one of known) for (const other of known) expect(isSmall(one - other)).toBe(false);
        atRisks += known.length;
      })
    );
    expect(Math.min(pairs, atRisks)).toBeGreaterThan(50);
  });

  it("take what would be few before the day into the step of the day", () => {
    const people: Stay[] = [
      ...Array.from({length: 40}, (): Stay => [50, "planned"]),
      ...Array.from({length: 20}, (): Stay => [50, "unplanned"]),
      ...Array.from({length: 5}, (): Stay => [70, "planned"]),
      ...Array.from({length: 40}, (): Stay => [90, "planned"])
    ];
    const curve = curveOf(publishedOfAll(people).rows, "planned_exit");
    expect(curve.map(({time, events}) => [time, events])).toEqual([
      [0, 0],
      [84, 45]
    ]);
    expect(curve.at(-1)?.value).toBeCloseTo(45 / 105, 12);
  });

  it("keep the curve of all exits from telling who died by the day of their results", () => {
    const people: Stay[] = [
      ...Array.from({length: 4}, (): Stay => [1, "death"]),
      ...Array.from({length: 21}, (): Stay => [1, "unplanned"]),
      ...Array.from({length: 14}, (): Stay => [30, "planned"]),
      ...Array.from({length: 25}, (): Stay => [85, "planned"])
    ];
    const {rows} = publishedOfAll(people);
    const timesOf = (curve: CurveRow["curve"]) => curveOf(rows, curve).map(({time}) => time);
    expect(timesOf("planned_exit")).toEqual([0, 84]);
    expect(timesOf("unplanned_exit")).toEqual([0, 84]);
    // on day 84 39 have left, of whom 35 in either way; on day 91 64 have
    expect(timesOf("in_program")).toEqual([0, 7, 35, 91]);
  });

  it("leave no count of 1 to 10 of a program, or of a year, to the difference of two curves", () => {
    const places = fc.record({a2024: stays, b2024: stays, a2025: stays, b2025: stays});
    let differences = 0;
    fc.assert(
      fc.property(places, ({a2024, b2024, a2025, b2025}) => {
        const of = (group: string, period: string): Place => ({
          ...(group === "" ? {breakdown: "all", group} : {breakdown: "program", group}),
          ...(period === "" ? {period_type: "all", period} : {period_type: "year", period})
        });
        const own = [
          [of("", ""), [...a2024, ...b2024, ...a2025, ...b2025]],
          [of("", "2024"), [...a2024, ...b2024]],
          [of("", "2025"), [...a2025, ...b2025]],
          [of("a", ""), [...a2024, ...a2025]],
          [of("b", ""), [...b2024, ...b2025]],
          [of("a", "2024"), a2024],
          [of("b", "2024"), b2024],
          [of("a", "2025"), a2025],
          [of("b", "2025"), b2025]
        ] as const;
        const {rows} = publishedOf(own);
        // how many had left by a day, as the steps up to it say
        const left = (curve: CurveRow["curve"], {group, period}: Place, day: number) => {
          const steps = rows.filter((row) => row.curve === curve && row.group === group && row.period === period);
          return steps.some(({time}) => time === day)
            ? steps.reduce((sum, {time, events}) => (time <= day ? sum + events : sum), 0)
            : null;
        };
        for (const {curve, time} of rows)
          for (const [whole, part, other] of [
            [of("", ""), of("a", ""), of("b", "")],
            [of("", "2024"), of("a", "2024"), of("b", "2024")],
            [of("", "2025"), of("a", "2025"), of("b", "2025")],
            [of("", ""), of("", "2024"), of("", "2025")],
            [of("a", ""), of("a", "2024"), of("a", "2025")],
            [of("b", ""), of("b", "2024"), of("b", "2025")]
          ] as const) {
            const all = left(curve, whole, time);
            const counts = [left(curve, part, time), left(curve, other, time)];
            if (all === null || counts.every((count) => count === null)) continue;
            for (const count of counts) if (count !== null) expect(isSmall(all - count)).toBe(false);
            differences += 1;
          }
      }),
      {numRuns: 12}
    );
    expect(differences).toBeGreaterThan(100);
  });
});

function limitsOf(result: Result | undefined) {
  return {value: result?.value, lower: result?.lower, upper: result?.upper};
}
