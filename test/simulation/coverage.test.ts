import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {drawAttendance} from "../../src/simulation/attendance.ts";
import {cohortOf, coverageOf, coverageRate, monteCarloError} from "../../src/simulation/coverage.ts";
import {coverageTable} from "../../src/simulation/coverage_table.ts";
import {attendanceRatio} from "../../src/simulation/studies/attendance_ratio.ts";
import {intervalStudies} from "../../src/simulation/studies/index.ts";
import {reliableDeterioration, reliableImprovement} from "../../src/simulation/studies/share.ts";
import type {IntervalStudy} from "../../src/simulation/study.ts";
import {verdictOf} from "../../src/simulation/verdict.ts";
import {wilsonInterval} from "../../src/statistics/wilson_interval.ts";

const documented = readFileSync(join(import.meta.dirname, "../../docs/simulations.md"), "utf8");
const nightly = {seed: 1, cohorts: 2000};
// a cohort of these takes a millisecond or more
const slow = new Set(["weighted_in_bands", "weighted_by_person", "imputed_change", "change_sd_effect_size"]);
const rows = intervalStudies.flatMap((study) => study.sizes.map((size) => ({study, size, name: study.id})));

describe("every interval holds the truth as often as it should", () => {
  it.each(rows)("$name, n = $size", ({study, size}) => {
    const coverage = coverageOf(study, size, {seed: 1, cohorts: slow.has(study.id) ? 100 : 400});
    const rate = coverageRate(coverage) ?? Number.NaN;
    const {from, to} = study.expected;
    expect(rate).toBeGreaterThanOrEqual(from - 2.5 * monteCarloError(from, coverage.intervals));
    expect(rate).toBeLessThanOrEqual(to + 2.5 * monteCarloError(to, coverage.intervals));
  });

  it("and where all possible cohorts can be summed up, the simulation agrees with the sum", () => {
    const summed = rows.filter(({study}) => study.exactCoverage !== undefined);
    expect(summed.length).toBeGreaterThanOrEqual(12);
    for (const {study, size} of summed) {
      const exact = study.exactCoverage?.(size) ?? Number.NaN;
      const {covered, intervals} = coverageOf(study, size, {seed: 2, cohorts: 500});
      expect(Math.abs(covered / intervals - exact), `${study.id} ${size}`).toBeLessThan(
        3.5 * monteCarloError(exact, intervals)
      );
    }
  });
});

describe("a wrong interval does not pass", () => {
  const of = (study: IntervalStudy, size: number) => verdictOf(coverageOf(study, size, nightly));

  it("estimate ± 1.96 standard errors, for a rare event in 40 episodes", () => {
    const cohort: IntervalStudy["cohort"] = (random, size) => {
      const {value} = reliableDeterioration.cohort(random, size);
      if (value === null) return {value: null, lower: null, upper: null};
      const half = 1.96 * Math.sqrt((value * (1 - value)) / size);
      return {value, lower: value - half, upper: value + half};
    };
    expect(of({...reliableDeterioration, cohort}, 40)).toBe("unexplained");
  });

  it("Wilson's, for sessions as if those of one episode were not alike", () => {
    const cohort: IntervalStudy["cohort"] = (random, size) => {
      const {sum_a, sum_s} = drawAttendance(random, size);
      return wilsonInterval(sum_a, sum_s);
    };
    const plain = {...attendanceRatio, cohort};
    expect(of(plain, 150)).toBe("unexplained");
    expect(coverageRate(coverageOf(plain, 150, nightly))).toBeLessThan(0.75);
  });

  it("one that is right for another truth", () => {
    expect(of({...reliableImprovement, truth: reliableImprovement.truth + 0.03}, 600)).toBe("unexplained");
  });

  it("one that never exists", () => {
    expect(of({...reliableImprovement, cohort: () => ({value: null, lower: null, upper: null})}, 20)).toBe(
      "unexplained"
    );
  });
});

describe("cohorts", () => {
  it("can be drawn again alone", () => {
    for (const {study, size} of rows.filter((row) => row.size <= 40)) {
      const seventh = cohortOf(study, size, {seed: 1, cohort: 7});
      expect(cohortOf(study, size, {seed: 1, cohort: 7})).toEqual(seventh);
    }
  });

  it("differ by seed and by number", () => {
    const value = (seed: number, cohort: number) => cohortOf(reliableImprovement, 600, {seed, cohort}).value;
    expect(new Set([value(1, 0), value(1, 1), value(2, 0), value(2, 1)]).size).toBe(4);
  });
});

describe("docs/simulations.md", () => {
  // the quick rows of the nightly run; the others stand on the same code
  const quick = rows.filter(({study, size}) => size <= 40 && !slow.has(study.id));

  it("has a row for every interval and size", () => {
    const beginnings = rows.map(({study, size}) => `| ${study.figure} | ${study.interval} | ${size} |`);
    expect(beginnings.filter((beginning) => !documented.includes(beginning))).toEqual([]);
  });

  it("says what these cohorts say", () => {
    const table = coverageTable(quick.map(({study, size}) => coverageOf(study, size, nightly)));
    const lines = table.trimEnd().split("\n").slice(2);
    expect(lines.filter((line) => !documented.includes(line))).toEqual([]);
  });

  it("leaves no row without a reason", () => {
    expect(documented).not.toContain("UNEXPLAINED");
    expect(documented).toContain("--cohorts 2000 --seed 1");
  });
});
