import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {measures} from "../../src/measures/index.ts";
import type {Result} from "../../src/publish/result.ts";
import {controlCharts} from "../../src/publish/spc.ts";
import {type Annotation, settingsSchema} from "../../src/settings.ts";
import {monthAt, resultRow, shareRow} from "./result_rows.ts";

/** Of the specification: centre 62.4167, limits 46.2148 and 78.6185. */
const example = [62, 58, 65, 60, 71, 63, 59, 66, 61, 64, 57, 63];
const program = {breakdown: "program", group: "n-iop"};

function monthly(values: readonly number[], given: Partial<Result> = {}): Result[] {
  return values.map((value, index) =>
    resultRow({period_type: "month", period: monthAt(index), units: 40, denominator: 40, value, ...given})
  );
}

function annotations(...given: (Partial<Annotation> & Pick<Annotation, "on">)[]): Annotation[] {
  return settingsSchema.parse({annotations: given.map((one) => ({what: "moved", rebases: true, ...one}))}).annotations;
}

function chart(rows: readonly Result[], events: readonly Annotation[] = []) {
  return controlCharts(rows, measures, events);
}

const different = <Value>(values: readonly Value[]) => [...new Set(values)];

describe("the limits of a control chart", () => {
  it("are those of the worked example, frozen from its twelve points", () => {
    const [row] = chart(monthly(example));
    expect(row).toMatchObject({limits: "frozen", signal: "", event: ""});
    expect(row?.centre).toBeCloseTo(62.4167, 4);
    expect(row?.lower_limit).toBeCloseTo(46.2148, 4);
    expect(row?.upper_limit).toBeCloseTo(78.6185, 4);
  });

  it("do not move with the points that come after the first twelve", () => {
    const later = fc.array(fc.integer({min: 0, max: 100}), {maxLength: 20});
    const limitsOf = ({centre, lower_limit, upper_limit, limits}: ReturnType<typeof chart>[number]) =>
      JSON.stringify([centre, lower_limit, upper_limit, limits]);
    const [first] = chart(monthly(example)).map(limitsOf);
    fc.assert(
      fc.property(later, (values) => {
        expect(different(chart(monthly([...example, ...values])).map(limitsOf))).toEqual([first]);
      })
    );
  });

  it("are on trial with 8 to 11 points, from all of them, and there is no chart of fewer", () => {
    const trial = chart(monthly(example.slice(0, 8)));
    expect(different(trial.map(({limits}) => limits))).toEqual(["trial"]);
    expect(trial[0]?.centre).toBeCloseTo(63, 12);
    expect(different(chart(monthly(example.slice(0, 11))).map(({limits}) => limits))).toEqual(["trial"]);
    expect(chart(monthly(example.slice(0, 7)))).toEqual([]);
  });

  it("leave out a hidden or immature point instead of counting it as zero", () => {
    const [hidden] = monthly([0], {period: "2023-12", value: null, status: "suppressed"});
    const [waiting] = monthly([0], {period: "2025-01", value: null, status: "immature"});
    const rows = monthly(example);
    expect(chart([hidden as Result, ...rows, waiting as Result])).toEqual(chart(rows));
  });

  it("name the rule that a later point breaks, and what it means for the measure", () => {
    const rows = chart(monthly([...example, 90]));
    expect(rows.map(({signal}) => signal).filter(Boolean)).toEqual(["outside_limits: improvement"]);
    const readmissions = chart(monthly([...example, 90], {measure: "readmission_30"}));
    expect(readmissions.at(-1)?.signal).toBe("outside_limits: concern");
  });
});

