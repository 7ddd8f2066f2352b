import {describe, expect, it} from "vitest";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {countVodim, protectVodim, type VodimCounts} from "../../src/publish/vodim.ts";
import {codedColumns, defaultCodes} from "../../src/publish/vodim_statement.ts";
import {contracts} from "../../src/sources/contract/index.ts";
import {exampleRows, exampleStatement} from "../second_reading/example_rows.ts";
import {loadStatement} from "../warehouse/load_statement.ts";
import {forEachWarehouse} from "../warehouses.ts";

const {client, episode} = exampleRows;
const as_of = "2026-03-31";

/** Seven clients, and three episodes of two years; a client and two episodes are in quarantine, one of them mended. */
async function fill(warehouse: Warehouse): Promise<void> {
  const races = ["white", "black;other", "other", "other;unknown", "declined;unknown", "declined", null];
  const languages = ["en", "es", "other", "unknown", null, "en", "en"];
  await loadStatement(
    warehouse,
    exampleStatement({
      clients: races.map((race, index) => client({client_key: `c${index}`, race, language: languages[index] ?? null})),
      episodes: [
        episode({
          episode_key: "a",
          client_key: "c0",
          admitted_on: "2024-05-01",
          discharged_on: "2024-07-01",
          payer: "medicaid"
        }),
        episode({
          ...{episode_key: "b", client_key: "c1", admitted_on: "2025-01-01", discharged_on: "2025-02-01"},
          ...{discharge_reason: "unknown", payer: "other"}
        }),
        episode({episode_key: "c", client_key: "c2", admitted_on: "2025-03-01", payer: "unknown"})
      ]
    }),
    as_of
  );
  await warehouse.script(`
    insert into record.quarantine (source, file, stated_on, sequence, line, code, column_name, superseded_on)
    values ('north', 'clients', '2026-03-31', 0, 9, 'bad_value', 'race', null),
      ('north', 'episodes', '2026-03-31', 0, 5, 'bad_value', 'payer', null),
      ('north', 'episodes', '2026-02-28', 0, 5, 'bad_value', 'payer', '2026-03-31'),
      ('north', 'episodes', '2026-03-31', 0, 6, 'bad_date', 'admitted_on', null)`);
}

const counted = ({checked, valid, other, default: unknown, invalid, missing}: VodimCounts) => [
  ...[checked, valid, other, unknown, invalid, missing]
];

forEachWarehouse((open) => {
  it("rows are valid, other, default, invalid or missing as counted by hand", async () => {
    const {warehouse, dispose} = await open();
    await fill(warehouse);
    const rows = await countVodim(warehouse, as_of);
    const of = (file: string, column: string) =>
      rows
        .filter((row) => row.file === file && row.column === column)
        .map((row) => [row.source, row.period_type, row.period, ...counted(row)]);
    // white and black;other are valid, other and other;unknown other, declined;unknown and declined default
    expect(of("clients", "race")).toEqual([["north", "all", "", 8, 2, 2, 2, 1, 1]]);
    expect(of("clients", "language")).toEqual([["north", "all", "", 7, 4, 1, 1, 0, 1]]);
    expect(of("clients", "veteran")).toEqual([["north", "all", "", 7, 0, 0, 0, 0, 7]]);
    expect(of("episodes", "payer")).toEqual([
      ["north", "all", "", 4, 1, 1, 1, 1, 0],
      ["north", "year", "2024", 1, 1, 0, 0, null, 0],
      ["north", "year", "2025", 2, 0, 1, 1, null, 0]
    ]);
    expect(of("episodes", "discharge_reason")).toEqual([
      ["north", "all", "", 3, 1, 0, 1, 0, 1],
      ["north", "year", "2024", 1, 1, 0, 0, null, 0],
      ["north", "year", "2025", 2, 0, 0, 1, null, 1]
    ]);
    expect(await countVodim(warehouse, "2026-03-30")).toMatchObject([
      {file: "episodes", column: "payer", checked: 1, invalid: 1}
    ]);
    await dispose();
  });
});

describe("vodim.csv", () => {
  it("speaks of every coded column of the delivery format, and no other", () => {
    expect(
      contracts.map((contract) => [
        contract.file,
        codedColumns(contract)
          .map(({name}) => name)
          .join(" ")
      ])
    ).toEqual([
      ["programs", "population age_group level_of_care"],
      ["clients", "sex gender race ethnicity language veteran"],
      ["referrals", "outcome"],
      [
        "episodes",
        "discharge_reason transfer_to neutral_exit payer referral_source diagnosis_group co_occurring_sud part2"
      ],
      ["sessions", "kind modality attendance"],
      ["assessments", "instrument missing_reason mode language"],
      ["followups", "outcome"]
    ]);
  });

  it("takes a referral or a contact that was declined for an answer, and a characteristic that was for none", () => {
    expect(defaultCodes("clients")).toContain("declined");
    expect(defaultCodes("referrals")).not.toContain("declined");
    expect(defaultCodes("followups")).not.toContain("declined");
  });

  it("hides what few rows hold, and says so", () => {
    const row = {source: "north", file: "episodes", column: "payer", period_type: "all", period: ""} as const;
    const large = {checked: 400, valid: 300, other: 60, default: 40, invalid: 0, missing: 0};
    expect(protectVodim([{...row, ...large}])).toEqual([{...row, ...large, status: "published"}]);
    const few = {checked: 407, valid: 300, other: 60, default: 40, invalid: 7, missing: 0};
    expect(protectVodim([{...row, ...few}])).toEqual([{...row, ...few, invalid: null, status: "suppressed"}]);
    const programs = {...row, file: "programs", column: "population"};
    expect(protectVodim([{...programs, ...few}])).toEqual([{...programs, ...few, status: "published"}]);
  });
});
