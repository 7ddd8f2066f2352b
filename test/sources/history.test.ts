import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, expect, it} from "vitest";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {forEachWarehouse, type TestWarehouse} from "../warehouses.ts";
import {dumpRecord, emptyRecord, ingestFolder, withFolder} from "./ingest_in_test.ts";
import {type Folded, foldPlainly, type PlainDelivery} from "./plain_fold.ts";

const key = fc.constantFrom("c1", "c2", "c3", "c4", "");
const year = fc.constantFrom("1990", "1990", "1991", "", "soon");
const statement = fc.tuple(key, year, fc.constantFrom("", "123")).map((cells) => [...cells, ""]);
const deletion = key.map((deleted) => [deleted, "", "", "1"]);
const ragged = fc.oneof(
  key.map((short) => [short]),
  key.map((long) => [long, "1990", "", "", ""])
);
const rows = fc.array(fc.oneof({weight: 6, arbitrary: statement}, {weight: 2, arbitrary: deletion}, ragged), {
  maxLength: 6
});
const delta = rows.map((given) => ({
  mode: "delta" as const,
  header: ["client_key", "birth_year", "zip3", "_delete"],
  rows: given
}));
const full = fc.array(fc.oneof({weight: 6, arbitrary: fc.tuple(key, year)}, ragged), {maxLength: 6}).map((given) => ({
  mode: "full" as const,
  header: ["client_key", "birth_year"],
  rows: given
}));

const places = ["2026-01-31 0", "2026-01-31 7", "2026-02-28 0", "2026-03-31 0", "2026-04-30 1"];
const delivery = fc.record({
  source: fc.constantFrom("north", "north", "south"),
  place: fc.constantFrom(...places),
  content: fc.oneof(delta, full)
});

/** Deliveries of two sources, each in a place of its own. */
const deliveries = fc
  .uniqueArray(delivery, {minLength: 1, maxLength: 7, selector: ({source, place}) => `${source} ${place}`})
  .map((drawn) =>
    drawn.map(({source, place, content}): PlainDelivery => {
      const [delivered_on = "", sequence] = place.split(" ");
      return {source, delivered_on, sequence: Number(sequence), ...content};
    })
  );

/** The same deliveries in order of history, and cut into runs of ingest in a random order. */
const arrivals = deliveries
  .chain((drawn) =>
    fc.tuple(
      fc.shuffledSubarray(drawn, {minLength: drawn.length}),
      fc.array(fc.boolean(), {minLength: drawn.length, maxLength: drawn.length})
    )
  )
  .map(([shuffled, ends]) => ({
    inOrder: [...shuffled].sort((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1)),
    runs: shuffled.reduce<PlainDelivery[][]>((runs, next, index) => {
      const last = runs.at(-1);
      if (last === undefined || ends[index]) runs.push([next]);
      else last.push(next);
      return runs;
    }, [])
  }));

function placeOf({delivered_on, sequence}: PlainDelivery): string {
  return `${delivered_on} ${sequence}`;
}

forEachWarehouse((open) => {
  let opened: TestWarehouse;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.dispose());

  it("the record is the plain fold of the deliveries, in whatever order they arrive", async () => {
    const {warehouse} = opened;
    await fc.assert(
      fc.asyncProperty(arrivals, async ({inOrder, runs}) => {
        const expected = await recordAfter(warehouse, [inOrder]);
        for (const source of new Set(inOrder.map((given) => given.source)))
          expect(await readHistory(warehouse, source)).toEqual(
            plainHistory(foldPlainly(inOrder.filter((given) => given.source === source)))
          );
        expect(await recordAfter(warehouse, runs)).toEqual(expected);
      }),
      {numRuns: warehouse.kind === "server" ? 30 : 10}
    );
  });
});

async function recordAfter(warehouse: Warehouse, runs: readonly (readonly PlainDelivery[])[]) {
  await emptyRecord(warehouse);
  await withFolder(async (folder) => {
    for (const run of runs) {
      for (const given of run) writeDelivery(join(folder, "deliveries"), given);
      const report = await ingestFolder(warehouse, join(folder, "deliveries"), join(folder, "archive"), {
        allowShrink: true
      });
      expect(report.refused).toEqual([]);
    }
  });
  return dumpRecord(warehouse);
}

function writeDelivery(folder: string, {source, delivered_on, sequence, mode, header, rows}: PlainDelivery): void {
  const path = join(folder, `${source}-${delivered_on}-${sequence}`);
  mkdirSync(path, {recursive: true});
  const about = {format: "plumbline-delivery", version: 1, source, delivered_on, sequence, mode};
  writeFileSync(join(path, "delivery.json"), JSON.stringify(about));
  // a row of one empty cell would be an empty line
  const lines = [header, ...rows].map((cells) => (cells.join(",") === "" ? '""' : cells.join(",")));
  writeFileSync(join(path, "clients.csv"), `${lines.join("\n")}\n`);
}

async function readHistory(warehouse: Warehouse, source: string) {
  const read = (statement: string) =>
    warehouse.query<{row: string}>(statement, [source]).then((found) => found.map(({row}) => row));
  return {
    versions: await read(
      `select concat_ws('|', client_key, coalesce(birth_year::text, ''), coalesce(zip3, ''), stated_on || ' ' || sequence, line,
         coalesce(superseded_on || ' ' || superseded_sequence, '-')) as row
       from record.client where source = $1 order by 1`
    ),
    quarantine: await read(
      `select concat_ws('|', coalesce(row_key, '-'), code, stated_on || ' ' || sequence, line,
         coalesce(superseded_on || ' ' || superseded_sequence, '-')) as row
       from record.quarantine where source = $1 order by 1`
    ),
    counts: await read(
      `select concat_ws(' ', delivered_on, sequence, read, accepted, corrected, unchanged, deleted, quarantined, withdrawn) as row
       from record.delivery_file where source = $1 order by 1`
    )
  };
}

function plainHistory({versions, quarantine, counts}: Folded) {
  return {
    versions: versions
      .map(({key, cells, from, line, to}) => [key, ...JSON.parse(cells), from, line, to ?? "-"].join("|"))
      .sort(),
    quarantine: quarantine
      .map(({key, code, from, line, to}) => [key ?? "-", code, from, line, to ?? "-"].join("|"))
      .sort(),
    counts: Object.entries(counts)
      .map(([place, tally]) => `${place} ${tally}`)
      .sort()
  };
}
