import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {appendFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {describe, expect, it} from "vitest";
import {packageFiles} from "../../../src/export/package/package_files.ts";
import {awkward, contentOf, hostile, hostileWords, writePackage} from "./made_up_package.ts";

const files = packageFiles(awkward);
const hostileFiles = packageFiles(hostile);

function records(file: string, of = files): Record<string, string>[] {
  return parse(contentOf(of, file), {columns: true});
}

describe("a package", () => {
  it("is the same bytes for the same options", () => {
    expect(packageFiles(awkward)).toEqual(files);
  });

  it("has every file once, and its checksums", () => {
    const lines = contentOf(files, "checksums.txt").trimEnd().split("\n");
    const others = files.filter(({file}) => file !== "checksums.txt");
    expect(lines).toEqual(
      others.map(({file, content}) => `${createHash("sha256").update(content).digest("hex")}  ${file}`)
    );
    expect(others.map(({file}) => file)).toEqual([
      ...[
        "datapackage.json",
        "episode.csv",
        "episode.parquet",
        "assessment.csv",
        "assessment.parquet",
        "attrition.csv"
      ],
      ...["README.md", "codebook.csv", "codebook.md", "redcap_data_dictionary.csv"],
      ...["load.R", "load.py", "load.sps", "load.do", "definition.json", "anonymity.json"]
    ]);
  });

  it.skipIf(spawnSync("sha256sum", ["--version"]).error !== undefined)("is known by sha256sum to be unchanged", () => {
    const written = writePackage(awkward);
    const check = () => spawnSync("sha256sum", ["-c", "--quiet", "checksums.txt"], {cwd: written.folder}).status;
    const before = check();
    appendFileSync(join(written.folder, "episode.csv"), "\n");
    expect([before, check()]).toEqual([0, 1]);
    written.dispose();
  });

  it("keeps the definition with its hash, and the report of its protection", () => {
    expect(JSON.parse(contentOf(files, "definition.json"))).toEqual({
      hash: awkward.definition_hash,
      definition: awkward.definition
    });
    expect(JSON.parse(contentOf(files, "anonymity.json"))).toEqual(awkward.anonymity.report);
  });
});

describe("codebook.csv", () => {
  it("has a row for each field, or for each of its codes, with labels in full", () => {
    const rows = records("codebook.csv");
    expect(rows.filter(({table, field}) => table === "episode" && field === "severity")).toMatchObject([
      {position: "4", label: "Severity = PHQ-9", code_order: "1", code: "0", code_label: "none"},
      {code_order: "2", code: "1", code_label: "mild"},
      {code_order: "3", code: "2", code_label: "same (2)"},
      {code_order: "4", code: "3", code_label: "same (3)"}
    ]);
    expect(rows.filter(({field}) => field === "phq9_first")).toMatchObject([
      {
        unit: "points",
        missing_reason: "phq9_first_missing",
        derivation: "as delivered",
        source: "episodes.csv",
        code: ""
      }
    ]);
  });
});

describe("codebook.md", () => {
  it("says in words why a value may be missing", () => {
    expect(contentOf(files, "codebook.md")).toContain(
      "- Empty where: `phq9_first_missing` says why (not due yet; not given)"
    );
  });
});

describe("README.md", () => {
  it("says what whoever holds the data has agreed to, and what to cite", () => {
    const readme = contentOf(files, "README.md");
    for (const words of [
      "No re-identification",
      "No linkage",
      "count of 1 to 10",
      "Data as of 2026-03-31",
      awkward.definition_hash
    ])
      expect(readme).toContain(words);
    expect(readme).not.toContain("Synthetic");
    expect(contentOf(packageFiles({...awkward, synthetic: true}), "README.md")).toContain("no row is a person");
  });

  it("makes no link, image or HTML of the words of a request", () => {
    for (const file of ["README.md", "codebook.md"]) {
      const text = contentOf(hostileFiles, file)
        .replace(/`[^`\n]*`/g, "")
        .replace(/\\[!-/:-@[-`{-~]/g, "");
      expect(text).not.toMatch(/!?\[|<[a-z]/i);
    }
  });
});

describe("redcap_data_dictionary.csv", () => {
  const rows = records("redcap_data_dictionary.csv");

  it("has the 18 columns of REDCap", () => {
    expect(contentOf(files, "redcap_data_dictionary.csv").split("\n")[0]).toBe(
      'Variable / Field Name,Form Name,Section Header,Field Type,Field Label,"Choices, Calculations, OR Slider Labels",Field Note,Text Validation Type OR Show Slider Number,Text Validation Min,Text Validation Max,Identifier?,Branching Logic (Show field only if...),Required Field?,Custom Alignment,Question Number (surveys only),Matrix Group Name,Matrix Ranking?,Field Annotation'
    );
  });

  it("begins with the record's id, has each variable once, and only names that REDCap takes", () => {
    const names = rows.map((row) => row["Variable / Field Name"] ?? "");
    expect(names[0]).toBe("episode_key");
    expect(rows[0]).toMatchObject({"Field Type": "text", "Required Field?": "y", "Identifier?": "y"});
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z][a-z0-9_]*[a-z0-9]$/.test(name))).toEqual([]);
    expect(names).toContain("assessment_hours");
  });

  it("has choices that REDCap takes apart again, and says which codes it changed", () => {
    const payer = rows.find((row) => row["Variable / Field Name"] === "payer");
    const choices = (payer?.["Choices, Calculations, OR Slider Labels"] ?? "")
      .split("|")
      .map((choice) => /^\s*(.*?)\s*,\s*(.*?)\s*$/.exec(choice)?.slice(1));
    expect(choices).toEqual([
      ["none", 'Says "none", twice'],
      ["NA", "NA"],
      ["self_pay", "O'Neil; pays / himself"],
      ["q_r", "on two lines"],
      ["never", "Züricher Ærzte 日本 👍 — does not occur"],
      ["n_a", "on two lines"],
      ["TRUE", "-1"],
      ["90_", "90+"],
      ["sant_", "Santé"]
    ]);
    expect(payer?.["Field Annotation"]).toBe(
      'episode.csv: payer; self_pay is self,pay there; q_r is q"r there; n_a is n/a there; 90_ is 90+ there; sant_ is santé there'
    );
  });

  it("takes whole numbers and others as text that is validated", () => {
    const typeOf = (name: string) =>
      rows.find((row) => row["Variable / Field Name"] === name)?.["Text Validation Type OR Show Slider Number"];
    expect([typeOf("phq9_first"), typeOf("hours"), typeOf("zip3")]).toEqual(["integer", "number", ""]);
  });

  it("has no action tag of the words of a request", () => {
    const annotations = records("redcap_data_dictionary.csv", packageFiles(hostile)).map(
      (row) => row["Field Annotation"]
    );
    expect(annotations.filter((text) => /@[A-Z]/.test(text ?? ""))).toEqual([]);
  });
});

describe("what a spreadsheet could take for a formula", () => {
  it("has an apostrophe in front wherever people read words", () => {
    for (const file of ["codebook.csv", "redcap_data_dictionary.csv", "attrition.csv"]) {
      for (const of of [files, hostileFiles]) {
        const cells: string[][] = parse(contentOf(of, file));
        expect(cells.flat().filter((cell) => /^[=+\-@\t\r\n]/.test(cell) && !/^-?\d+$/.test(cell))).toEqual([]);
      }
    }
    expect(records("attrition.csv")[1]?.step).toBe("'=cmd|'/c calc'!A1");
    const labels = records("codebook.csv", hostileFiles).map(({code_label}) => code_label);
    expect(labels).toContain(`'${hostileWords[10]}`);
  });

  it("does not occur in data, and numbers below zero stay numbers", () => {
    for (const file of ["episode.csv", "assessment.csv"]) {
      const cells: string[][] = parse(contentOf(files, file));
      expect(cells.flat().filter((cell) => /^[=+\-@]/.test(cell) && !Number.isFinite(Number(cell)))).toEqual([]);
    }
    expect(contentOf(files, "assessment.csv")).toContain("e1,-3,0.5");
  });
});
