import {describe, expect, it} from "vitest";
import {unitSet} from "../../src/measures/count_sets.ts";
import {measures} from "../../src/measures/index.ts";
import type {Candidate} from "../../src/publish/candidates.ts";
import {missingPanels, panelCandidates, shownPatterns} from "../../src/publish/missing.ts";
import {type Eligible, eligibleOf} from "../../src/publish/patterns.ts";
import {sharesMeasured} from "../../src/publish/share_measured.ts";
import {panelOf, pattern, protectedPanelOf, shares, showsPanel, valuesOf} from "./missing_patterns.ts";
import {showsAll, showsOf} from "./protected.ts";
import {resultRow, shareRow} from "./result_rows.ts";

const everywhere = {breakdown: "all", group: "", period_type: "all", period: ""} as const;

describe("a share of which scores are missing", () => {
  const rows = panelOf(
    "phq9_gains_maintained",
    eligibleOf([shares(60, 42, 30), shares(40, 12, 3, {completion: "not completed"})])
  );

  it("stands beside what it would be if those not measured had failed, or were like those measured who are like them", () => {
    expect(rows.map(({assumption}) => assumption)).toEqual(["observed", "failure", "weighted", "worst", "best"]);
    const {observed, failure, weighted, worst, best} = valuesOf(rows);
    expect(observed).toBe(33 / 54);
    expect(failure).toBe(0.33);
    // 60 times 30 of 42, and 40 times 3 of 12
    expect(weighted).toBeCloseTo((60 * (30 / 42) + 40 * (3 / 12)) / 100, 12);
    expect(worst).toBe(0.33);
    expect(best).toBe(0.79);
  });

  it("says of how many it speaks, and how sure each figure but the bounds is", () => {
    for (const {eligible, measured, unit, status, reason} of rows)
      expect({eligible, measured, unit, status, reason}).toEqual({
        eligible: 100,
        measured: 54,
        unit: "share",
        status: "published",
        reason: ""
      });
    const limits = rows.map(({lower, upper}) => [lower, upper].map((limit) => limit?.toFixed(4)));
    // Wilson's of 33 of 54 and of 100; that of the weights as in their own test; none
    expect(limits).toEqual([
      ["0.4779", "0.7296"],
      ["0.2456", "0.4269"],
      ["0.3878", "0.6650"],
      [undefined, undefined],
      [undefined, undefined]
    ]);
  });
});

describe("a change of which scores are missing", () => {
  it("is nothing for those not measured, or as much as the scale allows", () => {
    // 60 fell by 300 points in all; of 40 others 25 began at 400 in all, 15 were never measured; PHQ-9 from 0 to 27
    const eligible = eligibleOf([
      pattern({n: 100, measured: 60, sum_y: 300, sum_yy: 2000, n_baseline: 25, sum_baseline: 400})
    ]);
    const rows = panelOf("phq9_change", eligible);
    expect(rows.map(({assumption}) => assumption)).toEqual(["observed", "no_change", "weighted", "worst", "best"]);
    const {observed, no_change, worst, best} = valuesOf(rows);
    expect(observed).toBe(5);
    expect(no_change).toBe(3);
    expect(worst).toBe((300 + (400 - 25 * 27) - 15 * 27) / 100);
    expect(best).toBe((300 + 400 + 15 * 27) / 100);
  });

  it("is unstable where few were measured, and everyone's where nobody is missing", () => {
    const few = panelOf("phq9_change", eligibleOf([pattern({n: 40, measured: 29, n_baseline: 11})]));
    expect(few.map(({status}) => status)).toEqual(["unstable", "unstable", "insufficient", "unstable", "unstable"]);
    const all = panelOf("phq9_change", eligibleOf([pattern({n: 60, measured: 60, sum_y: 240, sum_yy: 1200})]));
    expect(Object.values(valuesOf(all))).toEqual([4, 4, 4, 4, 4]);
  });
});

