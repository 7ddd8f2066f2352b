import {execFileSync, spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {syntheticTwin} from "../../../src/export/synthetic/synthetic_twin.ts";
import type {Table} from "../../../src/export/table.ts";
import {columnOf, madeExport} from "./made_export.ts";

const real = madeExport(400);
const twin = syntheticTwin(real, {seed: "code"}).tables;
const hasR = spawnSync("Rscript", ["--version"]).status === 0;

/** A researcher's table: of each age band, how many episodes ended, the days, and the mean fall of the score. */
function endsByAge([episodes]: readonly Table[]) {
  const [age, day, before, after] = ["age", "discharge_day", "baseline", "end"].map((name) => columnOf(episodes, name));
  const bands = episodes?.fields.find(({name}) => name === "age")?.levels?.map(({code}) => code) ?? [];
  return bands.map((band) => {
    const rows = (age ?? []).flatMap((own, row) => (own === band ? [row] : []));
    const ended = rows.filter((row) => day?.[row] !== null);
    const falls = rows.flatMap((row) => {
      const [from, to] = [before?.[row] ?? null, after?.[row] ?? null];
      return from === null || to === null ? [] : [Number(from) - Number(to)];
    });
    const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
    return {age: band, ended: ended.length, days: mean(ended.map((row) => Number(day?.[row]))), fall: mean(falls)};
  });
}

it("code written against a twin makes the same table of the export, with other figures in it", () => {
  const [ofTwin, ofReal] = [endsByAge(twin), endsByAge(real)];
  expect(ofReal.map(({age}) => age)).toEqual(ofTwin.map(({age}) => age));
  for (const row of [...ofTwin, ...ofReal]) for (const value of Object.values(row)) expect(value).not.toBeNaN();
  expect(ofReal).not.toEqual(ofTwin);
});

it.skipIf(!hasR)("a script in R that was written against a twin runs unchanged on the export", () => {
  const [ofTwin, ofReal] = [twin, real].map(runInR);
  const labels = (lines: readonly string[] = []) => lines.map((line) => line.split(",").slice(0, 2).join(" "));
  expect(labels(ofTwin)).toEqual(labels(ofReal));
  expect(ofReal).toHaveLength(11);
  expect([...(ofTwin ?? []), ...(ofReal ?? [])].filter((line) => line.endsWith(",NA"))).toEqual([]);
  expect(ofReal).not.toEqual(ofTwin);
});

/** Lines that the script prints of tables written as CSV. */
function runInR(tables: readonly Table[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "twin-"));
  try {
    for (const {name, fields, rows} of tables) {
      const lines = [fields.map((field) => field.name), ...rows].map((row) =>
        row.map((value) => value ?? "").join(",")
      );
      writeFileSync(join(folder, `${name}.csv`), `${lines.join("\n")}\n`);
    }
    const script = join(import.meta.dirname, "analysis.R");
    return execFileSync("Rscript", ["--vanilla", script, folder], {encoding: "utf8"}).trim().split("\n");
  } finally {
    rmSync(folder, {recursive: true});
  }
}
