import {readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {checks} from "../../src/checks/index.ts";
import {type CheckOptions, type CheckResult, runChecks} from "../../src/checks/run_checks.ts";
import {statusOf} from "../../src/checks/status.ts";
import {readStatement} from "../../src/database/statement.ts";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {build} from "../../src/warehouse/build.ts";
import {buildOptions} from "../warehouse/build_options.ts";
import {forEachWarehouse, type TestWarehouse} from "../warehouses.ts";
import {faults} from "./faults.ts";
import {sourceAtTheLimits} from "./limits.ts";
import {loadSources} from "./load_sources.ts";
import {asOf, episodeOf, type Source, soundSource} from "./sound_source.ts";

const sql = join(import.meta.dirname, "../../sql/checks");
const options: CheckOptions = {
  sql,
  settings: {stale_after_days: 30, late_source_days: 45, success: null},
  as_of: asOf,
  suffix: "",
  fail_on: []
};

/** A source of an organisation that has just begun: one open episode and no session, known long before the others. */
function beginning(): Source {
  const source = soundSource("beginning");
  const episodes = [episodeOf(source.name, 0, {admitted_on: "2025-01-10"})];
  const empty = {referrals: [], sessions: [], assessments: [], followups: []};
  return {...source, ...empty, episodes, clients: source.clients.slice(0, 1), delivered: ["2025-01-15"]};
}

function planted(): Source[] {
  const sources = faults.map(({check, plant}) => {
    const source = soundSource(check);
    plant?.(source);
    return source;
  });
  return [soundSource("sound"), sourceAtTheLimits("at the limits"), beginning(), ...sources];
}

/** Checks that speak of all sources together; the second has a test of its own. */
const ofAllSources = ["no_treated_discharge", "success_redefined"];

function inSource(results: readonly CheckResult[], name: string): CheckResult[] {
  return results.filter(({source}) => source === name);
}

forEachWarehouse((open) => {
  let opened: TestWarehouse;
  let warehouse: Warehouse;
  let onNothing: CheckResult[];
  let results: CheckResult[];
  let early: CheckResult[];

  beforeAll(async () => {
    opened = await open();
    warehouse = opened.warehouse;
    onNothing = await runChecks(warehouse, options);
    await loadSources(warehouse, planted());
    await build(warehouse, buildOptions({as_of: asOf}));
    const {counts} = buildOptions({as_of: asOf});
    await build(warehouse, buildOptions({as_of: "2025-01-31", counts: {...counts, suffix: "_known"}}));
    for (const {check, tamper} of faults) await tamper?.(warehouse, check);
    results = await runChecks(warehouse, options);
    early = await runChecks(warehouse, {...options, as_of: "2025-01-31", suffix: "_known"});
  });
  afterAll(() => opened.dispose());

  it("says of an empty warehouse that nothing applied, not that it passed", () => {
    expect(onNothing.map(({check}) => check)).toEqual(checks.map(({name}) => name));
    expect(new Set(onNothing.map(({status}) => status))).toEqual(new Set(["not_applicable"]));
  });

  it("finds nothing in a source where all is well, having looked at something in every check", () => {
    const sound = inSource(results, "sound");
    expect(sound.filter(({status}) => status !== "pass")).toEqual([]);
    expect(new Set([...sound.map(({check}) => check), ...ofAllSources])).toEqual(new Set(checks.map(({name}) => name)));
  });

  it("finds nothing where everything is as far from usual as it may be", () => {
    const found = inSource(results, "at the limits").filter(({status}) => status !== "pass");
    expect(found).toEqual([]);
  });

  it.each(faults)("$check finds exactly what is planted for it, and no other check does", (fault) => {
    const found = inSource(results, fault.check).filter(({violations}) => violations > 0);
    expect(found).toMatchObject([
      {
        check: fault.check,
        subject: fault.subject,
        violations: fault.violations,
        checked: fault.checked === 0 ? expect.any(Number) : fault.checked,
        status: "fail"
      }
    ]);
  });

  it("finds that nobody was treated and discharged, in what was known on an earlier date", () => {
    const found = early.filter(({check}) => check === "no_treated_discharge");
    expect(found).toMatchObject([{source: "", severity: "error", violations: 1, checked: 1, status: "fail"}]);
    expect(results.filter(({check}) => check === "no_treated_discharge")).toMatchObject([{source: "", status: "pass"}]);
  });

  it("looks at no delivery after that date", () => {
    expect(new Set(early.map(({source}) => source))).toEqual(new Set(["", "beginning"]));
    expect(early.filter(({severity, status}) => severity === "fatal" && status === "fail")).toEqual([]);
  });

  it("has a row of every check for every source, in order of source and part", () => {
    const names = [...new Set(results.map(({source}) => source))].filter((source) => source !== "").sort();
    for (const {name} of checks.filter(({name}) => !ofAllSources.includes(name))) {
      const rows = results.filter(({check}) => check === name);
      expect([...new Set(rows.map(({source}) => source))], name).toEqual(names);
    }
  });

  it("raises to an error the warnings that the organisation names, and no others", async () => {
    const raised = await runChecks(warehouse, {...options, fail_on: ["late_source", "rows_are_placed"]});
    const changed = raised.filter(({severity}, index) => severity !== results[index]?.severity);
    expect(new Set(changed.map(({check, severity}) => `${check} ${severity}`))).toEqual(new Set(["late_source error"]));
  });

  it("refuses a name in fail_on that is no check, and says which there are", async () => {
    const asked = runChecks(warehouse, {...options, fail_on: ["stale"]});
    await expect(asked).rejects.toMatchObject({kind: "usage", hint: expect.stringContaining("stale_open_episodes")});
  });
});

describe("the list of checks", () => {
  const onDisk = readdirSync(sql).map((name) => basename(name, ".sql"));

  it("equals the directory of their rules", () => {
    expect(checks.map(({name}) => name).sort()).toEqual(onDisk.sort());
  });

  it("has each check tried on a planted fault", () => {
    expect([...faults.map(({check}) => check), ...ofAllSources].sort()).toEqual(onDisk.sort());
  });

  it.each(onDisk)("%s says what it looks for, what it reads and which parameters it takes", (name) => {
    const text = readFileSync(join(sql, `${name}.sql`), "utf8");
    expect(text).toMatch(/^-- Looks for: \S[\s\S]*?\n-- Reads: \S.*\n-- Parameters: \S.*\n(with|select)\b/);
    const said = /-- Parameters: (.*)/.exec(text)?.[1];
    const {names} = readStatement(join(sql, `${name}.sql`));
    expect(said).toBe(names.length === 0 ? "none" : [...names].sort().join(", "));
  });

  it("tolerates no share in what stops or fails a run", () => {
    expect(checks.filter(({severity, tolerated_share}) => severity !== "warning" && tolerated_share > 0)).toEqual([]);
  });

  it("gives a reason of one sentence and a hint for each", () => {
    expect(checks.filter(({because}) => !/^[A-Z][^.]*\.$/.test(because)).map(({name}) => name)).toEqual([]);
    expect(checks.filter(({hint}) => !/^[^A-Z].*[^.]$/.test(hint)).map(({name}) => name)).toEqual([]);
  });
});

describe("the status of a check", () => {
  const tenth = {tolerated_share: 0.1};

  it.each([
    ["nothing to look at is no pass", 0, 0, "not_applicable"],
    ["nothing found", 0, 40, "pass"],
    ["exactly the share that is tolerated", 12, 120, "pass_with_rows"],
    ["one more", 13, 120, "fail"],
    ["one of a million is no clean pass", 1, 1_000_000, "pass_with_rows"],
    ["ten of thirty are too few to judge a share by", 10, 30, "pass_with_rows"],
    ["eleven of twenty-nine as well", 11, 29, "pass_with_rows"],
    ["eleven of thirty are not", 11, 30, "fail"]
  ] as const)("%s", (_, violations, checked, status) => {
    expect(statusOf(tenth, violations, checked)).toBe(status);
  });

  it("is a failure from the first row where nothing is tolerated", () => {
    expect(statusOf({tolerated_share: 0}, 1, 1_000_000)).toBe("fail");
  });
});
