import {readFileSync} from "node:fs";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {isSmall} from "../../src/disclosure/primary.ts";
import {adjustedMeasures, caseMix, caseMixStatement} from "../../src/measures/case_mix_statement.ts";
import {relationsOf} from "../../src/measures/count.ts";
import {measures} from "../../src/measures/index.ts";
import {adjustedRows} from "../../src/publish/adjusted.ts";
import {expectations} from "../../src/publish/expectations.ts";
import {inMergedLevels, mergeLevels} from "../../src/publish/merge_levels.ts";
import {calibrationRows, modelRow} from "../../src/publish/model_rows.ts";
import {groupPrograms} from "../../src/publish/programs.ts";
import {isModel, type ReferenceModel, referenceModel} from "../../src/publish/reference_model.ts";
import {type CaseRow, chooseReference, covariatesOf, type Reference} from "../../src/publish/reference_period.ts";
import type {Result} from "../../src/publish/result.ts";
import {calibration} from "../../src/statistics/calibration.ts";
import {build} from "../../src/warehouse/build.ts";
import {exampleRows, exampleStatement} from "../second_reading/example_rows.ts";
import {buildOptions} from "../warehouse/build_options.ts";
import {loadStatement} from "../warehouse/load_statement.ts";
import {openEmbeddedWarehouse, type TestWarehouse} from "../warehouses.ts";
import {resultRow, shareRow} from "./result_rows.ts";

interface Invented {
  readonly model: Readonly<
    Record<"units" | "events" | "parameters" | "c_statistic" | "brier" | "intercept" | "slope", number>
  >;
  readonly groups: readonly ({readonly group: string; readonly period: string} & Readonly<
    Record<"units" | "observed" | "expected" | "z" | "lower" | "upper", number>
  >)[];
  readonly rows: readonly (readonly [
    program: string,
    year: number,
    pattern: string,
    part: number,
    n: number,
    y: number
  ])[];
}

const invented = JSON.parse(readFileSync(new URL("case_mix.json", import.meta.url), "utf8")) as Invented;

function caseRow(program_key: string, year: number, pattern: string, n: number, numerator: number): CaseRow {
  const place = {dimension: "all", group_key: "", source: "ehr", program_key} as const;
  return {...place, period_type: "year", period_on: `${year}-01-01`, pattern, n, numerator};
}

function programsOf(...keys: string[]) {
  const rest = {source: "ehr", site_key: "north", name: "IOP", population: "mh", level_of_care: "iop"};
  return groupPrograms(keys.map((program_key) => ({...rest, program_key})));
}

/** A model that expects the same of everybody. */
function model(given: Partial<ReferenceModel> = {}): Reference {
  const counts = {units: 100, events: 45, parameters: 9, covariates: ["payer"], predicted: []};
  return {reference_period: "2025", model: {...counts, probabilityOf: () => 0.45, ...given}};
}

const program = {breakdown: "program", group: "a"};

describe("a share adjusted for case mix", () => {
  const adjust = (result: Result, reference = model()) =>
    adjustedRows([result], reference, () => ({expected: 36.5, variance: 19.25}))[0];

  it("is that of the worked example: 42 observed, 36.5 expected, 51.8 % where all have 45 %", () => {
    const row = adjust(shareRow(42, 85, program));
    expect(row).toMatchObject({units: 85, observed: 42, expected: 36.5, raw: 42 / 85, status: "published", reason: ""});
    expect(row?.ratio).toBeCloseTo(1.151, 3);
    expect(row?.z).toBeCloseTo(1.25, 2);
    expect(row?.adjusted).toBeCloseTo(0.518, 3);
  });

  it("is not given for fewer than 50 people, who keep their raw share", () => {
    expect(adjust(shareRow(24, 49, program))).toMatchObject({
      ...{units: 49, observed: 24, raw: 24 / 49, expected: null, ratio: null, adjusted: null, z: null},
      ...{status: "insufficient", reason: "fewer than 50 people: too few to adjust"}
    });
    expect(adjust(shareRow(25, 50, program))?.status).toBe("published");
  });

  it("is not given without a model, and says why there is none", () => {
    const none = {reference_period: "all", model: {parameters: 30, reason: "too few"}};
    expect(adjust(shareRow(42, 85, program), none)).toMatchObject({
      ...{observed: 42, expected: null, adjusted: null},
      ...{status: "insufficient", reason: "no model: too few"}
    });
  });

  it("says nothing where the result is hidden or immature", () => {
    for (const status of ["suppressed", "immature"] as const) {
      const row = adjust(resultRow({...program, status, reason: "because"}));
      const {measure, breakdown, group, period, status: own, reason, ...figures} = row ?? {};
      expect([measure, breakdown, group, period, own, reason]).toEqual([
        ...["completion", "program", "a", "", status, "because"]
      ]);
      expect(new Set(Object.values(figures))).toEqual(new Set([null]));
    }
  });

  it("is of programs and sites, by year and over all time, and of nobody else", () => {
    const places = ["all", "program", "site", "payer", "program+payer"].flatMap((breakdown) =>
      (["all", "year", "quarter"] as const).map((period_type) => shareRow(42, 85, {breakdown, period_type}))
    );
    expect(adjustedRows(places, model(), () => ({expected: 40, variance: 20}))).toHaveLength(4);
  });
});

