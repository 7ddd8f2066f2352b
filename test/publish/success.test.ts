import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {profiles} from "../../src/disclosure/profile.ts";
import {measures} from "../../src/measures/index.ts";
import {Cells} from "../../src/publish/cells.ts";
import {type Spot, spotKey} from "../../src/publish/lattice.ts";
import {resultCandidates, resultKey} from "../../src/publish/result_candidates.ts";
import {
  type SuccessOptions,
  type SuccessRow,
  shownSuccesses,
  successCandidates,
  successes
} from "../../src/publish/success.ts";
import {wilsonInterval} from "../../src/statistics/wilson_interval.ts";
import {openEmbeddedWarehouse, type TestWarehouse} from "../warehouses.ts";
import {showsOf} from "./protected.ts";
import {shareRow} from "./result_rows.ts";

const everywhere = {breakdown: "all", group: "", period_type: "all", period: ""} as const;
const spot: Spot = {...everywhere, key: spotKey(everywhere)};

/** PHQ-9 at first and last, and how many people. All but the last began at 10 or more. */
const courses = [
  {first: 20, last: 16, n: 11},
  {first: 20, last: 15, n: 12},
  {first: 20, last: 14, n: 13},
  {first: 12, last: 6, n: 14},
  {first: 12, last: 5, n: 15},
  {first: 12, last: 4, n: 16},
  {first: 20, last: 20, n: 40},
  {first: 4, last: 4, n: 100}
];

/** Baselines of which as many are low as high: their standard deviation is half of the distance, and a little more. */
function baselineCells(low: number, high: number, each: number): Cells {
  const cells = new Cells();
  cells.at("phq9_change", spot).moments = {
    ...{n: 2 * each, sum_x: each * (low + high), sum_xx: each * (low ** 2 + high ** 2)},
    ...{sum_y: 0, sum_yy: 0, sum_xy: 0}
  };
  return cells;
}

const programs = [
  {source: "ehr", program_key: "a", group: "a", site: "north", name: "A", population: "mh", level_of_care: "iop"}
];

let opened: TestWarehouse;
beforeAll(async () => {
  opened = await openEmbeddedWarehouse();
  for (const {first, last, n} of courses.filter((one) => one.first >= 10)) {
    const event = [2 * last <= first, first - last >= 6, last < 5].map(Number).join("");
    await opened.warehouse.query(
      `insert into mart.histogram (measure, dimension, group_key, source, program_key, period_type, period_on, event, value, n)
       values ('phq9_success', 'all', '', 'ehr', 'a', 'month', '2025-03-01', $1, $2, $3)
       on conflict (measure, dimension, group_key, source, program_key, period_type, period_on, event, value)
       do update set n = histogram.n + excluded.n`,
      [event, first - last, n]
    );
  }
});
afterAll(() => opened.dispose());

const cells = baselineCells(9, 21, 10_000);

async function rowsOf(given: Partial<SuccessOptions> = {}): Promise<SuccessRow[]> {
  const settings = {success: null, minimum_units: 30};
  return successes(opened.warehouse, {cells, programs, settings, suffix: "", ...given});
}

function ofAll(rows: readonly SuccessRow[]): Record<string, SuccessRow> {
  const own = rows.filter(({breakdown, period_type}) => breakdown === "all" && period_type === "all");
  return Object.fromEntries(own.map((row) => [row.definition, row]));
}

