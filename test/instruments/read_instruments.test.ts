import {copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {afterEach, beforeEach, expect, it} from "vitest";
import {instruments} from "../../src/instruments/index.ts";
import {maximumOf, mostItems} from "../../src/instruments/instrument.ts";
import {readInstruments} from "../../src/instruments/read_instruments.ts";
import {itemColumns} from "../../src/sources/contract/score_defect.ts";

const root = join(import.meta.dirname, "../..");
const declared = join(root, "data/instruments");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-instruments-"));
  for (const file of readdirSync(declared)) copyFileSync(join(declared, file), join(folder, file));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

/** The worked example of docs/instruments.md. */
const audit = /```yaml\n(.*?)```/s.exec(readFileSync(join(root, "docs/instruments.md"), "utf8"))?.[1] ?? "";

it("reads every file of the folder, PHQ-9 and GAD-7 first", () => {
  expect(instruments.map(({id}) => id)).toEqual(["phq9", "gad7", "pcl5"]);
  expect(
    readdirSync(declared)
      .map((file) => basename(file, ".yaml"))
      .sort()
  ).toEqual(instruments.map(({id}) => id).sort());
});

it("takes the AUDIT of the documentation as one more file, ten items from 0 to 4", () => {
  writeFileSync(join(folder, "audit.yaml"), audit);
  const [, , found] = readInstruments(folder);
  expect(readInstruments(folder).map(({id}) => id)).toEqual(["phq9", "gad7", "audit", "pcl5"]);
  expect(found).toMatchObject({
    label: "AUDIT",
    loinc: {panel: "72110-0", total: "75624-7"},
    answers: {},
    reliability: []
  });
  expect(found === undefined ? null : [found.items.length, maximumOf(found)]).toEqual([10, 40]);
});

it("wants files named by their id, with one ending", () => {
  writeFileSync(join(folder, "alcohol.yaml"), audit);
  expect(() => readInstruments(folder)).toThrow(
    "data/instruments/alcohol.yaml: expected the id that the file is named by, alcohol, found audit"
  );
  rmSync(join(folder, "alcohol.yaml"));
  writeFileSync(join(folder, "audit.yml"), audit);
  expect(() => readInstruments(folder)).toThrow(
    "data/instruments/audit.yml: expected a name that ends in .yaml, found .yml"
  );
});

it("passes over hidden files, such as an editor leaves", () => {
  writeFileSync(join(folder, ".audit.yaml.swp"), "");
  expect(readInstruments(folder)).toEqual(instruments);
});

it("has room in assessments.csv for as many items as a declaration may have", () => {
  expect(itemColumns.length).toBe(mostItems);
  expect(itemColumns.at(-1)).toBe("item_20");
});

it("documents every field of a declaration and the thresholds of every instrument", () => {
  const page = readFileSync(join(root, "docs/instruments.md"), "utf8");
  const [first] = instruments;
  for (const field of [...Object.keys(first ?? {}), "asks_for_ideation"]) expect(page).toContain(`\`${field}\``);
  for (const {label, may_be_missing, elevated_from, remission_below, reliable_change} of instruments) {
    const column =
      page
        .split("\n")
        .find((line) => line.startsWith("| | "))
        ?.split("|")
        .map((cell) => cell.trim())
        .indexOf(label) ?? -1;
    const cellOf = (row: string) =>
      page
        .split("\n")
        .find((line) => line.startsWith(`| ${row} `))
        ?.split("|")
        [column]?.trim();
    expect([
      cellOf("may be missing"),
      cellOf("moderate or worse from"),
      cellOf("remission below"),
      cellOf("reliable change")
    ]).toEqual([may_be_missing, elevated_from, remission_below, reliable_change.points].map(String));
  }
});
