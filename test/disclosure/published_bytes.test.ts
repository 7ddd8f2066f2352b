import {appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parquetReadObjects} from "hyparquet";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {buildDashboard} from "../../pipelines/steps/dashboard.ts";
import {isSmall} from "../../src/disclosure/primary.ts";
import type {Result} from "../../src/publish/result.ts";
import {readTable} from "../pipeline/published_rows.ts";
import {attack} from "../publish/plain_attack/attack.ts";
import {type PlantedRelease, publishPlanted, textsOf} from "./publish_planted.ts";
import {leaksInFiles, leaksInRows, leaksInTables, leaksInText, partOf, placeOf, type Results} from "./scan.ts";

const folder = mkdtempSync(join(tmpdir(), "plumbline-bytes-"));
const site = join(folder, "site");
let organisation: PlantedRelease;
let twin: PlantedRelease;
let results: Results;
beforeAll(async () => {
  organisation = await publishPlanted("organisation", join(folder, "organisation"));
  twin = await publishPlanted("twin", join(folder, "twin"));
  await buildDashboard({published: organisation.folder, output: site, root: ".", log: () => undefined});
  results = partOf(organisation.folder, organisation.counted);
}, 600_000);
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("an organisation of 150 episodes a year and its twin, in which three pairs of people are exchanged", () => {
  it("differ in figures that are hidden, of groups of people and of months, and in no others", () => {
    const counts = ({units, denominator, numerator, value}: Result) => [units, denominator, numerator, value];
    const other = new Map(twin.counted.map((row) => [placeOf(row), row]));
    const isOther = (row: Result) => {
      const same = other.get(placeOf(row));
      return same === undefined || JSON.stringify(counts(same)) !== JSON.stringify(counts(row));
    };
    const differing = results.hidden.filter(isOther);
    expect(results.shown.filter(isOther)).toEqual([]);
    expect(twin.counted).toHaveLength(organisation.counted.length);
    for (const breakdown of ["race", "gender"])
      expect(differing.filter((row) => row.breakdown === breakdown).length, breakdown).toBeGreaterThan(10);
    expect(differing.filter(({period_type}) => period_type === "month").length).toBeGreaterThan(5);
  });

  it("are published in the same bytes", () => {
    const [own, others] = [textsOf(organisation.folder), textsOf(twin.folder)];
    expect([...own.keys()]).toEqual([...others.keys()]);
    for (const [file, text] of own) expect(text === others.get(file), file).toBe(true);
  });
});

describe("what is published of an organisation of 150 episodes a year", () => {
  const counts = /^(?:units|denominator|numerator|count|at_risk|events|eligible|measured|\w+_units|observed)$/;

  it("has no count of 1 to 10 in any table", () => {
    let read = 0;
    for (const file of [...textsOf(organisation.folder).keys()].filter((name) => name.endsWith(".csv")))
      for (const row of readTable(organisation.folder, file)) {
        const cells = Object.entries(row).filter(([column, cell]) => counts.test(column) && cell !== "");
        expect(
          cells.filter(([, cell]) => isSmall(Number(cell))),
          `${file} ${placeOf(row)}`
        ).toEqual([]);
        read += cells.length;
      }
    expect(read).toBeGreaterThan(10_000);
  });

  it("has no hidden figure in its own place, nor as what is left beside a shown one", () => {
    expect(results.hidden.length).toBeGreaterThan(5000);
    expect(leaksInTables(organisation.folder, results)).toEqual([]);
  });

  it("has none in results.parquet, nor in the files that describe the release", async () => {
    const rows = await parquetRows(organisation.folder);
    expect(rows.length).toBe(readTable(organisation.folder, "results.csv").length);
    expect(leaksInRows("results.parquet", rows, results)).toEqual([]);
    expect(leaksInRows("results.parquet", rows, {shown: [], hidden: results.shown}).length).toBeGreaterThan(1000);
    expect(leaksInFiles(organisation.folder, results)).toEqual([]);
  });

  it("leaves no one to ten people to be derived by adding up and subtracting", () => {
    const {programs} = JSON.parse(readFileSync(join(organisation.folder, "catalogue.json"), "utf8"));
    const {leaks, derived, compared} = attack((name) => readTable(organisation.folder, `${name}.csv`), programs);
    expect(leaks).toEqual([]);
    expect([derived.size, compared].every((count) => count > 1000)).toBe(true);
  });

  it("has no hidden figure in any file of the site: in words, cells, marks of charts, other attributes or scripts", () => {
    expect(leaksInFiles(site, results)).toEqual([]);
  });
});

