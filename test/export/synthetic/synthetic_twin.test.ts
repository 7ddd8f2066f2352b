import {describe, expect, it} from "vitest";
import {checkTables} from "../../../src/export/package/check_tables.ts";
import {drawTwin} from "../../../src/export/synthetic/draw_twin.ts";
import {readInputs} from "../../../src/export/synthetic/read_inputs.ts";
import {syntheticTwin} from "../../../src/export/synthetic/synthetic_twin.ts";
import type {Table, Value} from "../../../src/export/table.ts";
import {Random} from "../../../src/statistics/random.ts";
import {madeField} from "../anonymity/made_table.ts";
import {columnOf, madeExport} from "./made_export.ts";

const real = madeExport(400);
const [episodes, scores] = syntheticTwin(real, {seed: "first"}).tables;
const owners = {person: "person_id", episode: "episode_id"};

const rowsOf = (table: Table | undefined) =>
  (table?.rows ?? []).map((row) => new Map(table?.fields.map(({name}, place) => [name, row[place] ?? null])));

/** Rows of a table by the values of some columns. */
function groupedBy(table: Table | undefined, ...names: readonly string[]) {
  const groups = new Map<string, Map<string, Value>[]>();
  for (const row of rowsOf(table)) {
    const key = names.map((name) => row.get(name)).join(" ");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

describe("a synthetic twin", () => {
  it("has the fields of the export, in their order, with their types, codes and keys, and each says that it is synthetic", () => {
    for (const [index, twin] of [episodes, scores].entries()) {
      expect(twin?.primary_key).toEqual(real[index]?.primary_key);
      expect(twin?.name).toBe(real[index]?.name);
      expect(twin?.grain).toMatch(/^synthetic, no person is in it: /);
      const plain = twin?.fields.map(({derivation: _, ...field}) => field);
      expect(plain).toEqual(real[index]?.fields.map(({derivation: _, ...field}) => field));
      expect(twin?.fields.every(({derivation}) => derivation.startsWith("synthetic: drawn for itself"))).toBe(true);
    }
  });

  it("is a package like any other: types, codes, keys that no two rows share, scores of episodes that are there", () => {
    const attrition = {
      name: "attrition",
      grain: "a step",
      primary_key: ["step"],
      rows: [],
      fields: [madeField("step")]
    };
    expect(() =>
      checkTables(
        [episodes, scores].filter((table) => table !== undefined),
        attrition
      )
    ).not.toThrow();
  });

  it("has no key of the export", () => {
    for (const name of ["person_id", "episode_id"]) {
      const keys = new Set(columnOf(real[0], name));
      expect(columnOf(episodes, name).some((key) => keys.has(key))).toBe(false);
    }
  });

  it("has each declared code, those of few people and of nobody too, and gaps and values where the export has them", () => {
    for (const [index, twin] of [episodes, scores].entries())
      for (const {name, levels} of twin?.fields ?? []) {
        const values = columnOf(twin, name);
        const [had, has] = [columnOf(real[index], name), values].map((own) => [
          own.includes(null),
          own.some((v) => v !== null)
        ]);
        expect([name, ...(has ?? [])]).toEqual([name, ...(had ?? [])]);
        for (const {code} of levels ?? []) expect([name, values.includes(code)]).toEqual([name, true]);
      }
  });

  it("gives a reason where a value is empty, and nowhere else", () => {
    for (const row of rowsOf(episodes))
      for (const name of ["discharge", "baseline", "end"]) {
        const value = row.get(name === "discharge" ? "discharge_day" : name);
        expect([name, row.get(`${name}_missing`) === "given"]).toEqual([name, value !== null]);
      }
    for (const row of rowsOf(scores)) expect(row.get("score_missing") === null).toBe(row.get("score") !== null);
  });

  it("keeps what ends to what has begun: no day of discharge while open, no end without a baseline and a discharge", () => {
    for (const row of rowsOf(episodes)) {
      expect(row.get("discharge_day") === null).toBe(row.get("reason") === "open");
      if (row.get("end") !== null) expect([row.get("discharge_day"), row.get("baseline")]).not.toContain(null);
      expect(row.get("baseline") === null).toBe(row.get("baseline_day") === null);
    }
    const open = new Set(
      rowsOf(episodes)
        .filter((row) => row.get("reason") === "open")
        .map((row) => row.get("episode_id"))
    );
    for (const row of rowsOf(scores))
      expect(row.get("day_after") === null).toBe(open.has(row.get("episode_id") ?? null));
  });

  it("counts and orders the rows of an episode, and asks item 9 of the one instrument that has it", () => {
    const groups = groupedBy(scores, "episode_id", "instrument");
    expect(groups.length).toBeGreaterThan(100);
    for (const rows of groups) {
      expect(rows.map((row) => row.get("number"))).toEqual(rows.map((_, index) => index + 1));
      const days = rows.map((row) => Number(row.get("day")));
      expect(days).toEqual(days.toSorted((a, b) => a - b));
    }
    for (const row of rowsOf(scores))
      expect(row.get("item_9") === null).toBe(row.get("instrument") === "gad7" || row.get("score") === null);
  });

  it("has people who come back, and says of each the same sex every time", () => {
    const people = groupedBy(episodes, "person_id");
    expect(people.some((rows) => rows.length > 1)).toBe(true);
    expect(people.every((rows) => new Set(rows.map((row) => row.get("sex"))).size === 1)).toBe(true);
  });

  it("is the same for the same seed and another one for another", () => {
    expect(syntheticTwin(real, {seed: "first"}).tables[0]).toEqual(episodes);
    expect(syntheticTwin(real, {seed: "second"}).tables[0]?.rows).not.toEqual(episodes?.rows);
  });

  it("has as many rows as were asked for, and else a number that tells nothing", () => {
    expect(syntheticTwin(madeExport(300), {seed: "s"}).tables[0]?.rows.length).toBe(200);
    expect(syntheticTwin(real, {seed: "s", rows: 350}).tables[0]?.rows.length).toBe(350);
  });
});

describe("what a twin can tell", () => {
  const inputs = readInputs(real, owners);
  const drawn = drawTwin(inputs, {seed: "first", rows: 200});

  it("is no more than its inputs: cohorts in which columns go together otherwise have the same twin", () => {
    const [table] = real;
    if (table === undefined) throw new Error("there are episodes");
    const mixed = ["age", "payer", "hours", "completed", "zip3", "year"].reduce(
      (now, name) => mixedUp(now, name),
      table
    );
    expect(mixed.rows).not.toEqual(table.rows);
    const others = [mixed, ...real.slice(1)];
    expect(readInputs(others, owners)).toEqual(inputs);
    expect(drawTwin(readInputs(others, owners), {seed: "first", rows: 200})).toEqual(drawn);
  });

  it("is neither the largest value of anybody nor the code of a few", () => {
    const [table, ...rest] = real;
    if (table === undefined) throw new Error("there are episodes");
    const [hours, reason] = ["hours", "reason"].map((name) => table.fields.findIndex((field) => field.name === name));
    const most = table.rows.findIndex((row) => row[hours ?? 0] === 100);
    const longer = table.rows.map((row, index) => (index === most ? row.with(hours ?? 0, 9000) : row));
    expect(most).toBeGreaterThan(-1);
    expect(readInputs([{...table, rows: longer}, ...rest], owners)).toEqual(inputs);
    const dead = table.rows.filter((row) => row[reason ?? 0] === "death").length;
    expect(dead).toBeGreaterThan(0);
    const jailed = table.rows.map((row) =>
      row[reason ?? 0] === "death" ? row.with(reason ?? 0, "incarcerated") : row
    );
    expect(readInputs([{...table, rows: jailed}, ...rest], owners)).toEqual(inputs);
  });

  it("is no row of the export other than by chance", () => {
    const names = ["year", "age", "sex", "payer", "reason", "discharge_day", "baseline", "end", "completed"];
    const tuples = (table: Table | undefined) =>
      rowsOf(table).map((row) => names.map((name) => row.get(name)).join("|"));
    const own = new Set(tuples(real[0]));
    const strangers = ["a", "b", "c", "d"].map((seed) => new Set(tuples(madeExport(400, seed)[0])));
    expect(own.size).toBeGreaterThan(0.97 * (real[0]?.rows.length ?? 0));
    const twins = Array.from({length: 10}, (_, seed) =>
      tuples(drawTwin(inputs, {seed: `${seed}`, rows: 200})[0])
    ).flat();
    const shared = (cohort: ReadonlySet<string>) => twins.filter((tuple) => cohort.has(tuple)).length;
    const byChance = strangers.reduce((sum, cohort) => sum + shared(cohort), 0) / strangers.length;
    expect(shared(own)).toBeLessThanOrEqual(1.5 * byChance + 3);
    expect(shared(own)).toBeLessThan(0.02 * twins.length);
  });

  it("is not that nobody with a code has a value, unless it is why there is none", () => {
    const rows = Array.from({length: 200}, (_, index) => {
      const payer = index % 10 === 0 ? "medicare" : "commercial";
      return [`p${index}`, `e${index}`, payer, payer === "medicare" || index % 3 === 0 ? null : index];
    });
    const fields = [
      ...["person_id", "episode_id"].map((name) => madeField(name, {sensitivity: "key"})),
      madeField("payer", {codes: ["commercial", "medicare"]}),
      madeField("end", {type: "integer"})
    ];
    const table = {name: "episodes", grain: "an episode", primary_key: ["episode_id"], fields, rows};
    const whereOf = (of: Table) =>
      readInputs([of], owners).tables[0]?.emptiness.find(({columns}) => columns[0] === "end")?.where;
    expect(whereOf(table)).toBeNull();
    const whole = {...table, rows: rows.map((row, index) => row.with(3, row[2] === "medicare" ? null : index))};
    expect(whereOf(whole)?.any_of).toEqual([{table: "episodes", column: "payer", codes: ["medicare"]}]);
  });

  it("is listed: each share stands for 11 people or more, and each number is rounded", () => {
    const {report} = syntheticTwin(real, {seed: "s"});
    expect(report.figures).toEqual({shares: 31, middles: 36, texts: 0, shares_empty: 6});
    expect(JSON.parse(JSON.stringify(report.inputs))).toEqual(report.inputs);
    const people = new Set(columnOf(real[0], "person_id")).size;
    for (const {columns, emptiness} of report.inputs.tables) {
      const shares = [
        ...columns.flatMap(({shape}) => (shape?.kind === "codes" ? shape.codes.map(({share}) => share ?? 0) : [])),
        ...emptiness.map(({share}) => share)
      ];
      for (const share of shares) expect(share === 0 || share * people >= 11).toBe(true);
    }
    expect(report.statement.join(" ")).toContain("So the twin tells nothing that the inputs do not.");
  });

  it("is next to nothing where people are few: declared codes, and that there are gaps", () => {
    const {inputs: few} = syntheticTwin(madeExport(9), {seed: "s"}).report;
    for (const {columns, emptiness} of few.tables) {
      for (const {shape} of columns) {
        if (shape?.kind === "codes") expect(shape.codes.every(({share}) => share === null)).toBe(true);
        if (shape !== null && "middles" in shape) expect(shape.middles).toEqual([]);
        if (shape?.kind === "texts") expect(shape.texts).toEqual([]);
      }
      expect(emptiness.every(({share}) => [0, 0.5, 1].includes(share))).toBe(true);
    }
  });
});

/** The table with the values of one column given to others. */
function mixedUp(table: Table, name: string): Table {
  const random = new Random("mixed", name);
  const place = table.fields.findIndex((field) => field.name === name);
  const values = table.rows.map((row) => ({value: row[place] ?? null, order: random.uniform()}));
  values.sort((a, b) => a.order - b.order);
  return {...table, rows: table.rows.map((row, index) => row.with(place, values[index]?.value ?? null))};
}
