import {createHash} from "node:crypto";
import {mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parquetWriteFile} from "hyparquet-writer";
import type {Catalogue} from "../../src/dashboard/catalogue.ts";
import type {ResultRow} from "../../src/dashboard/published.ts";
import type {Release} from "../../src/dashboard/release.ts";
import {fixtureMeasures} from "./fixture_measures.ts";
import {fixtureRows} from "./fixture_rows.ts";
import {fixtureSeries} from "./fixture_series.ts";

type Cell = string | number | null;

/** Writes a small complete release of an invented organisation; `shift` moves its values as a new release would. */
export function writePublished(folder: string, {shift = 0} = {}): {catalogue: Catalogue; rows: ResultRow[]} {
  mkdirSync(folder, {recursive: true});
  const rows = fixtureMeasures.flatMap((measure) => fixtureRows(measure, shift));
  writeTable(folder, "results.csv", rows);
  writeParquet(join(folder, "results.parquet"), rows);
  for (const [file, series] of Object.entries(fixtureSeries)) writeTable(folder, file, series);
  writeJson(folder, "catalogue.json", catalogue);
  const files = ["catalogue.json", "results.csv", "results.parquet", ...Object.keys(fixtureSeries)].sort();
  writeJson(folder, "release.json", release(folder, files, shift));
  return {catalogue, rows};
}

const measures = fixtureMeasures.map(({centre: _, ...measure}) => measure);

export const catalogue: Catalogue = {
  organisation: "Example Health & Hope",
  synthetic: true,
  as_of: "2026-03-31",
  headline: ["completion", "phq9_effect_size", "reliable_improvement", "attendance", "followup_retention"],
  measures,
  breakdowns: [
    {id: "all", label: "All"},
    {id: "program", label: "Program"},
    {id: "site", label: "Site"},
    {id: "age_band", label: "Age at admission"},
    {id: "payer", label: "Payer"}
  ],
  programs: [
    {group: "n-iop", name: "North IOP", site: "north", population: "mh", level_of_care: "iop"},
    {group: "South_IOP", name: "South IOP <evenings>", site: "north", population: "dual", level_of_care: "iop"},
    {group: "east/iop", name: "East IOP", site: "east/main", population: null, level_of_care: "iop"}
  ],
  sites: [{group: "north"}, {group: "east/main"}],
  annotations: [{on: "2025-02-10", what: "evening groups opened", programs: ["n-iop"], rebases: false}],
  targets: [{measure: "completion", value: 0.5, basis: "board decision", since: "2025-01-01", programs: []}],
  statuses: [
    {id: "published", label: "published"},
    {id: "suppressed", label: "not shown: 1 to 10 people"},
    {id: "unstable", label: "unstable: fewer than 30"},
    {id: "insufficient", label: "too few for an effect size"},
    {id: "immature", label: "not yet: its window is open"}
  ],
  instruments: [
    {id: "phq9", label: "PHQ-9"},
    {id: "phq9_short", label: "Short PHQ"}
  ]
};

function release(folder: string, files: string[], shift: number): Release {
  const counts = {
    read: 1510,
    accepted: 1490,
    corrected: 12,
    unchanged: 0,
    deleted: null,
    quarantined: null,
    withdrawn: 0
  };
  const waiting = [{source: "synthetic", file: "sessions", code: "unknown_parent", rows: null}];
  const delivered = (file: string) => ({file, sha256: "a".repeat(64), ...counts});
  const definitions = Object.fromEntries(measures.map(({id, version}) => [id, version]));
  return {
    release: `2026-03-31-${createHash("sha256").update(String(shift)).digest("hex").slice(0, 12)}`,
    ...{as_of: "2026-03-31", known_on: null, organisation: catalogue.organisation, synthetic: true},
    inputs: [
      {
        source: "north",
        delivered_on: "2026-03-31",
        sequence: 1,
        mode: "full",
        files: [delivered("episodes.csv"), delivered("sessions.csv")]
      }
    ],
    freshness: [
      {source: "east", delivered_on: "2026-01-15", days_behind: 75, status: "late"},
      {source: "north", delivered_on: "2026-03-31", days_behind: 0, status: "fresh"}
    ],
    quarantine: [
      {source: "north", file: "episodes", code: "bad_date", rows: 20},
      {source: "north", file: "sessions", code: "several", rows: null}
    ],
    waiting,
    refused: [{folder: "east_2026-03-30", code: "shrunk_by_half"}],
    ...{
      code_version: "0.1.0",
      definitions,
      settings: {
        stale_after_days: 30,
        late_source_days: 45,
        disclosure: {profile: "cms11", minimum: 11},
        pairs: ["program+payer"]
      }
    },
    checks: [{check: "episodes_have_a_program", status: "passed", violations: 0}],
    outputs: files.map((file) => output(folder, file))
  };
}

function output(folder: string, file: string): Release["outputs"][number] {
  const sha256 = createHash("sha256")
    .update(readFileSync(join(folder, file)))
    .digest("hex");
  return {file, sha256, bytes: statSync(join(folder, file)).size, rows: null};
}

function writeJson(folder: string, file: string, content: unknown): void {
  writeFileSync(join(folder, file), `${JSON.stringify(content, null, 2)}\n`);
}

function writeTable(folder: string, file: string, rows: readonly object[]): void {
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((cells: Cell[]) =>
    cells.map(csvCell).join(",")
  );
  writeFileSync(join(folder, file), `${lines.join("\n")}\n`);
}

function csvCell(cell: Cell): string {
  const text = cell === null ? "" : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function writeParquet(filename: string, rows: ResultRow[]): void {
  const numbers = ["units", "denominator", "numerator", "value", "lower", "upper"];
  const names = Object.keys(rows[0] ?? {}) as (keyof ResultRow)[];
  const columnData = names.map((name) => ({
    name,
    data: rows.map((row) => row[name]),
    type: numbers.includes(name) ? ("DOUBLE" as const) : ("STRING" as const)
  }));
  parquetWriteFile({filename, columnData});
}
