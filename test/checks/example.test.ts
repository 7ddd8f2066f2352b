import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {type CheckResult, runChecks} from "../../src/checks/run_checks.ts";
import type {AnswerSheet} from "../../src/demo/answer_sheet.ts";
import {demoRun} from "../pipeline/demo_run.ts";
import {openCopyOf} from "../warehouses.ts";

let sheet: AnswerSheet;
let results: CheckResult[];

beforeAll(async () => {
  const {answer_sheet, as_of, database} = await demoRun();
  sheet = answer_sheet;
  const {warehouse, dispose} = await openCopyOf(database);
  results = await runChecks(warehouse, {
    sql: join(import.meta.dirname, "../../sql/checks"),
    settings: {stale_after_days: 30, late_source_days: 45, success: null},
    as_of,
    suffix: "",
    fail_on: []
  });
  await dispose();
}, 600_000);

/** Violations that a check found, by subject, where it found some. */
function foundBy(name: string): Record<string, number> {
  const rows = results.filter(({check, violations}) => check === name && violations > 0);
  return Object.fromEntries(rows.map(({subject, violations}) => [subject, violations]));
}

/** Planted rows that no later delivery puts right, by subject. A row without a key is closed by the next file. */
function unmended(kind: "defect" | "context"): Record<string, number> {
  const rows = sheet.planted.rows.filter((row) => row.kind === kind && !row.mended && row.key !== "");
  const byFile = Map.groupBy(rows, ({file}) => `rows, ${file.replace(".csv", "")}`);
  return Object.fromEntries([...byFile].map(([subject, all]) => [subject, all.length]));
}

function implausible(fault: string): number {
  return sheet.planted.implausible.find((one) => one.fault === fault)?.keys.length ?? 0;
}

describe("the checks, on the example organisation", () => {
  it("find our own arithmetic in order", () => {
    const own = results.filter(({check, severity}) => severity !== "warning" && check !== "success_redefined");
    expect(own.length).toBeGreaterThan(6);
    expect(own.filter(({status}) => status !== "pass")).toEqual([]);
  });

  it("find every row that stayed in quarantine, and every row that still waits", () => {
    expect(foundBy("quarantined_rows")).toEqual(unmended("defect"));
    expect(foundBy("waiting_rows")).toEqual(unmended("context"));
  });

  it("find every refused delivery", () => {
    const refused = results.filter(({check}) => check === "refused_deliveries");
    expect(refused.reduce((sum, {violations}) => sum + violations, 0)).toBe(sheet.refused.length);
  });

  it.each([
    ["stale_open_episodes", "stale_open", "episodes"],
    ["identical_answers", "identical_answers", "episodes"],
    ["discharged_long_after_last_session", "discharge_long_after_last_session", "episodes"],
    ["transfer_to_without_transferred", "transfer_to_without_transfer", "episodes"],
    ["missing_reason_beside_score", "missing_reason_beside_score", "assessments"],
    ["overlapping_episodes", "overlapping_episodes", "episodes"]
  ])("find by %s exactly what was planted as %s", (check, fault, subject) => {
    expect(implausible(fault)).toBeGreaterThan(0);
    expect(foundBy(check)).toEqual({[subject]: implausible(fault)});
  });

  it("find the program that gave no end scores for three months, and no other", () => {
    const program = sheet.incidents.no_end_scores?.program_key;
    expect(implausible("missing_end_scores")).toBeGreaterThan(10);
    expect(foundBy("end_scores_stopped")).toEqual({[`programs, ${program}`]: 1});
  });

  it("find the programs of the site that stopped giving the GAD-7, and no other", () => {
    const site = sheet.incidents.no_gad7?.site_key;
    const programs = sheet.programs.filter(({site_key}) => site_key === site);
    expect(foundBy("instrument_stopped")).toEqual(
      Object.fromEntries(programs.map(({program_key}) => [`questionnaires, ${program_key}`, 1]))
    );
  });

  it("find the date with a full and a monthly delivery, and nothing else", () => {
    expect(foundBy("deliveries_on_one_date")).toEqual({dates: 1});
    const silent = [
      "late_source",
      "months_without_sessions",
      "attendance_without_variation",
      "attended_longer_than_scheduled"
    ];
    expect(silent.map(foundBy)).toEqual(silent.map(() => ({})));
  });

  it("tolerate the few answers, totals and reasons that are always missing", () => {
    const tolerated = [
      "unknown_discharge_reason",
      "unknown_characteristics",
      "totals_without_items",
      "prorated_scores"
    ];
    const rows = results.filter(({check}) => tolerated.includes(check));
    expect(rows.filter(({status}) => status === "fail")).toEqual([]);
    expect(rows.filter(({status}) => status === "pass_with_rows").length).toBeGreaterThan(4);
  });
});