describe("the model agrees with R's glm", () => {
  const reference = referenceModel(
    invented.rows
      .filter(([, year]) => year === 2025)
      .map(([, , pattern, part, units, successes]) => ({covariates: covariatesOf(pattern), part, units, successes}))
  );
  const rows = invented.rows.map(([key, year, pattern, , n, y]) => caseRow(key, year, pattern, n, y));

  it("in what it rests on, and how well it does on people whom it was not fitted on", () => {
    const row = modelRow("completion", {reference_period: "2025", model: reference}, undefined);
    const {units, events, parameters, c_statistic, brier, intercept, slope} = invented.model;
    expect(row).toMatchObject({units, events, parameters, covariates: "phq9_band age_band sex payer"});
    expect(row.c_statistic).toBeCloseTo(c_statistic, 10);
    expect(row.brier).toBeCloseTo(brier, 10);
    expect(row.calibration_intercept).toBeCloseTo(intercept, 8);
    expect(row.calibration_slope).toBeCloseTo(slope, 8);
  });

  it.each(invented.groups)("in what it expects of program $group in $period", ({group, period, ...theirs}) => {
    const result = shareRow(theirs.observed, theirs.units, {
      ...{breakdown: "program", group, period, period_type: period === "" ? "all" : "year"}
    });
    const expected = expectations(rows, {reference_period: "2025", model: reference}, programsOf("a", "b", "c"));
    const [row] = adjustedRows([result], {reference_period: "2025", model: reference}, expected);
    expect(row?.expected).toBeCloseTo(theirs.expected, 8);
    expect(row?.z).toBeCloseTo(theirs.z, 8);
    expect(row?.lower).toBeCloseTo(theirs.lower, 8);
    expect(row?.upper).toBeCloseTo(theirs.upper, 8);
    expect(row?.ratio).toBeCloseTo(theirs.observed / theirs.expected, 8);
  });

  it("so that all programs of the reference together have as many events as it expects", () => {
    const expected = expectations(rows, {reference_period: "2025", model: reference}, programsOf("a", "b", "c"));
    const site = {breakdown: "site", group: "north", period_type: "year", period: "2025"} as const;
    expect(expected(site).expected).toBeCloseTo(invented.model.events, 8);
  });
});

describe("levels of a covariate", () => {
  const level = (payer: string, units: number, successes: number) => ({covariates: {payer}, units, successes});
  const merged = (patterns: ReturnType<typeof level>[], fewest = 20) => {
    const levels = mergeLevels(patterns, fewest);
    return (payer: string) => inMergedLevels(levels, {payer}).payer;
  };

  it("with fewer than 20 people, or fewer than 5 with or without the event, are joined", () => {
    const of = merged([
      ...[level("a", 200, 100), level("b", 20, 5), level("c", 20, 15)],
      ...[level("d", 19, 9), level("e", 40, 4), level("f", 40, 36)]
    ]);
    expect(["a", "b", "c", "d", "e", "f"].map(of)).toEqual(["a", "b", "c", "other", "other", "other"]);
  });

  it("join a level that the source calls other", () => {
    const of = merged([level("a", 200, 100), level("other", 60, 30), level("d", 12, 6)]);
    expect([of("d"), of("other"), of("a")]).toEqual(["other", "other", "a"]);
  });

  it("that are too few together go with the level whose share is nearest", () => {
    const of = merged([level("low", 50, 10), level("high", 200, 150), level("few", 9, 2)]);
    expect([of("few"), of("low"), of("high")]).toEqual(["low", "low", "high"]);
  });

  it("that the reference does not know count as the joined ones, or as the commonest", () => {
    expect(merged([level("a", 200, 100), level("b", 70, 30), level("c", 15, 8), level("d", 15, 8)])("new")).toBe(
      "other"
    );
    expect(merged([level("a", 200, 100), level("b", 70, 30)])("new")).toBe("a");
  });
});

