import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {ProfileName} from "../../src/disclosure/profile.ts";
import {measures as everyMeasure} from "../../src/measures/index.ts";
import {isOverUnits} from "../../src/measures/measure.ts";
import type {Release} from "../../src/publish/publish.ts";
import {longestWait, targetInForce} from "../../src/publish/target_claims.ts";
import {settingsSchema} from "../../src/settings.ts";
import {type PublishedRow, readResults, readTable} from "../pipeline/published_rows.ts";
import {openEmbeddedWarehouse} from "../warehouses.ts";
import {buildOrganisation, publishRelease} from "./profiles/publish_by_profile.ts";

const since = "2024-01-01";
const basis = "our own history";
const {targets, annotations} = settingsSchema.parse({
  targets: [
    {measure: "completion", value: 0.3, basis, since},
    {measure: "completion", value: 0.9, basis, since, programs: ["a", "d"]},
    {measure: "attendance", value: 0.99, basis, since},
    {measure: "phq9_change", value: 100, basis, since: "2026-03-31"}
  ],
  annotations: [{on: "2025-01-15", what: "evening groups opened", programs: ["e"]}]
});
/** The next night the board asks for more. */
const raised = targets.map((target) => ({...target, value: target.value === 0.3 ? 0.4 : target.value}));

const folder = mkdtempSync(join(tmpdir(), "plumbline-targets-"));
const releases = new Map<ProfileName | "next night", Release>();
beforeAll(async () => {
  const {warehouse, dispose} = await openEmbeddedWarehouse();
  await buildOrganisation(warehouse, 120);
  for (const profile of ["cms11", "threshold5", "round5"] as const) {
    await warehouse.script("delete from history.told; delete from history.shown");
    const out = join(folder, profile);
    releases.set(profile, await publishRelease(profile, warehouse, out, {targets, annotations}));
    if (profile !== "cms11") continue;
    await buildOrganisation(warehouse, 124, "a night later");
    releases.set("next night", await publishRelease(profile, warehouse, out, {targets: raised, annotations}));
    await buildOrganisation(warehouse, 120);
  }
  await dispose();
}, 180_000);
afterAll(() => rmSync(folder, {recursive: true, force: true}));

type Row = Record<string, string>;
const folderOf = (name: ProfileName | "next night") => releases.get(name)?.folder ?? "";
const claimsOf = (name: ProfileName | "next night") =>
  readTable(folderOf(name), "claims.csv").filter(({kind}) => kind === "target");
const placeOf = ({measure, breakdown, group, period_type, period}: Row | PublishedRow) =>
  [measure, breakdown, group, period_type, period].join("|");

describe.each(["cms11", "threshold5", "round5"] as const)("the targets of a release under %s", (profile) => {
  it("stand in the catalogue as they were set", () => {
    expect(JSON.parse(readFileSync(join(folderOf(profile), "catalogue.json"), "utf8")).targets).toEqual(targets);
  });

  it("have a sentence for everyone, or for the programs they name, about all time and the newest year and quarter", () => {
    const expected = ["completion||", "completion|program|a", "attendance||", "phq9_change||"].flatMap((where) => {
      const [measure, breakdown = "", group = ""] = where.split("|");
      const rows = readResults(folderOf(profile)).filter(
        (row) =>
          row.measure === measure &&
          row.breakdown === (breakdown === "" ? "all" : breakdown) &&
          row.group === group &&
          row.status === "published" &&
          row.value !== null
      );
      const newest = (type: string) =>
        rows.filter(({period_type}) => period_type === type).sort((a, b) => (a.period < b.period ? 1 : -1))[0];
      return [newest("all"), newest("year"), newest("quarter")]
        .filter((row) => row !== undefined)
        .filter(
          ({measure, period}) => measure !== "phq9_change" || period === "" || period === "2026-Q1" || period === "2026"
        )
        .map(placeOf);
    });
    expect(claimsOf(profile).map(placeOf).sort()).toEqual(expected.sort());
    expect(expected.length).toBeGreaterThan(5);
  });

  it("are met or not met only where the whole interval lies on one side, and the window is closed", () => {
    const results = new Map(readResults(folderOf(profile)).map((row) => [placeOf(row), row]));
    const verdicts = claimsOf(profile).filter(({strength}) => strength === "evaluative");
    for (const row of verdicts) {
      const {lower, upper, measure} = results.get(placeOf(row)) ?? {};
      const value =
        targets.find((one) => one.measure === measure && one.programs.includes(row.group ?? "") === (row.group !== ""))
          ?.value ?? 0;
      const verdict = /target of .* was (met|not met)/.exec(row.sentence ?? "")?.[1];
      expect(verdict, row.sentence).toBe((lower ?? 0) >= value ? "met" : (upper ?? 0) < value ? "not met" : undefined);
    }
    expect(new Set(verdicts.map(({sentence}) => /was (met|not met)/.exec(sentence ?? "")?.[1]))).toEqual(
      new Set(["met", "not met"])
    );
  });

  it("warn of programs that nobody delivered, as annotations do", () => {
    expect(releases.get(profile)?.warnings.map((warning) => warning.split("\n")[0])).toEqual([
      "targets.1.programs: expected a program that was delivered, found d; it says nothing",
      "annotations.0.programs: expected a program that was delivered, found e; it says nothing"
    ]);
  });
});

