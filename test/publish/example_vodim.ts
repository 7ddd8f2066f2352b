import {beforeAll, describe, expect, it} from "vitest";
import {contracts} from "../../src/sources/contract/index.ts";
import {demoRun} from "../pipeline/demo_run.ts";
import {openCopyOf} from "../warehouses.ts";
import type {ExampleRelease} from "./example_release.ts";

type Row = Readonly<Record<string, string | null>>;

const days: Readonly<Record<string, string>> = {
  ...{referrals: "received_on", episodes: "admitted_on", sessions: "held_on"},
  ...{assessments: "assessed_on", followups: "contacted_on"}
};

/** What a cell is, read from what the handbook says. */
function statusOf(file: string, cell: string | null): string {
  if (cell === null) return "missing";
  const codes = cell.split(";");
  const saysNothing = (code: string) => code === "unknown" || (file === "clients" && code === "declined");
  if (codes.every(saysNothing)) return "default";
  return codes.every((code) => code === "other" || saysNothing(code)) ? "other" : "valid";
}

/** Tests that vodim.csv tells in tens, or hides, what a plain count over all rows finds. */
export function testVodim(exampleOf: () => ExampleRelease): void {
  describe("what the coded columns of the example hold", () => {
    const found = new Map<string, number>();
    const add = (...key: string[]) => found.set(key.join("|"), (found.get(key.join("|")) ?? 0) + 1);
    beforeAll(async () => {
      const {warehouse, dispose} = await openCopyOf((await demoRun()).database);
      for (const {file, table} of contracts) {
        const told = exampleOf()
          .table("vodim")
          .filter((row) => row.file === file && row.period === "");
        const columns = [...told.map(({column}) => `"${column}"`), ...(days[file] === undefined ? [] : [days[file]])];
        const rows = await warehouse.query<Row>(
          `select ${columns.join(", ")} from record.${table} where superseded_on is null`
        );
        for (const {column} of told)
          for (const row of rows) {
            const year = row[days[file] ?? ""]?.slice(0, 4);
            for (const period of year === undefined ? [""] : ["", year])
              for (const name of ["checked", statusOf(file, row[column ?? ""] ?? null)])
                add(file, column ?? "", period, name);
          }
      }
      const quarantined = await warehouse.query<Row>(
        "select file, column_name from record.quarantine where superseded_on is null"
      );
      for (const {file, column_name} of quarantined)
        for (const name of ["checked", "invalid"]) add(file ?? "", column_name ?? "", "", name);
      await dispose();
    }, 120_000);

    it("is told in tens, or hidden, and never a count of 1 to 10", () => {
      const rows = exampleOf()
        .table("vodim")
        .filter(({file}) => file !== "programs");
      let [shown, hidden] = [0, 0];
      for (const row of rows)
        for (const name of ["checked", "valid", "other", "default", "invalid", "missing"]) {
          if (name === "invalid" && row.period !== "") continue;
          const count = found.get([row.file, row.column, row.period, name].join("|")) ?? 0;
          const told = row[name] === "" ? null : Number(row[name]);
          const place = `${row.file} ${row.column} ${row.period} ${name}`;
          expect(count >= 1 && count <= 10 ? [null] : [null, 10 * Math.ceil(count / 10)], place).toContain(told);
          if (told === null) hidden += 1;
          else shown += 1;
        }
      for (const row of exampleOf().table("vodim")) if (row.file === "programs") expect(row.checked).toBe("3");
      expect(shown).toBeGreaterThan(3 * hidden);
      expect(hidden).toBeGreaterThan(10);
    });
  });
}