describe("a model", () => {
  const pattern = (payer: string, phq9: string, units: number, successes: number, part = 0) => {
    return {covariates: {payer, phq9}, units, successes, part};
  };

  it("needs ten people with, and ten without, the event for each coefficient", () => {
    const two = (events: number) => [pattern("a", "3", 200, events - 10), pattern("b", "3", 100, 10)];
    expect(referenceModel(two(19))).toMatchObject({parameters: 2, reason: expect.stringMatching(/^fewer than 10 /)});
    expect(isModel(referenceModel(two(20)))).toBe(true);
  });

  it("does not exist where everybody is alike", () => {
    expect(referenceModel([pattern("a", "3", 200, 100)])).toMatchObject({
      parameters: 1,
      reason: expect.stringMatching(/^no covariate/)
    });
  });

  it("joins more levels where those of two covariates nearly coincide and one person decides all", () => {
    const coinciding = [
      ...[pattern("a", "3", 200, 100), pattern("b", "3", 60, 30), pattern("a", "4", 60, 20), pattern("b", "4", 40, 20)],
      ...[pattern("none", "none", 30, 12), pattern("none", "3", 1, 1)]
    ];
    const found = referenceModel(coinciding);
    expect(isModel(found) && found.parameters).toBe(3);
  });

  it("says of people held out what it was fitted on others for", () => {
    const halves = [0, 1].flatMap((part) => [
      pattern("a", "3", 200, 60 + 40 * part, part),
      pattern("b", "3", 100, 50, part)
    ]);
    const found = referenceModel(halves);
    const ofA = isModel(found)
      ? found.predicted.filter(({units}) => units === 200).map(({predicted}) => predicted)
      : [];
    expect(ofA[0]).toBeCloseTo(0.5, 8);
    expect(ofA[1]).toBeCloseTo(0.3, 8);
  });
});

describe("the reference of a model", () => {
  const years = (...given: readonly (readonly [year: number, units: number])[]) =>
    given.flatMap(([year, units]) => [
      caseRow("a", year, "3|3|26-44|female|no|false|commercial|self", units, Math.floor(units / 2)),
      caseRow("a", year, "4|3|26-44|female|no|false|commercial|self", units, Math.floor(units / 3))
    ]);
  const chosen = (rows: CaseRow[], shown = ["", "2023", "2024", "2025", "2026"]) =>
    chooseReference(rows, new Set(shown), "2026-03-31").reference_period;

  it("is the last year before that of the as-of date, if it has enough people", () => {
    expect(chosen(years([2024, 300], [2025, 300], [2026, 300]))).toBe("2025");
    expect(chosen(years([2024, 300], [2025, 20], [2026, 300]))).toBe("2024");
  });

  it("is else the year of the as-of date, else all years together", () => {
    expect(chosen(years([2025, 15], [2026, 300]))).toBe("2026");
    expect(chosen(years([2024, 20], [2025, 20], [2026, 20]))).toBe("all");
  });

  it("is no year whose figure for everyone is hidden", () => {
    expect(chosen(years([2024, 300], [2025, 300]), ["", "2024"])).toBe("2024");
    const {model: none} = chooseReference(years([2025, 300]), new Set(), "2026-03-31");
    expect(none).toEqual({parameters: null, reason: "the figure of all is not shown"});
  });
});