describe("missing scores in a release", () => {
  const eligible = eligibleOf([pattern({n: 100, measured: 60, n_baseline: 40})]);
  const panelsOf = (results: Parameters<typeof missingPanels>[0]) =>
    missingPanels(results, measures, () => eligible, {minimum_units: 30}, showsAll);

  it("are told beside figures that are shown, for all, programs and sites, over all time and by year", () => {
    const shown = {measure: "phq9_change", units: 60};
    expect(panelsOf([resultRow(shown), resultRow({...shown, status: "unstable"})])).toHaveLength(10);
    const program = {breakdown: "program", group: "n-iop", period_type: "year", period: "2025"} as const;
    expect(panelsOf([resultRow({...shown, ...program})])[0]).toMatchObject({...program, measure: "phq9_change"});
    for (const other of [
      {status: "suppressed"},
      {status: "immature"},
      {period_type: "quarter", period: "2025-Q1"},
      {breakdown: "payer", group: "medicaid"},
      {measure: "phq9_effect_size"},
      {measure: "completion"}
    ] as const)
      expect(panelsOf([resultRow({...shown, ...other})]), JSON.stringify(other)).toEqual([]);
  });

  it("are hidden in one row where those measured, or those not measured, are 1 to 10", () => {
    for (const counts of [
      {n: 70, measured: 60},
      {n: 100, measured: 10}
    ]) {
      const rows = protectedPanelOf("phq9_change", eligibleOf([pattern(counts)]));
      expect(rows).toEqual([
        expect.objectContaining({status: "suppressed", eligible: null, measured: null, value: null})
      ]);
    }
  });

  it("are hidden where 1 to 10 of those measured achieved it, or did not", () => {
    for (const met of [10, 50]) {
      const rows = protectedPanelOf("recovery", eligibleOf([shares(100, 60, met)]));
      expect(rows.map(({status}) => status)).toEqual(["suppressed"]);
    }
  });
});

describe("where a few reach the step above who are not eligible", () => {
  const left = (died: number) => {
    const results = [shareRow(50, 100, {measure: "phq9_change", units: 60})];
    const patternsOf = () => eligibleOf([pattern({n: 100, measured: 60, n_baseline: 20})]);
    const laddersOf = () =>
      new Map([
        ["is_discharged", 140],
        ["is_treated", 100 + died],
        ["not is_death", 100],
        ["is_of_age", 100]
      ]);
    const step: Candidate = {
      key: "treated",
      place: everywhere,
      tells: [[unitSet({grain: "score", period_by: "discharged_on"}, ["is_discharged", "is_treated"]), 100 + died]],
      ...{rank: 0, must_hide: false, hides_extremes: false}
    };
    const shows = showsOf([step, ...panelCandidates(results, measures, patternsOf, laddersOf)]);
    return missingPanels(results, measures, patternsOf, {minimum_units: 30}, shows, laddersOf)[0]?.eligible;
  };

  it("these count as not measured: else the difference would tell how many died", () => {
    expect(left(3)).toBe(103);
    expect(left(10)).toBe(110);
  });

  it("they are left out where they are nobody, or many", () => {
    expect(left(0)).toBe(100);
    expect(left(11)).toBe(100);
  });
});

describe("the share measured", () => {
  const shareOf = (id: string, eligible: Eligible) => {
    const shown = shownPatterns([shareRow(50, 100, {measure: id})], measures, () => eligible, showsPanel(id, eligible));
    return sharesMeasured(shown)(id, everywhere);
  };

  it("is what missing.csv says", () => {
    const eligible = eligibleOf([pattern({n: 80, measured: 60, n_baseline: 20})]);
    const [row] = panelOf("phq9_change", eligible);
    expect(shareOf("phq9_change", eligible)).toBe((row?.measured ?? 0) / (row?.eligible ?? 0));
    expect(shareOf("phq9_change", eligible)).toBe(0.75);
  });

  it("of an effect size is that of the change it is made of", () => {
    const asked: string[] = [];
    const patternsOf = (measure: string) => {
      asked.push(measure);
      return null;
    };
    expect(sharesMeasured(patternsOf)("phq9_effect_size_at_followup", everywhere)).toBeNull();
    expect(asked).toEqual(["phq9_change_at_followup"]);
  });

  it("is not told where the figure beside it would give away how many of those measured did not achieve it", () => {
    // 25 of 50 recovered; that 30 were measured would say that 5 of those did not
    expect(shareOf("recovery", eligibleOf([shares(50, 30, 25)]))).toBeNull();
    expect(shareOf("recovery", eligibleOf([shares(50, 37, 25)]))).toBe(37 / 50);
  });

  it("is not told of groups of people, months and quarters", () => {
    const eligible = eligibleOf([pattern({n: 80, measured: 60})]);
    const shareMeasured = sharesMeasured(() => eligible);
    const payer = {...everywhere, breakdown: "payer", group: "medicaid"} as const;
    expect(shareMeasured("phq9_change", payer)).toBeNull();
    expect(shareMeasured("phq9_change", shareRow(1, 2, {period_type: "quarter", period: "2025-Q1"}))).toBeNull();
  });
});
