import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {UserError} from "../../../src/errors.ts";
import type {AnonymityOptions} from "../../../src/export/anonymity/options.ts";
import {type ProtectedRows, protectRows} from "../../../src/export/anonymity/protect_rows.ts";
import type {Table, Value} from "../../../src/export/table.ts";
import {madeTable} from "./made_table.ts";
import {fewestAlike, isTold} from "./second_reading.ts";

const quasi = ["age", "sex", "site", "year"];

/** Few codes, some rare, so that some classes are large and some have one person. */
const episode = fc.record({
  person: fc.nat(119),
  age: fc.constantFrom<Value[]>("20-24", "20-24", "20-24", "25-29", "25-29", "60-64", "90+", null),
  sex: fc.constantFrom("female", "female", "male"),
  site: fc.constantFrom("north", "north", "north", "south"),
  year: fc.constantFrom(2024, 2025),
  sud: fc.constantFrom<Value[]>("yes", "no", "no", "no", "unknown", null),
  item_9: fc.constantFrom<Value[]>(0, 0, 0, 1, 2, null)
});

const columns = "person_id episode_id age sex site year sud item_9";

const episodes = fc.array(episode, {minLength: 0, maxLength: 260, size: "max"}).map((rows) =>
  madeTable(
    columns,
    rows.map(({person, ...own}, index) => [`p${person}`, `e${index}`, ...Object.values(own)])
  )
);

const steps = fc.shuffledSubarray([
  {field: "year", to: "2-year"},
  {field: "age", to: "10-year"},
  {field: "age", to: "60+"},
  {field: "site", merge: {anywhere: ["north", "south"]}},
  {field: "sex", to: "none"},
  {field: "person_id", to: "unlinked"},
  {field: "age", to: "none"},
  {field: "item_9", merge: {1: [1, 2, 3]}}
]);

const asked = fc.record({
  k: fc.integer({min: 11, max: 16}),
  generalise: steps,
  suppress_up_to: fc.constantFrom(0, 0.05, 0.1),
  sensitive: fc.constantFrom<NonNullable<AnonymityOptions["sensitive"]>[]>(
    ["sud", "item_9"],
    [
      {field: "sud", values: ["yes"]},
      {field: "item_9", values: [1, 2, 3]}
    ]
  )
});

/** What left, or null. */
function attempt(tables: readonly Table[], options: AnonymityOptions): ProtectedRows | null {
  try {
    return protectRows(tables, options);
  } catch (error) {
    if (error instanceof UserError && error.kind === "disclosure") return null;
    throw error;
  }
}

/** The rows with the persons as they were, for counting people where the link was given up. */
function relinked(table: Table, original: Table): Table {
  const personOf = new Map(original.rows.map((row) => [row[1], row[0] ?? null]));
  return {...table, rows: table.rows.map((row) => row.with(0, personOf.get(row[1]) ?? null))};
}

function harms(options: AnonymityOptions, field: string): readonly Value[] | null {
  const found = options.sensitive?.find((one) => typeof one !== "string" && one.field === field);
  return typeof found === "object" ? found.values : null;
}

describe("whatever the rows", () => {
  it("those that leave have k people alike, or k people behind each set of like episodes, and tell nothing sensitive", () => {
    let left = 0;
    fc.assert(
      fc.property(episodes, asked, (table, options) => {
        const safe = attempt([table], options);
        if (safe === null) return;
        left += 1;
        const [after = table] = safe.tables;
        if (safe.report.classes_of === "persons") {
          expect(fewestAlike(after, quasi)).toBeGreaterThanOrEqual(options.k);
          expect(safe.report.k.reached ?? Number.POSITIVE_INFINITY).toBe(fewestAlike(after, quasi));
          for (const column of ["sud", "item_9"])
            expect(isTold(after, quasi, column, harms(options, column) ?? null)).toBe(false);
        } else expect(fewestPersons(after, relinked(after, table))).toBeGreaterThanOrEqual(options.k);
      }),
      {numRuns: 100}
    );
    expect(left).toBeGreaterThan(10);
  });

  it("no more than the declared share is missing, and no row is new", () => {
    fc.assert(
      fc.property(episodes, asked, (table, options) => {
        const after = attempt([table], options)?.tables[0];
        if (after === undefined) return;
        const before = new Set(table.rows.map(([, id]) => id));
        expect(after.rows.every(([, id]) => before.has(id))).toBe(true);
        const people = (rows: Table["rows"]) => new Set(rows.map(([person]) => person)).size;
        if (after.rows.some(([person, id]) => person === id)) return;
        expect(people(after.rows)).toBeGreaterThanOrEqual((1 - options.suppress_up_to) * people(table.rows) - 1e-9);
      }),
      {numRuns: 40}
    );
  });

  it("the order of rows and of tables changes nothing but the order", () => {
    fc.assert(
      fc.property(episodes, asked, fc.nat(1000), (table, options, turn) => {
        const at = table.rows.length === 0 ? 0 : turn % table.rows.length;
        const turned = {...table, rows: [...table.rows.slice(at), ...table.rows.slice(0, at)].toReversed()};
        const [one, other] = [attempt([table], options), attempt([turned], options)];
        expect(one?.report).toEqual(other?.report);
        const sorted = (rows: Table["rows"] = []) => rows.map((row) => JSON.stringify(row)).sort();
        expect(sorted(one?.tables[0]?.rows)).toEqual(sorted(other?.tables[0]?.rows));
      }),
      {numRuns: 40}
    );
  });

  it("a second table of scores that repeats all, some or none of the quasi-identifiers changes nothing of who may leave", () => {
    fc.assert(
      fc.property(episodes, asked, fc.constantFrom(0, 1, 4), (table, options, repeats) => {
        const scores = scoresOf(table, repeats);
        const [alone, both] = [attempt([table], options), attempt([table, scores], options)];
        expect(both?.tables[0]).toEqual(alone?.tables[0]);
        const ids = (own: Table | undefined, place: number) => new Set(own?.rows.map((row) => row[place]));
        const [kept, ofScores] = [ids(both?.tables[0], 1), ids(both?.tables[1], 1)];
        expect([...ofScores].every((id) => kept.has(id))).toBe(true);
      }),
      {numRuns: 60}
    );
  });
});

/** Two scores of every second episode, with so many of the quasi-identifiers beside them. */
function scoresOf(table: Table, repeats: number): Table {
  const rows = table.rows.filter((_, index) => index % 2 === 0);
  const long = rows.flatMap(([person = null, id = null, ...values]) =>
    [0, 7].map((day) => [person, id, ...values.slice(0, repeats), day, 10])
  );
  const names = ["person_id", "episode_id", ...quasi.slice(0, repeats), "day", "score"].join(" ");
  return madeTable(names, long, {name: "scores", primary_key: ["episode_id", "day"]});
}

/** Fewest people behind a set of like episodes, of the rows as they left and as they were linked before. */
function fewestPersons(after: Table, linked: Table): number {
  const behind = new Map<string, Set<Value>>();
  for (const [index, row] of after.rows.entries()) {
    const own = JSON.stringify(row.slice(2, 6));
    behind.set(own, (behind.get(own) ?? new Set()).add(linked.rows[index]?.[0] ?? null));
  }
  return Math.min(...[...behind.values()].map(({size}) => size));
}