describe("the tenths of a model", () => {
  it("show no small count, nor one that follows from the totals", () => {
    const tally = fc.record({
      predicted: fc.integer({min: 1, max: 99}).map((percent) => percent / 100),
      units: fc.integer({min: 1, max: 60}),
      share: fc.double({min: 0, max: 1, noNaN: true})
    });
    fc.assert(
      fc.property(fc.array(tally, {minLength: 1, maxLength: 40}), (tallies) => {
        const predicted = tallies.map(({share, ...own}) => ({...own, successes: Math.round(share * own.units)}));
        const rows = calibrationRows("completion", model({predicted}));
        const shown = rows.filter(({status}) => status === "published");
        for (const {units, observed} of shown)
          expect([units, observed, (units ?? 0) - (observed ?? 0)].some((count) => isSmall(count ?? 0))).toBe(false);
        expect(rows.length - shown.length).not.toBe(rows.length > 1 ? 1 : -1);
      })
    );
  });

  it("leave every small count open over a range of ten, even to somebody who knows how large each tenth is", () => {
    const tally = fc.record({
      predicted: fc.integer({min: 1, max: 99}).map((percent) => percent / 100),
      units: fc.integer({min: 5, max: 60}),
      share: fc.constantFrom(0, 0.05, 0.2, 0.5, 0.9, 1)
    });
    const isShown = (count: number) => !isSmall(count);
    let hiddenTenths = 0;
    fc.assert(
      fc.property(fc.array(tally, {minLength: 2, maxLength: 40, size: "max"}), (tallies) => {
        const predicted = tallies.map(({share, ...own}) => ({...own, successes: Math.round(share * own.units)}));
        const tenths = calibration(predicted).groups.map(({units, observed}) => ({units, observed}));
        const sum = (some: typeof tenths) =>
          some.reduce((all, one) => ({units: all.units + one.units, observed: all.observed + one.observed}), {
            units: 0,
            observed: 0
          });
        const {units, observed} = sum(tenths);
        // a model is of a figure that is shown
        fc.pre([units, observed, units - observed].every(isShown));
        const rows = calibrationRows("completion", model({predicted}));
        const hidden = tenths.filter((_, index) => rows[index]?.status === "suppressed");
        const together = sum(hidden);
        for (const one of hidden.filter((each) => isShown(each.units))) {
          const others = together.units - one.units;
          for (const [own, all] of [
            [one.observed, together.observed],
            [one.units - one.observed, together.units - together.observed]
          ] as const) {
            if (!isSmall(own)) continue;
            expect(Math.min(one.units, all) - Math.max(0, all - others)).toBeGreaterThanOrEqual(10);
            hiddenTenths += 1;
          }
        }
      })
    );
    expect(hiddenTenths).toBeGreaterThan(50);
  });

  it("are numbered from the lowest expected share", () => {
    const predicted = [0.8, 0.2, 0.5].map((p) => ({predicted: p, units: 100, successes: 100 * p}));
    expect(calibrationRows("completion", model({predicted})).map(({tenth, observed}) => [tenth, observed])).toEqual([
      [1, 20],
      [2, 50],
      [3, 80]
    ]);
  });
});

describe("people alike in case mix", () => {
  const as_of = "2026-03-31";
  const {client, episode, session, total} = exampleRows;
  let opened: TestWarehouse;
  let warehouse: Warehouse;
  beforeAll(async () => {
    opened = await openEmbeddedWarehouse();
    warehouse = opened.warehouse;
    const stay = (key: string, more: object) =>
      episode({episode_key: key, client_key: key, admitted_on: "2025-01-06", discharged_on: "2025-03-31", ...more});
    const told = {payer: "medicaid", referral_source: "court", co_occurring_sud: "yes"} as const;
    const statement = exampleStatement({
      clients: ["one", "two", "three"].map((client_key) => client({client_key, birth_year: 1990, sex: "female"})),
      episodes: [stay("one", told), stay("two", {...told, discharge_reason: "dropped_out"}), stay("three", {})],
      sessions: ["one", "two", "three"].map((episode_key) => session("2025-01-07", {episode_key})),
      assessments: ["one", "three"].flatMap((episode_key) => [
        total("phq9", "2025-01-06", 16, {episode_key}),
        total("phq9", "2025-03-30", episode_key === "one" ? 8 : 12, {episode_key})
      ])
    });
    await loadStatement(warehouse, statement, as_of);
    await build(warehouse, buildOptions({as_of, counts: {measures: [], dimensions: ["all"], suffix: ""}}));
  });
  afterAll(() => opened.dispose());

  const counted = async (id: string) => {
    const measure = adjustedMeasures(measures).find((one) => one.id === id);
    if (measure === undefined) throw new Error(id);
    const rows = await warehouse.query<CaseRow>(caseMixStatement(measure, relationsOf("")));
    return rows.map(({pattern, n, numerator, period_on}) => [pattern, period_on, n, numerator]).sort();
  };

  it("are counted together, with what they bring along and nothing that the program did", async () => {
    expect(caseMix).toHaveLength(8);
    expect(await counted("completion")).toEqual([
      ["0|0|26-44|female|yes|false|medicaid|court", "2025-01-01", 1, 0],
      ["4|0|26-44|female|unknown|false|unknown|unknown", "2025-01-01", 1, 1],
      ["4|0|26-44|female|yes|false|medicaid|court", "2025-01-01", 1, 1]
    ]);
  });

  it("are those whom the measure counts: without a second score there is no response", async () => {
    expect(await counted("phq9_response")).toEqual([
      ["4|0|26-44|female|unknown|false|unknown|unknown", "2025-01-01", 1, 0],
      ["4|0|26-44|female|yes|false|medicaid|court", "2025-01-01", 1, 1]
    ]);
  });

  it("are kept by quarter where quarters mature", async () => {
    expect(new Set((await counted("followup_retention")).map(([, period_on]) => period_on))).toEqual(
      new Set(["2025-01-01"])
    );
  });
});