describe("a target that was raised while its figure is held", () => {
  it("is the one that the sentence names, about the figure as it stands", () => {
    const [before, after] = (["cms11", "next night"] as const).map((name) =>
      claimsOf(name).find((row) => placeOf(row) === "completion|all||all|")
    );
    const held = readResults(folderOf("next night")).find((row) => placeOf(row) === "completion|all||all|");
    expect(held?.reason).toContain("what changed since is too little to be shown");
    expect(before?.sentence).toContain("30.0%");
    expect(after?.sentence).toBe(before?.sentence?.replace("30.0%", "40.0%"));
    expect(claimsOf("next night").map(placeOf)).toEqual([...new Set(claimsOf("next night").map(placeOf))]);
  });
});

describe("the target in force", () => {
  const place = {measure: "completion", breakdown: "all", group: "", period_type: "year", period: "2025"} as const;
  const set = (value: number, from: string, programs: string[] = []) => ({
    ...{measure: "completion", value, basis, since: from, programs}
  });

  it("is the newest that was set by the end of the period, and none before the first", () => {
    const several = [set(0.6, "2026-01-01"), set(0.5, "2025-07-01"), set(0.4, "2024-01-01")];
    expect(targetInForce(several, place, "2026-03-31")?.value).toBe(0.5);
    expect(targetInForce(several, {...place, period: "2024"}, "2026-03-31")?.value).toBe(0.4);
    expect(targetInForce(several, {...place, period: "2023"}, "2026-03-31")).toBeUndefined();
    expect(targetInForce(several, {...place, period_type: "all", period: ""}, "2026-03-31")?.value).toBe(0.6);
  });

  it("is not yet that of a day that the data do not reach", () => {
    expect(targetInForce([set(0.6, "2026-06-01")], {...place, period: "2026"}, "2026-03-31")).toBeUndefined();
  });

  it("of a program is its own, and that of all together is no program's", () => {
    const north = {...place, breakdown: "program", group: "north"};
    expect(targetInForce([set(0.5, since)], north, "2026-03-31")).toBeUndefined();
    expect(targetInForce([set(0.5, since), set(0.7, since, ["north"])], north, "2026-03-31")?.value).toBe(0.7);
    expect(targetInForce([set(0.7, since, ["north"])], place, "2026-03-31")).toBeUndefined();
  });
});

it("no unit waits longer for its time than a held figure is thought to", () => {
  const days = everyMeasure.flatMap((measure) =>
    isOverUnits(measure) && measure.matures !== undefined ? [Number(/is_(\d+)_days/.exec(measure.matures)?.[1])] : []
  );
  expect(Math.max(...days)).toBe(longestWait);
});