describe("the scan", () => {
  it("finds what is shown", () => {
    const {shown} = results;
    expect(leaksInTables(organisation.folder, {shown: [], hidden: shown}).length).toBeGreaterThan(5000);
    expect(leaksInFiles(site, {shown: [], hidden: shown}).length).toBeGreaterThan(500);
  });

  const secret = "completion|race|asian|all|";
  it.each([
    ["a cell of a table", ({numerator, denominator}: Result) => `<td>${numerator}</td><td>${denominator}</td>`],
    ["the text of a chart", (row: Result) => `<svg role="img" aria-label="Asian: ${printed(row)}"></svg>`],
    ["a mark of a chart", ({lower}: Result) => `<path d="M0,0" data-value="${lower}"/>`],
    ["a tooltip", ({numerator, denominator}: Result) => `<title>${numerator} of ${denominator}</title>`],
    ["a description", (row: Result) => `<desc>${printed(row)}</desc>`],
    ["a script", ({lower}: Result) => `<script>const rows = [{"lower":${lower}}];</script>`],
    ["a comment in the page's source", ({upper}: Result) => `<!-- ${upper} -->`]
  ])("finds a hidden figure in %s", (_place, leak) => {
    const row = results.hidden.find((one) => placeOf(one) === secret);
    expect(row).toBeDefined();
    const leaking = join(folder, "leaking");
    cpSync(join(site, "measures/completion.html"), join(leaking, "measures/completion.html"));
    appendFileSync(join(leaking, "measures/completion.html"), leak(row as Result));
    expect(leaksInFiles(leaking, results).join("\n")).toContain(`is ${secret}`);
  });

  it.each(["_import/chart.js", "_import/style.css", "_file/chart.svg", "_file/rows.json"])(
    "finds a hidden figure in a file like %s",
    (file) => {
      const leaking = join(folder, "leaking-files", file.replaceAll("/", "-"));
      mkdirSync(join(leaking, file, ".."), {recursive: true});
      const row = results.hidden.find((one) => placeOf(one) === secret) as Result;
      for (const leak of [`"lower":${row.lower}`, printed(row)]) {
        writeFileSync(join(leaking, file), `something, ${leak}; and so on`);
        expect(leaksInFiles(leaking, results).join("\n")).toContain(`is ${secret}`);
      }
    }
  );

  it("finds a hidden figure in what a run says", () => {
    const row = results.hidden.find((one) => placeOf(one) === secret) as Result;
    expect(leaksInText(`  Completion  ${printed(row)}\n`, results).join("\n")).toContain(`is ${secret}`);
  });

  it("finds a hidden figure in a table, its own or as the rest of another group", () => {
    const row = results.hidden.find((one) => placeOf(one) === secret);
    const leaking = join(folder, "leaking-tables");
    mkdirSync(leaking);
    const header = "measure,breakdown,group,period_type,period,rest_units,rest_value,sentence";
    const cells = ["completion", "race", "white", "all", ""];
    writeFileSync(
      join(leaking, "comparison.csv"),
      `${header}\n${[...cells, row?.units, row?.upper, ""]}\n${[...cells, row?.units, "", `"${row?.lower}, it was"`]}\n`
    );
    expect(leaksInTables(leaking, results)).toHaveLength(2);
  });
});

/** A figure as it stands in sentences. */
function printed({value, lower, upper}: Result): string {
  const [share, from, to] = [value, lower, upper].map((one) => `${(100 * (one ?? 0)).toFixed(1)}%`);
  return `${share} (${from} to ${to})`;
}

async function parquetRows(release: string): Promise<Record<string, string>[]> {
  const bytes = readFileSync(join(release, "results.parquet"));
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const rows = await parquetReadObjects({file});
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, cell === null ? "" : String(cell)]))
  );
}