describe("four definitions of success", () => {
  it("are counted on the same episodes, those that began at 10 or more", async () => {
    const {effect, response, reliable_improvement, remission} = ofAll(await rowsOf());
    const count = (succeeds: (first: number, last: number) => boolean) =>
      courses.reduce((sum, {first, last, n}) => sum + (first >= 10 && succeeds(first, last) ? n : 0), 0);
    for (const row of [effect, response, reliable_improvement, remission])
      expect(row?.denominator).toBe(count(() => true));
    // 0.8 times 6, half of 21 less 9, is 4.8 points
    expect(effect?.numerator).toBe(count((first, last) => first - last >= 5));
    expect(response?.numerator).toBe(count((first, last) => last <= first / 2));
    expect(reliable_improvement?.numerator).toBe(count((first, last) => first - last >= 6));
    expect(remission?.numerator).toBe(count((_, last) => last < 5));
    const {value, lower, upper, status} = response ?? {};
    expect({value, lower, upper, status}).toEqual({...wilsonInterval(45, 121), status: "published"});
  });

  it("are told for all, programs and sites, over all time and by year", async () => {
    const places = (await rowsOf()).map(({breakdown, group, period}) => `${breakdown} ${group} ${period}`);
    expect([...new Set(places)]).toEqual([
      "all  ",
      "all  2025",
      "program a ",
      "program a 2025",
      "site north ",
      "site north 2025"
    ]);
  });

  it("take the standard deviation of all baselines of the release: a wider spread asks for a larger effect", async () => {
    const counted = (points: number) =>
      courses.reduce((sum, {first, last, n}) => sum + (first - last >= points ? n : 0), 0);
    const found = async (low: number, high: number) =>
      ofAll(await rowsOf({cells: baselineCells(low, high, 10_000)})).effect?.numerator;
    // 0.8 times 7 are 5.6 points; times 7.5 they are 6, and a little more
    expect(await found(5, 19)).toBe(counted(6));
    expect(await found(5, 20)).toBe(counted(7));
  });

  it("say that there is no effect without a spread of baselines", async () => {
    const {effect, response} = ofAll(await rowsOf({cells: new Cells()}));
    expect(effect).toMatchObject({status: "insufficient", reason: "no baseline standard deviation", denominator: null});
    expect(response).toMatchObject({status: "published"});
  });

  it("mark the one that is registered", async () => {
    const success = {definition: "response", registered_on: "2026-01-15", because: "board"} as const;
    const marked = (await rowsOf({settings: {success, minimum_units: 30}})).filter(
      ({is_registered}) => is_registered === "yes"
    );
    expect(new Set(marked.map(({definition}) => definition))).toEqual(new Set(["response"]));
    expect(marked).toHaveLength(6);
    expect((await rowsOf()).every(({is_registered}) => is_registered === "no")).toBe(true);
  });

  it("are unstable below the minimum of units", async () => {
    const rows = await rowsOf({settings: {success: null, minimum_units: 122}});
    expect(new Set(rows.map(({status}) => status))).toEqual(new Set(["unstable"]));
  });

  it("hide what results.csv hides of response and remission, and nothing for what it hides of reliable improvement", async () => {
    const own = (await rowsOf()).filter(({breakdown, period_type}) => breakdown === "program" && period_type === "all");
    // of the other program 5 would follow from all and the first, so that results.csv hides both
    const results = ["response", "remission", "reliable_improvement"].flatMap((name) => {
      // reliable improvement is asked of those too who began lower
      const [lower, improved] = name === "reliable_improvement" ? [150, 60] : [0, 0];
      const asked = (own[0]?.denominator ?? 0) + lower;
      const achieved = (own.find(({definition}) => definition === name)?.numerator ?? 0) + improved;
      const measure = `phq9_${name}`;
      return [
        shareRow(achieved + 5, asked + 40, {measure}),
        shareRow(achieved, asked, {measure, breakdown: "program", group: "a"}),
        shareRow(5, 40, {measure, breakdown: "program", group: "b"})
      ];
    });
    const shows = showsOf([...resultCandidates(results, measures, profiles.cms11), ...successCandidates(own)]);
    const hidden = results.filter((result) => !shows(resultKey(result)));
    expect(hidden.map(({measure, group}) => `${measure} ${group}`)).toEqual(
      ["response", "remission", "reliable_improvement"].flatMap((name) => [`phq9_${name} a`, `phq9_${name} b`])
    );
    const suppressed = shownSuccesses(own, shows).filter(({status}) => status === "suppressed");
    expect(suppressed.map(({definition}) => definition)).toEqual(["response", "remission"]);
    for (const {denominator, numerator, value} of suppressed)
      expect([denominator, numerator, value]).toEqual([null, null, null]);
  });

  it("are hidden where 1 to 10 succeeded, or did not", async () => {
    const {warehouse} = opened;
    for (const [event, value, n] of [
      ["111", 12, 10],
      ["110", 8, 30],
      ["100", 6, 9]
    ] as const)
      await warehouse.query(
        `insert into mart.histogram (measure, dimension, group_key, source, program_key, period_type, period_on, event, value, n)
         values ('gad7_success', 'all', '', 'ehr', 'a', 'month', '2025-03-01', $1, $2, $3)`,
        [event, value, n]
      );
    const all = await rowsOf();
    const rows = shownSuccesses(all, showsOf(successCandidates(all))).filter(
      ({instrument, breakdown, period}) => instrument === "gad7" && breakdown === "all" && period === ""
    );
    expect(rows.map(({definition, status, numerator}) => [definition, status, numerator])).toEqual([
      ["effect", "insufficient", null],
      ["response", "published", 49],
      ["reliable_improvement", "suppressed", null],
      ["remission", "suppressed", null]
    ]);
  });
});
