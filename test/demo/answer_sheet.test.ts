import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {writeExample} from "../../pipelines/steps/write_example.ts";
import {exampleOrganisation} from "../../src/demo/example.ts";
import {type IngestReport, ingest} from "../../src/sources/ingest.ts";
import {build} from "../../src/warehouse/build.ts";
import {buildOptions} from "../warehouse/build_options.ts";
import {openEmbeddedWarehouse, type TestWarehouse} from "../warehouses.ts";

/** Fewer people than by default, for time, and all of the faults. */
const options = {episodes_per_year: 200};
const {answer_sheet: sheet} = exampleOrganisation(options);
const dates = new Map(sheet.expected_counts.map(({delivery, delivered_on}) => [delivery, delivered_on]));
const folders = new Map(sheet.expected_counts.map((one) => [`${one.delivered_on}/${one.sequence}`, one.delivery]));

let directory = "";
let opened: TestWarehouse;
let report: IngestReport;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "plumbline-answers-"));
  await writeExample(directory, options);
  opened = await openEmbeddedWarehouse();
  report = await ingest({
    warehouse: opened.warehouse,
    deliveries: join(directory, "deliveries"),
    archive: join(directory, "archive"),
    unknown_columns: {},
    allowShrink: false,
    onProgress: () => undefined
  });
}, 120000);

afterAll(async () => {
  await opened?.dispose();
  await rm(directory, {recursive: true, force: true});
});

interface QuarantinedRow {
  readonly stated_on: string;
  readonly sequence: number;
  readonly file: string;
  readonly line: number;
  readonly row_key: string | null;
  readonly code: string;
  readonly column_name: string | null;
  readonly superseded_on: string | null;
}

interface WaitingRow {
  readonly file: string;
  readonly row_key: string;
  readonly code: string;
}

/** Names of the rows that wait when the warehouse speaks for a date. */
async function waitingOn(date: string): Promise<string[]> {
  await build(opened.warehouse, buildOptions({as_of: date, definition: date}));
  const rows = await opened.warehouse.query<WaitingRow>("select file, row_key, code from warehouse.waiting");
  return rows.map(({file, row_key, code}) => `${file}.csv ${row_key} ${code}`).sort();
}

/** Names of the planted rows that wait after the deliveries up to a date, those in passing only in their own month. */
function plantedOn(date: string): string[] {
  const waiting = sheet.planted.rows.filter(({kind, mended, delivery}) => {
    const stated = dates.get(delivery) ?? "";
    return kind === "context" && (mended ? stated === date : stated <= date);
  });
  return waiting.map(({file, key, code}) => `${file} ${key} ${code}`).sort();
}

describe("Plumbline, given the example", () => {
  it("refuses the deliveries that the answer sheet says, for the reasons it says", () => {
    const refused = report.refused.map(({folder, code}) => `${folder} ${code}`);
    expect(refused.sort()).toEqual(sheet.refused.map(({delivery, code}) => `${delivery} ${code}`).sort());
  });

  it("counts every row of every file where the answer sheet says it ends", () => {
    const found = report.deliveries.map(({folder, files}) => [folder, files]);
    const expected = sheet.expected_counts.map(({delivery, files}) => [
      delivery,
      Object.fromEntries(files.map(({file, ...counts}) => [file, counts]))
    ]);
    expect(found).toEqual(expected);
  });

  it("finds every planted defect, by line, code and column, and no other", async () => {
    const rows = await opened.warehouse.query<QuarantinedRow>("select * from record.quarantine");
    const found = rows.map((row) => {
      const folder = folders.get(`${row.stated_on}/${row.sequence}`);
      return `${folder}/${row.file}.csv:${row.line} ${row.code} ${row.column_name}`;
    });
    const planted = sheet.planted.rows
      .filter(({kind}) => kind === "defect")
      .map((row) => `${row.delivery}/${row.file}:${row.line} ${row.code} ${row.column}`);
    expect(found.sort()).toEqual(planted.sort());
  });

  it("closes the defects that a later delivery mends", async () => {
    const rows = await opened.warehouse.query<QuarantinedRow>(
      "select * from record.quarantine where superseded_on is null"
    );
    const open = rows.map((row) => `${folders.get(`${row.stated_on}/${row.sequence}`)}/${row.file}.csv:${row.line}`);
    // a row without a key is closed by the next file, which the answer sheet does not say
    const unmended = sheet.planted.rows.filter(({kind, mended, key}) => kind === "defect" && !mended && key !== "");
    expect(open.sort()).toEqual(unmended.map(({delivery, file, line}) => `${delivery}/${file}:${line}`).sort());
  });

  it("lets wait what the answer sheet says, in passing and in the end", async () => {
    const {orphans, late} = sheet.incidents;
    for (const date of [orphans?.to ?? "", late?.to ?? "", sheet.as_of])
      expect(await waitingOn(date)).toEqual(plantedOn(date));
  }, 60000);

  it("ends with the episodes, the treated and the completed of the truth", async () => {
    const rows = await opened.warehouse.query(
      `select program_key, count(*) as episodes, count(*) filter (where not is_discharged) as open,
         count(*) filter (where is_treated) as treated, count(*) filter (where is_treated and is_discharged) as treated_discharged,
         count(*) filter (where is_treated and is_completed) as completed
       from warehouse.episode_outcome group by program_key order by program_key`
    );
    expect(rows).toEqual(
      sheet.truth.programs.map(({program_key, episodes, open, treated, treated_discharged, reasons}) => ({
        program_key,
        episodes,
        open,
        treated,
        treated_discharged,
        completed: reasons.completed
      }))
    );
  });
});
