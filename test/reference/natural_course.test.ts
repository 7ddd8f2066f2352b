import {mkdtemp, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {UserError} from "../../src/errors.ts";
import {instruments} from "../../src/instruments/index.ts";
import {maximumOf} from "../../src/instruments/instrument.ts";
import {changeLimits} from "../../src/reference/change_limits.ts";
import {gradeOf, likenesses, likenessesOf} from "../../src/reference/match_grade.ts";
import {readNaturalCourse, referencesFor} from "../../src/reference/natural_course.ts";
import type {NaturalCourse, Reference} from "../../src/reference/natural_course_schema.ts";

const shipped = join(import.meta.dirname, "../../data/reference/natural_course.yaml");

let course: NaturalCourse;
let text: string;
beforeAll(async () => {
  course = await readNaturalCourse(shipped);
  text = await readFile(shipped, "utf8");
});

function reference(id: string): Reference {
  const found = course.references.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no reference ${id}`);
  return found;
}

/** What reading says of the shipped file with one passage replaced. */
async function refusal(passage: string, replacement: string): Promise<UserError> {
  expect(text).toContain(passage);
  const file = join(await mkdtemp(join(tmpdir(), "plumbline-reference-")), "natural_course.yaml");
  await writeFile(file, text.replace(passage, replacement));
  return refusalOf(file);
}

async function refusalOf(file: string): Promise<UserError> {
  const error = await readNaturalCourse(file).then(
    () => null,
    (reason: unknown) => reason
  );
  if (error instanceof UserError) return error;
  throw new Error("it was read");
}

describe("the published courses without the program", () => {
  it("have at least four for each of the two instruments, each with where it was published and read", () => {
    for (const instrument of ["phq9", "gad7"]) {
      expect(referencesFor(course, {instrument, weeks: 8}).length).toBeGreaterThanOrEqual(4);
    }
    for (const {citation, read, because} of [
      ...course.references,
      ...course.reviews.map((each) => ({...each, because: "-"}))
    ]) {
      expect(citation.doi ?? citation.url).toMatch(/^10\.|^https:/);
      expect([read.where, read.by, read.on, because].every((field) => field.length > 0)).toBe(true);
    }
  });

  it("stay within the range of their instrument, and within their own spread", () => {
    for (const {instrument, baseline, end} of course.references) {
      const declared = instruments.find(({id}) => id === instrument);
      expect(declared).toBeDefined();
      const highest = declared === undefined ? 0 : maximumOf(declared);
      for (const {value, sd, quartiles} of [baseline, end]) {
        expect(value).toBeLessThanOrEqual(highest);
        expect(sd ?? 0).toBeLessThan(highest / 2);
        expect(quartiles === null || (quartiles[0] <= value && value <= quartiles[1])).toBe(true);
      }
    }
  });

  it("hold no grade A: none was found of people like a program's, over a known span, without any care", () => {
    expect(course.references.map(({grade}) => grade)).not.toContain("A");
  });

  it("hold only the eight weeks of Graham 2020 in which the group waited", () => {
    const {weeks, change, grade, read} = reference("phq9_graham_2020");
    expect([weeks, change.value, grade, read.in]).toEqual([8, 2.2, "D", "secondary"]);
    expect(course.references.filter((each) => each.weeks === 16)).toEqual([]);
  });
});

describe("a match grade", () => {
  it("is A for all five likenesses, and D for two or fewer", () => {
    const grades = [0, 1, 2, 3, 4, 5].map((count) => gradeOf(likenesses.slice(0, count)));
    expect(grades).toEqual(["D", "D", "D", "C", "B", "A"]);
  });

  it("counts a psychiatric waiting list as like but for a span that was not read", () => {
    const waiting = reference("phq9_obrien_2024_once");
    expect(likenessesOf(waiting, course.grading)).toEqual(["severity", "setting", "design", "reading"]);
    expect(likenessesOf({...waiting, weeks: 8}, course.grading)).toEqual([...likenesses]);
  });

  it("falls where a number comes from a page about the paper, the group is milder, or had usual care", () => {
    const waiting = reference("phq9_obrien_2024_once");
    const without = (change: Partial<Reference>) => likenessesOf({...waiting, ...change}, course.grading);
    expect(without({read: {...waiting.read, in: "secondary"}})).not.toContain("reading");
    expect(without({people: null})).not.toContain("reading");
    expect(without({baseline: {...waiting.baseline, value: 10.9}})).not.toContain("severity");
    expect(without({baseline: {...waiting.baseline, value: 11}})).toContain("severity");
    expect(without({comparator: "waiting list with usual care"})).not.toContain("design");
  });
});

describe("references are chosen", () => {
  it("by grade, then by the span nearest to the program's, unknown spans last", () => {
    const ids = (weeks: number) => referencesFor(course, {instrument: "phq9", weeks}).map(({id}) => id);
    expect(ids(6).slice(0, 4)).toEqual([
      "phq9_obrien_2024_once",
      "phq9_obrien_2024_monthly",
      "phq9_dwight_johnson_2011_6_weeks",
      "phq9_newby_2017"
    ]);
    expect(ids(13).slice(2, 4)).toEqual(["phq9_lynch_2020_3_months", "phq9_dwight_johnson_2011_3_months"]);
    expect(ids(6).at(-1)).toBe("phq9_watkins_2012");
  });

  it("for their instrument only, and none for one that has none", () => {
    expect(referencesFor(course, {instrument: "gad7", weeks: 8}).every(({instrument}) => instrument === "gad7")).toBe(
      true
    );
    expect(referencesFor(course, {instrument: "whodas", weeks: 8})).toEqual([]);
  });
});

describe("the limits of a published change", () => {
  it("are the reported ones where there are any", () => {
    expect(changeLimits(reference("phq9_lynch_2020_6_months"))).toEqual({lower: 1.03, upper: 3.73, basis: "reported"});
  });

  it("are worked out from a t: 2.59 points at t 3.91", () => {
    const limits = changeLimits(reference("phq9_newby_2017"));
    expect(limits?.basis).toBe("derived");
    expect(limits?.lower).toBeCloseTo(2.59 - 1.96 * (2.59 / 3.91), 2);
  });

  it("are the widest possible where the correlation is missing, each score with its own people", () => {
    const limits = changeLimits(reference("gad7_jones_2016"));
    expect(limits?.basis).toBe("widest");
    expect(limits?.upper).toBeCloseTo(1.83 + 1.96 * Math.sqrt(4.82 ** 2 / 21 + 4.22 ** 2 / 19), 3);
  });

  it("do not exist for a median, nor where the people were not counted", () => {
    expect(changeLimits(reference("phq9_obrien_2024_once"))).toBeNull();
    expect(changeLimits(reference("phq9_graham_2020"))).toBeNull();
  });
});

describe("a wrong file of references is refused with place and hint", () => {
  it.each([
    [
      "an unknown grade",
      "grade: B",
      "grade: E",
      /^natural_course\.yaml:\d+:\d+: phq9_obrien_2024_once grade: expected A, B, C or D, found "E"$/
    ],
    [
      "a grade that does not follow",
      "grade: B",
      "grade: A",
      /phq9_obrien_2024_once: expected B for severity, setting, design, reading, found A$/
    ],
    [
      "no address",
      "      doi: 10.1176/appi.ps.20230355\n",
      "",
      /phq9_obrien_2024_once citation: expected a doi or a url/
    ],
    [
      "a DOI that is none",
      "doi: 10.1176/appi.ps.20230355",
      "doi: appi.ps.20230355",
      /citation\.doi: expected a DOI, for example/
    ],
    [
      "a misspelt field",
      "population: adults on",
      "poulation: adults on",
      /phq9_obrien_2024_once: expected a known name, found poulation$/
    ],
    [
      "a change that is not first less last",
      "change: { value: 5.19 }",
      "change: { value: -5.19 }",
      /6_weeks: expected the first mean less the last/
    ],
    [
      "an instrument without a usual baseline",
      "instrument: phq9",
      "instrument: qids",
      /expected a usual baseline of qids under grading/
    ],
    [
      "the same id twice",
      "id: phq9_obrien_2024_monthly",
      "id: phq9_obrien_2024_once",
      /expected an id of its own, found it twice/
    ],
    [
      "quartiles that are turned round",
      "quartiles: [8.5, 20.5]",
      "quartiles: [20.5, 8.5]",
      /expected the lower quartile before the upper/
    ],
    ["what is no YAML", "grading:\n", "grading: {\n", /^natural_course\.yaml:\d+:\d+: expected YAML, found /]
  ])("%s", async (_, passage, replacement, message) => {
    const error = await refusal(passage, replacement);
    expect(error.message).toMatch(message);
    expect([error.kind, error.hint]).toEqual(["usage", expect.stringContaining("docs/natural-course.md")]);
  });

  it("names line and column of what is wrong", async () => {
    const line = text.split("\n").findIndex((each) => each.includes("change: { value: 5.19 }")) + 1;
    const error = await refusal("change: { value: 5.19 }", "change: { value: much }");
    expect(error.message).toBe(
      `natural_course.yaml:${line}:22: phq9_dwight_johnson_2011_6_weeks change.value: expected a number, found "much"`
    );
  });

  it("and so is none at all", async () => {
    const error = await refusalOf("/nowhere/natural_course.yaml");
    expect(error.message).toBe("natural_course.yaml: expected a file /nowhere/natural_course.yaml, found none");
    expect(error.hint).toContain("data/reference/natural_course.yaml");
  });
});
