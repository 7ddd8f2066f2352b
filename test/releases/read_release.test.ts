import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {UserError} from "../../src/errors.ts";
import {changesSince} from "../../src/releases/changes_since.ts";
import {readPublishedRelease} from "../../src/releases/read_release.ts";
import {writePublished} from "../dashboard/published_fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "releases-"));
const [first, second, broken] = ["first", "second", "broken"].map((name) => join(folder, name)) as [
  string,
  string,
  string
];

beforeAll(() => {
  writePublished(first);
  writePublished(second, {shift: 0.05});
  writePublished(broken);
  writeFileSync(join(broken, "results.csv"), "measure,breakdown\ncompletion,all\n");
});
afterAll(() => rmSync(folder, {recursive: true}));

describe("reading a release", () => {
  it("takes the figures of everyone and of programs, and no others", () => {
    const {figures} = readPublishedRelease(first);
    expect([...new Set(figures.map(({breakdown}) => breakdown))].sort()).toEqual(["all", "program"]);
  });

  it("reads an empty cell as no value, not as 0", () => {
    const hidden = readPublishedRelease(first).figures.filter(({status}) => status === "suppressed");
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.filter(({value, units}) => value !== null || units !== null)).toEqual([]);
  });

  it("says which file is not of this version", () => {
    expect(() => readPublishedRelease(broken)).toThrow(UserError);
    expect(() => readPublishedRelease(broken)).toThrow(/broken\/results\.csv: expected a published file/);
    expect(() => readPublishedRelease(folder)).toThrow(
      /catalogue\.json: expected a published file of this version, found none/
    );
  });
});

describe("what changed since a release", () => {
  it("is what the two say", () => {
    const changes = changesSince(first, second);
    const completion = changes?.figures.find(({measure}) => measure === "completion");
    // 0.62 of 1,450 is 899 people, and five in a hundred more of these 944
    expect([completion?.before?.numerator, completion?.after?.numerator]).toEqual([899, 944]);
    expect(completion?.difference).toBeCloseTo(45 / 1450, 12);
  });

  it("is nothing where there is no earlier one, it is the same, or it cannot be read", () => {
    expect([join(folder, "none"), second, broken].map((previous) => changesSince(previous, second))).toEqual([
      null,
      null,
      null
    ]);
  });
});
