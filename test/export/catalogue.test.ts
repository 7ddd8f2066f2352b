import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {catalogue, dateFieldNames, fieldOf, keyFields} from "../../src/export/catalogue.ts";
import {contracts} from "../../src/sources/contract/index.ts";
import {exportSql} from "./places.ts";

describe("the columns that a cohort may ask for", () => {
  it("have names for SPSS, Stata, R and Python, each once", () => {
    const names = [...keyFields, ...catalogue].map(({name}) => name);
    expect(names.filter((name) => !/^[a-z][a-z0-9_]{0,30}[a-z0-9]$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("say how they were made, from what, and why they are empty where they are scores, days or hours of some only", () => {
    const wordless = catalogue.filter(({label, derivation, source}) => [label, derivation, source].includes(""));
    expect(wordless).toEqual([]);
    const reasons = catalogue.flatMap(({missing_reason}) => (missing_reason === null ? [] : [missing_reason]));
    expect(reasons.filter((name) => fieldOf(name)?.levels === null || fieldOf(name) === undefined)).toEqual([]);
    for (const name of ["los_days", "discharge_day", "phq9_baseline", "gad7_end_day", "pcl5_followup"])
      expect(fieldOf(name)?.missing_reason).toMatch(/_missing$/);
  });

  it("hold every code that a delivery may have, and no other but those that say there is none", () => {
    const added: Record<string, string[]> = {race: ["multiracial"], discharge_reason: ["open"], transfer_to: ["none"]};
    let compared = 0;
    for (const {file, columns} of contracts.filter(({file}) => ["clients", "episodes", "programs"].includes(file))) {
      for (const {name, cell} of columns) {
        const levels = fieldOf(name)?.levels;
        if (!Array.isArray(levels) || !("codes" in cell)) continue;
        const codes = levels.map(({code}) => code);
        const allowed = [...cell.codes, ...(added[name] ?? []), "unknown"];
        expect([file, name, codes.filter((code) => !allowed.includes(String(code)))]).toEqual([file, name, []]);
        expect([file, name, cell.codes.filter((code) => !codes.includes(code))]).toEqual([file, name, []]);
        compared += 1;
      }
    }
    expect(compared).toBe(13);
  });

  it("are quasi-identifiers where outsiders may know them, and sensitive where they must not be known", () => {
    const of = (sensitivity: string) =>
      catalogue.filter((one) => one.sensitivity === sensitivity).map(({name}) => name);
    expect(of("quasi_identifier")).toEqual([
      ...["admission_year", "age_band", "age_5_years", "sex", "gender", "race", "ethnicity", "language", "veteran"],
      ...["zip3", "payer", "referral_source", "diagnosis_group", "program", "site", "level_of_care", "population"],
      "los_band"
    ]);
    expect(of("sensitive")).toEqual([
      ...["co_occurring_sud", "discharge_reason", "phq9_baseline_item_9", "phq9_end_item_9"],
      ...["ideation_at_baseline", "ideation_new", "ideation_resolved"]
    ]);
  });

  it("use answers on thoughts of death where their names say so, and nowhere else", () => {
    const using = catalogue.filter(({uses_item_9}) => uses_item_9).map(({name}) => name);
    expect(using).toEqual(catalogue.map(({name}) => name).filter((name) => /item_9|ideation/.test(name)));
  });

  it("are no dates, keys, years of birth nor texts of a source, but for moved dates and the year of admission", () => {
    const telling = catalogue
      .filter(({name}) => /_on$|_key$|birth|^name$|_at$|source$/.test(name))
      .map(({name}) => name);
    expect(telling.filter((name) => !dateFieldNames.has(name))).toEqual(["referral_source"]);
  });
});

describe("the statements of sql/export", () => {
  it("read what was said by the as-of date only", () => {
    for (const file of readdirSync(exportSql)) {
      const text = readFileSync(join(exportSql, file), "utf8");
      const stated =
        text.match(/from record\.\w+\s+where stated_on <= :as_of::date and \(superseded_on is null/g) ?? [];
      expect([file, stated.length]).toEqual([file, text.match(/from record\./g)?.length]);
    }
  });
});
