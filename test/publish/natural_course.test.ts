import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {instruments} from "../../src/instruments/index.ts";
import {outcomesOf} from "../../src/measures/instrument_measures.ts";
import {Cells} from "../../src/publish/cells.ts";
import {type Spot, spotKey} from "../../src/publish/lattice.ts";
import {type NaturalCourseRow, naturalCourses} from "../../src/publish/natural_course.ts";
import {naturalRange} from "../../src/publish/natural_range.ts";
import type {Result} from "../../src/publish/result.ts";
import {readNaturalCourse} from "../../src/reference/natural_course.ts";
import type {NaturalCourse} from "../../src/reference/natural_course_schema.ts";
import {resultRow} from "./result_rows.ts";

const everywhere = {breakdown: "all", group: "", period_type: "all", period: ""} as const;
const spot: Spot = {...everywhere, key: spotKey(everywhere)};

let natural: NaturalCourse;
/** Beside results that are all shown. */
let rows: NaturalCourseRow[];
beforeAll(async () => {
  natural = await readNaturalCourse(join(import.meta.dirname, "../../data/reference/natural_course.yaml"));
  rows = rowsOf(shownOf());
});

/** Baselines of 10,000 people with this mean and standard deviation, as near as whole sums allow. */
function cellsOf(baselines: Readonly<Record<string, readonly [mean: number, sd: number]>>): Cells {
  const cells = new Cells();
  for (const [id, [mean, sd]] of Object.entries(baselines)) {
    const [n, sum_x] = [10_000, 10_000 * mean];
    const sum_xx = Math.round((n - 1) * sd ** 2 + n * mean ** 2);
    cells.at(`${id}_change`, spot).moments = {n, sum_x, sum_xx, sum_y: 0, sum_yy: 0, sum_xy: 0};
  }
  return cells;
}

const shownOf = (given: Partial<Result> = {}) =>
  instruments.flatMap((instrument) =>
    outcomesOf(instrument).map(({id}) => resultRow({measure: id, units: 500, ...given}))
  );
const cells = cellsOf({phq9: [15, 5.7], gad7: [12.8, 5], pcl5: [45, 14]});
const rowsOf = (results: readonly Result[]) => naturalCourses({natural, cells, results});

describe("published courses beside ours", () => {
  it("are all references of the instrument, in points and in our baseline standard deviations", () => {
    for (const [id, sd] of [
      ["phq9", 5.7],
      ["gad7", 5]
    ] as const) {
      const references = natural.references.filter(({instrument}) => instrument === id);
      const points = rows.filter(({measure}) => measure === `${id}_change`);
      const sizes = rows.filter(({measure}) => measure === `${id}_effect_size`);
      expect(references.length).toBeGreaterThan(5);
      for (const {id: reference, change, weeks, grade} of references) {
        const own = points.find((row) => row.reference === reference);
        expect(own).toMatchObject({value: change.value, unit: "points", weeks, grade});
        const size = sizes.find((row) => row.reference === reference);
        expect(size?.unit).toBe("sd");
        expect(size?.value).toBeCloseTo(change.value / sd, 4);
        if (own?.lower !== null && own !== undefined) expect(size?.lower).toBeCloseTo(own.lower / sd, 4);
      }
      expect([points.length, sizes.length]).toEqual([references.length, references.length]);
    }
  });

  it("are nothing where no figure is shown, or only one of few people", () => {
    for (const status of ["suppressed", "unstable", "insufficient", "immature"] as const)
      expect(rowsOf(shownOf({status}))).toEqual([]);
    expect(rowsOf(shownOf({breakdown: "program", group: "n-iop"}))).toEqual([]);
    expect(rowsOf(shownOf({period_type: "year", period: "2025"}))).toEqual([]);
    const some = shownOf().filter(({measure}) => ["phq9_change", "phq9_response"].includes(measure));
    expect(new Set(rowsOf(some).map(({measure}) => measure))).toEqual(new Set(["phq9_change", "phq9_response"]));
  });
});

describe("what regression to the mean alone would show", () => {
  const expected = (measure: string, reliability: number) =>
    rows.find((row) => row.measure === measure && row.reference === `reliability ${reliability}`)?.value ?? -1;

  it.each([
    ["phq9", 0.737, {response: 2.9, remission: 0.7, mcid: 14.3, reliable_improvement: 9.1}],
    ["phq9", 0.6, {response: 5.5, remission: 1.4, mcid: 19.6, reliable_improvement: 14.1}],
    ["gad7", 0.85, {response: 1, remission: 0.2, mcid: 10.4, reliable_improvement: 10}],
    ["gad7", 0.6, {response: 6.3, remission: 1.8, mcid: 22.3, reliable_improvement: 21.5}]
  ])("is what docs/natural-course.md says of the %s, with a reliability of %d", (id, reliability, percents) => {
    for (const [name, percent] of Object.entries(percents))
      expect(Number((100 * expected(`${id}_${name}`, reliability)).toFixed(1)), name).toBe(percent);
  });

  it("makes as many worse as better where everybody is counted", () => {
    expect(expected("phq9_reliable_deterioration", 0.6)).toBeCloseTo(expected("phq9_reliable_improvement", 0.6), 9);
  });

  it("is told for every retest of an instrument and for a cautious assumption, not for how alike its items are", () => {
    for (const {id, reliability} of instruments) {
      const retests = reliability.filter(({kind}) => !kind.includes("consistency")).map(({value}) => value);
      const told = rows.filter(({measure, kind}) => measure === `${id}_response` && kind === "regression_to_the_mean");
      expect(told.map(({reference}) => reference)).toEqual([...retests, 0.6].map((value) => `reliability ${value}`));
    }
  });
});

describe("the range of published changes that a sentence names", () => {
  const row = {measure: "phq9_change", kind: "published", unit: "points", lower: null, upper: null} as const;
  const base = {
    ...row,
    reference: "a",
    citation: "",
    note: "",
    status: "published",
    comparator: "waiting list"
  } as const;
  const graded: NaturalCourseRow[] = [
    {...base, value: 2, weeks: 6, grade: "B"},
    {...base, value: -1, weeks: 13, grade: "B"},
    {...base, value: 9, weeks: 10, grade: "C", comparator: "usual care"}
  ];

  it("is of the best grade alone, and says whom and what time it speaks of", () => {
    expect(naturalRange(graded)).toEqual({
      lower: -1,
      upper: 2,
      whom: "adults on waiting lists",
      span: "in 6 to 13 weeks",
      grade: "B"
    });
    expect(naturalRange(graded.slice(2))).toEqual({
      ...{lower: 9, upper: 9, whom: "adults who waited or had usual care"},
      ...{span: "in 10 weeks", grade: "C"}
    });
    expect(naturalRange([{...base, value: 1, weeks: null, grade: "A"}])?.span).toBe(
      "over a time that was not reported"
    );
    expect(naturalRange([{...base, kind: "regression_to_the_mean", value: 1, weeks: 4, grade: ""}])).toBeNull();
    expect(naturalRange([])).toBeNull();
  });
});