describe("an annotated event that rebases", () => {
  const after = example.map((value) => value + 30);
  const twoYears = monthly([...example, ...after], program);

  it("gives the points from its month on limits of their own, which end the signals of the move", () => {
    expect(
      different(
        chart(twoYears)
          .slice(12)
          .map(({signal}) => signal)
      )
    ).toEqual(["outside_limits: improvement"]);
    const rows = chart(twoYears, annotations({on: "2025-01-20"}));
    expect(different(rows.slice(0, 12).map(({centre}) => centre.toFixed(4)))).toEqual(["62.4167"]);
    expect(different(rows.slice(12).map(({centre}) => centre.toFixed(4)))).toEqual(["92.4167"]);
    expect(different(rows.map(({signal, limits}) => signal + limits))).toEqual(["frozen"]);
    expect(rows.flatMap(({event, period}) => (event === "" ? [] : [[period, event]]))).toEqual([["2025-01", "moved"]]);
  });

  it("cuts at the next point that is shown where its own month is not", () => {
    const gap = twoYears.filter(({period}) => period !== "2025-01");
    const rows = chart(gap, annotations({on: "2025-01-20"}));
    expect(rows.find(({event}) => event !== "")).toMatchObject({period: "2025-02", limits: "trial"});
  });

  it("keeps the former limits, and claims no event, until eight points are there", () => {
    const events = annotations({on: "2025-01-20"});
    const seven = chart(twoYears.slice(0, 19), events);
    expect(different(seven.map(({centre}) => centre.toFixed(4)))).toEqual(["62.4167"]);
    expect(different(seven.map(({event}) => event))).toEqual([""]);
    expect(seven.at(-1)?.signal).toBe("outside_limits: improvement");
    const eight = chart(twoYears.slice(0, 20), events);
    expect(eight.at(-1)).toMatchObject({limits: "trial", signal: ""});
    expect(eight[12]?.event).toBe("moved");
  });

  it("adds nothing to former limits that are still on trial", () => {
    const nine = twoYears.slice(0, 9);
    const [first] = chart(nine);
    const rows = chart(monthly([...example.slice(0, 9), 90, 91, 92], program), annotations({on: "2024-10-01"}));
    expect(different(rows.map(({centre, limits}) => `${centre} ${limits}`))).toEqual([`${first?.centre} trial`]);
  });

  it("leaves points before it without a chart where they are fewer than eight", () => {
    const rows = chart(twoYears.slice(0, 20), annotations({on: "2024-06-01"}));
    expect(rows).toHaveLength(15);
    expect(rows[0]).toMatchObject({period: "2024-06", event: "moved", limits: "frozen"});
    expect(chart(twoYears.slice(0, 12), annotations({on: "2024-06-01"}))).toEqual([]);
  });

  it("moves nothing before the first point, after the last, or without a word that it rebases", () => {
    const none = chart(twoYears);
    expect(chart(twoYears, annotations({on: "2024-01-31"}))).toEqual(none);
    expect(chart(twoYears, annotations({on: "2026-01-01"}))).toEqual(none);
    expect(chart(twoYears, annotations({on: "2025-01-01", rebases: false}))).toEqual(none);
  });

  it("of some programs rebases these alone: no other program, no site and not all", () => {
    const named = annotations({on: "2025-01-01", programs: ["n-iop"]});
    const events = (given: Partial<Result>) =>
      chart(monthly([...example, ...after], given), named).some(({event}) => event !== "");
    expect(events(program)).toBe(true);
    expect(events({breakdown: "program", group: "s-iop"})).toBe(false);
    expect(events({breakdown: "site", group: "n-iop"})).toBe(false);
    expect(events({})).toBe(false);
  });

  it("of everyone rebases programs, sites and all, by month and by quarter", () => {
    const everyone = annotations({on: "2026-02-01"});
    const quarters = [2024, 2025, 2026, 2027].flatMap((year) => ["Q1", "Q2", "Q3", "Q4"].map((q) => `${year}-${q}`));
    const rows = quarters.map((period, index) =>
      resultRow({breakdown: "site", group: "north", period_type: "quarter", period, value: 50 + (index % 3)})
    );
    expect(chart(rows, everyone).filter(({event}) => event !== "")).toMatchObject([{period: "2026-Q1"}]);
  });

  it("shares its point with another of the same month", () => {
    const both = annotations({on: "2025-01-02", what: "new manager"}, {on: "2025-01-30", what: "evening groups"});
    expect(chart(twoYears, both)[12]?.event).toBe("new manager; evening groups");
  });
});

describe("limits that know the size of each month", () => {
  const shares = (numerators: readonly number[], units: number) =>
    numerators.map((numerator, index) =>
      shareRow(numerator, units, {period_type: "month", period: monthAt(index), measure: "completion"})
    );
  const few = [18, 20, 19, 17, 18, 20, 19, 18, 17, 19, 20, 18];

  it("are those of a p-chart: 0.354 to 0.886 for 30 units around 62 %", () => {
    const around = [...few.map(() => 31), 10];
    const rows = chart(
      around.map((numerator, index) =>
        shareRow(numerator, index === 12 ? 30 : 50, {period_type: "month", period: monthAt(index)})
      )
    );
    expect(rows[12]?.p_chart).toBe("p");
    expect(rows[12]?.p_lower_limit).toBeCloseTo(0.354, 3);
    expect(rows[12]?.p_upper_limit).toBeCloseTo(0.886, 3);
  });

  it("rest on the first twelve points, as the others do", () => {
    const rows = chart(shares([...few, 30, 30, 30, 30], 30));
    const p = few.reduce((sum, x) => sum + x, 0) / 360;
    for (const row of rows) expect(row.p_upper_limit).toBeCloseTo(p + 3 * Math.sqrt((p * (1 - p)) / 30), 12);
  });

  it("are Laney's above 500 units a month, from the same points", () => {
    const large = [...few.map((x) => 30 * x), 30 * 30];
    const rows = chart(shares(large, 900));
    const p = few.reduce((sum, x) => sum + x, 0) / 360;
    const sigma = Math.sqrt((p * (1 - p)) / 900);
    const z = few.map((x) => (x / 30 - p) / sigma);
    const moves = z.slice(1).map((value, index) => Math.abs(value - (z[index] ?? 0)));
    const widening = moves.reduce((sum, move) => sum + move, 0) / 11 / 1.128;
    expect(different(rows.map(({p_chart}) => p_chart))).toEqual(["p_prime"]);
    for (const row of rows) expect(row.p_lower_limit).toBeCloseTo(p - 3 * widening * sigma, 12);
  });

  it("are Laney's for sessions, which go together in episodes, however few", () => {
    const rows = few.map((numerator, index) =>
      shareRow(numerator, 30, {period_type: "month", period: monthAt(index), measure: "attendance", units: 12})
    );
    expect(different(chart(rows).map(({p_chart}) => p_chart))).toEqual(["p_prime"]);
  });

  it("are empty where fewer than five are expected, and for what is no share of counted units", () => {
    const empty = {p_lower_limit: null, p_upper_limit: null};
    expect(
      chart(
        shares(
          few.map(() => 11),
          300
        )
      ).every((row) => row.p_lower_limit !== null)
    ).toBe(true);
    const small = [
      ...shares(
        few.map(() => 11),
        300
      ),
      shareRow(0, 100, {period_type: "month", period: "2025-01"})
    ];
    expect(chart(small)[12]).toMatchObject({p_chart: "p", ...empty});
    expect(chart(monthly(example))[0]).toMatchObject({p_chart: "", ...empty});
    expect(
      chart(
        shares(
          few.map(() => 900),
          900
        )
      )[0]
    ).toMatchObject({p_chart: "p_prime", ...empty});
  });
});
