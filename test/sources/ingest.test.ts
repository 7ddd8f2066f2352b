import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync, gzipSync} from "node:zlib";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {restoreRecord} from "../../src/sources/restore_record.ts";
import {surveyDeliveries} from "../../src/sources/survey.ts";
import {forEachWarehouse, type TestWarehouse} from "../warehouses.ts";
import {type Choices, dumpRecord, emptyRecord, ingestFolder, withFolder} from "./ingest_in_test.ts";

/** A deliveries folder with its archive, and what is done with them. */
interface Desk {
  readonly deliveries: string;
  readonly archive: string;
  write(folder: string, header: object, files?: Readonly<Record<string, string | Buffer>>): void;
  ingest(choices?: Choices): Promise<{loaded: string[]; already: string[]; refused: string[]}>;
}

const columns = "client_key,birth_year";
const clients = (...rows: string[]) => `${[columns, ...rows].join("\n")}\n`;
const many = (count: number) => clients(...Array.from({length: count}, (_, number) => `c${number},`));

function deskIn(folder: string, warehouse: Warehouse): Desk {
  const deliveries = join(folder, "deliveries");
  const archive = join(folder, "archive");
  mkdirSync(deliveries);
  return {
    deliveries,
    archive,
    write(name, header, files = {}) {
      mkdirSync(join(deliveries, name), {recursive: true});
      const about = {
        format: "plumbline-delivery",
        version: 1,
        source: "clinic",
        delivered_on: "2026-03-31",
        mode: "delta",
        ...header
      };
      for (const [file, content] of Object.entries({"delivery.json": JSON.stringify(about), ...files}))
        writeFileSync(join(deliveries, name, file), content);
    },
    async ingest(choices) {
      const report = await ingestFolder(warehouse, deliveries, archive, choices);
      const withOutcome = (outcome: string) =>
        report.deliveries.filter((one) => one.outcome === outcome).map((one) => one.folder);
      const refused = report.refused.map((one) => `${one.folder} ${one.code}`);
      return {loaded: withOutcome("loaded"), already: withOutcome("already_loaded"), refused};
    }
  };
}

function allFiles(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder, {recursive: true}).map(String).sort() : [];
}

forEachWarehouse((open) => {
  let opened: TestWarehouse;
  let warehouse: Warehouse;
  beforeAll(async () => {
    opened = await open();
    warehouse = opened.warehouse;
  });
  beforeEach(() => emptyRecord(warehouse));
  afterAll(() => opened.dispose());
  const atDesk = (work: (desk: Desk) => Promise<void>) => withFolder((folder) => work(deskIn(folder, warehouse)));

  describe("a delivery that was loaded", () => {
    it("is passed over when it lies there again, under another name and compressed", () =>
      atDesk(async (desk) => {
        desk.write("a", {}, {"clients.csv": clients("c1,1990")});
        expect(await desk.ingest()).toEqual({loaded: ["a"], already: [], refused: []});
        const before = await dumpRecord(warehouse);
        renameSync(join(desk.deliveries, "a"), join(desk.deliveries, "b"));
        rmSync(join(desk.deliveries, "b", "clients.csv"));
        writeFileSync(join(desk.deliveries, "b", "clients.csv.gz"), gzipSync(clients("c1,1990")));
        expect(await desk.ingest()).toEqual({loaded: [], already: ["b"], refused: []});
        expect(await dumpRecord(warehouse)).toEqual(before);
      }));

    it("keeps its place: another content there is refused", () =>
      atDesk(async (desk) => {
        desk.write("a", {}, {"clients.csv": clients("c1,1990")});
        await desk.ingest();
        const before = await dumpRecord(warehouse);
        desk.write("b", {}, {"clients.csv": clients("c1,1991")});
        desk.write("c", {mode: "full"}, {"clients.csv": clients("c1,1990")});
        desk.write("d", {counts: {clients: 1}}, {"clients.csv": clients("c1,1990")});
        expect(await desk.ingest()).toEqual({
          loaded: [],
          already: ["a"],
          refused: ["b same_place", "c same_place", "d same_place"]
        });
        expect(await dumpRecord(warehouse)).toEqual(before);
      }));

    it("is not judged again by other rules, not even when it is loaded again behind a late one", () =>
      atDesk(async (desk) => {
        desk.write("b", {delivered_on: "2026-03-02"}, {"clients.csv": "client_key,room\nc1,r1\n"});
        desk.write("c", {delivered_on: "2026-03-03", mode: "full"}, {"clients.csv": clients("c1,")});
        expect((await desk.ingest({unknown_columns: {clients: "ignore"}})).loaded).toEqual(["b", "c"]);
        desk.write("a", {delivered_on: "2026-03-01"}, {"clients.csv": many(9)});
        expect(await desk.ingest()).toEqual({loaded: ["a"], already: ["b", "c"], refused: []});
        const [counts] = await warehouse.query(
          "select withdrawn from record.delivery_file where delivered_on = '2026-03-03'"
        );
        expect(counts).toEqual({withdrawn: 8});
      }));
  });

  describe("a late delivery", () => {
    it("is judged by the half-size rule at its own place, by what is known now", () =>
      atDesk(async (desk) => {
        desk.write("a", {delivered_on: "2026-03-01"}, {"clients.csv": many(4)});
        desk.write("d", {delivered_on: "2026-03-04"}, {"clients.csv": many(40)});
        await desk.ingest();
        desk.write("b", {delivered_on: "2026-03-02", mode: "full"}, {"clients.csv": many(1)});
        desk.write("c", {delivered_on: "2026-03-03", mode: "full"}, {"clients.csv": many(2)});
        expect(await desk.ingest()).toEqual({loaded: ["c"], already: ["a", "d"], refused: ["b half_size"]});
        desk.write("e", {delivered_on: "2026-03-05", mode: "full"}, {"clients.csv": many(19)});
        expect((await desk.ingest()).refused).toEqual(["b half_size", "e half_size"]);
      }));

    it("is refused after another late one took its rows away", () =>
      atDesk(async (desk) => {
        desk.write("d", {delivered_on: "2026-03-04"}, {"clients.csv": many(1)});
        await desk.ingest();
        desk.write("a", {delivered_on: "2026-03-01"}, {"clients.csv": many(10)});
        desk.write("b", {delivered_on: "2026-03-02", mode: "full"}, {"clients.csv": many(4)});
        desk.write("c", {delivered_on: "2026-03-03", mode: "full"}, {"clients.csv": many(5)});
        expect(await desk.ingest()).toEqual({loaded: ["a", "c"], already: ["d"], refused: ["b half_size"]});
      }));

    it("stops the run when the archive lost what must be loaded again, and changes nothing", () =>
      atDesk(async (desk) => {
        desk.write("b", {delivered_on: "2026-03-02"}, {"clients.csv": clients("c1,1990")});
        await desk.ingest();
        const before = await dumpRecord(warehouse);
        desk.write("a", {delivered_on: "2026-03-01"}, {"clients.csv": clients("c1,1991")});
        const [kept = ""] = readdirSync(join(desk.archive, "clinic"));
        writeFileSync(join(desk.archive, "clinic", kept, "clients.csv.gz"), gzipSync(clients("c1,1980")));
        await expect(desk.ingest()).rejects.toMatchObject({
          kind: "unreachable",
          message: expect.stringContaining("expected the bytes that were accepted")
        });
        rmSync(join(desk.archive, "clinic", kept), {recursive: true});
        await expect(desk.ingest()).rejects.toMatchObject({kind: "unreachable"});
        expect(await dumpRecord(warehouse)).toEqual(before);
        expect(allFiles(desk.archive)).toEqual(["clinic"]);
      }));
  });

  describe("a run that ends in the middle", () => {
    const stopAt = (file: string): Choices => ({
      onProgress: (progress) => {
        if (progress.step === "load" && progress.file === file) throw new Error("stopped");
      }
    });

    it("leaves the record and the archive as they were, and the next one loads all", () =>
      atDesk(async (desk) => {
        const followups = "followup_key,episode_key,contacted_on,outcome\nf1,e1,2026-03-01,reached\n";
        desk.write("b", {delivered_on: "2026-03-02"}, {"clients.csv": clients("c1,1990"), "followups.csv": followups});
        await expect(desk.ingest(stopAt("followups"))).rejects.toThrow("stopped");
        expect(Object.values(await dumpRecord(warehouse)).flat()).toEqual([]);
        expect(allFiles(desk.archive)).toEqual(["clinic"]);
        await desk.ingest();
        const before = await dumpRecord(warehouse);
        desk.write("a", {delivered_on: "2026-03-01"}, {"clients.csv": clients("c1,1991")});
        await expect(desk.ingest(stopAt("followups"))).rejects.toThrow("stopped");
        expect(await dumpRecord(warehouse)).toEqual(before);
        expect((await desk.ingest()).loaded).toEqual(["a"]);
      }));

    it("leaves copies that the next one removes", () =>
      atDesk(async (desk) => {
        mkdirSync(join(desk.archive, ".incoming", "0"), {recursive: true});
        writeFileSync(join(desk.archive, ".incoming", "0", "clients.csv.gz"), "half");
        desk.write("a", {}, {"clients.csv": clients("c1,1990")});
        expect((await desk.ingest()).loaded).toEqual(["a"]);
        expect(readdirSync(desk.archive)).toEqual(["clinic"]);
      }));
  });

  it("keeps each accepted delivery, as the same bytes however it came", () =>
    atDesk(async (desk) => {
      desk.write("a", {}, {"clients.csv": clients("c1,1990")});
      desk.write("refused", {delivered_on: "2026-04-01", counts: {clients: 2}}, {"clients.csv": clients("c1,1990")});
      await desk.ingest();
      const [{archive: name = ""} = {}] = await warehouse.query<{archive: string}>(
        "select archive from record.delivery"
      );
      expect(name).toMatch(/^clinic\/2026-03-31-0-[0-9a-f]{12}$/);
      expect(allFiles(desk.archive)).toEqual(["clinic", name, `${name}/clients.csv.gz`, `${name}/delivery.json`]);
      const kept = readFileSync(join(desk.archive, name, "clients.csv.gz"));
      expect(gunzipSync(kept).toString()).toBe(clients("c1,1990"));
      rmSync(desk.archive, {recursive: true});
      await emptyRecord(warehouse);
      rmSync(join(desk.deliveries, "a", "clients.csv"));
      writeFileSync(join(desk.deliveries, "a", "clients.csv.gz"), gzipSync(clients("c1,1990"), {level: 9}));
      await desk.ingest();
      expect(readFileSync(join(desk.archive, name, "clients.csv.gz")).equals(kept)).toBe(true);
    }));

  it("keeps nothing of a delivery that it refused beside another", () =>
    atDesk(async (desk) => {
      const followups = "followup_key,episode_key,contacted_on,outcome\nf1,e1,2026-03-01,reached\n";
      desk.write("a", {counts: {clients: 5}}, {"clients.csv": clients("c1,1990"), "followups.csv": followups});
      desk.write("b", {}, {"clients.csv": clients("c1,1990")});
      expect((await desk.ingest()).loaded).toEqual(["b"]);
      const [source = "", name, ...files] = allFiles(desk.archive);
      expect([source, files]).toEqual(["clinic", [`${name}/clients.csv.gz`, `${name}/delivery.json`]]);
    }));

  it("restores a lost record from its archive, whatever the sources are called", () =>
    atDesk(async (desk) => {
      const sources = ["north", "North", "../north", 'Nørd / "süd"\t\\', "😀".repeat(50)];
      for (const [number, source] of sources.entries())
        desk.write(`d${number}`, {source}, {"clients.csv": clients("c1,1990")});
      desk.write("next", {source: "north", delivered_on: "2026-04-01", mode: "full"}, {"clients.csv": clients("c2,")});
      desk.write("last", {source: "north", delivered_on: "2026-05-01"}, {"clients.csv": clients("c1,")});
      expect((await desk.ingest()).refused).toEqual([]);
      const before = await dumpRecord(warehouse);
      const restore = () =>
        restoreRecord({warehouse, archive: desk.archive, allowShrink: false, onProgress: () => undefined});
      expect(await restore()).toBe(0);
      await emptyRecord(warehouse);
      expect(await restore()).toBe(7);
      expect(await dumpRecord(warehouse)).toEqual(before);
    }));

  it("can be foreseen without touching anything", () =>
    atDesk(async (desk) => {
      desk.write("a", {delivered_on: "2026-03-01"}, {"clients.csv": clients("c1,1990", "c2,")});
      await desk.ingest();
      const before = [await dumpRecord(warehouse), allFiles(desk.archive)];
      desk.write("b", {delivered_on: "2026-03-02"}, {"clients.csv": clients("c1,1991")});
      desk.write("c", {delivered_on: "2026-03-02"}, {"clients.csv": clients("c1,1991")});
      desk.write("d", {delivered_on: "2026-03-03"}, {"clients.csv": "client_key,client_key\n"});
      const looking = {
        warehouse,
        deliveries: desk.deliveries,
        archive: null,
        unknown_columns: {},
        onProgress: () => undefined
      };
      const {loaded, fresh, twins, refused} = await surveyDeliveries(looking);
      expect([loaded, fresh, twins, refused].map((found) => found.map(({folder}) => folder))).toEqual([
        ["a"],
        ["b"],
        ["c"],
        ["d"]
      ]);
      expect(fresh[0]?.files).toMatchObject([{file: "clients", read: 1}]);
      expect([await dumpRecord(warehouse), allFiles(desk.archive)]).toEqual(before);
    }));

  it("lists refusals as of the last run", () =>
    atDesk(async (desk) => {
      desk.write("a", {}, {"clients.csv": "birth_year\n1990\n"});
      const refusalsNow = () =>
        warehouse.query<{folder: string; source: string; code: string}>(
          "select folder, source, code from record.refusal"
        );
      await desk.ingest();
      expect(await refusalsNow()).toEqual([{folder: "a", source: "clinic", code: "missing_column"}]);
      desk.write("a", {}, {"clients.csv": clients("c1,1990")});
      expect((await desk.ingest()).loaded).toEqual(["a"]);
      expect(await refusalsNow()).toEqual([]);
    }));

  it("refuses every folder with the content that the half-size rule refuses", () =>
    atDesk(async (desk) => {
      desk.write("a", {delivered_on: "2026-03-01"}, {"clients.csv": many(10)});
      desk.write("b", {mode: "full"}, {"clients.csv": many(2)});
      desk.write("c", {mode: "full"}, {"clients.csv": many(2)});
      expect(await desk.ingest()).toEqual({loaded: ["a"], already: [], refused: ["b half_size", "c half_size"]});
    }));

  it("gives the columns that it ignored and how far it is", () =>
    atDesk(async (desk) => {
      desk.write("a", {}, {"clients.csv": "client_key,room,_problem,_hint\nc1,r1,,\n"});
      const steps: string[] = [];
      const report = await ingestFolder(warehouse, desk.deliveries, desk.archive, {
        unknown_columns: {clients: "ignore"},
        onProgress: ({step, file, rows}) => steps.push(`${step} ${file} ${rows}`)
      });
      expect(report.deliveries.map(({ignored_columns}) => ignored_columns)).toEqual([{clients: ["room"]}]);
      expect(new Set(steps)).toEqual(new Set(["read clients 1", "load clients 1"]));
    }));

  it("asks for a folder that is there", () =>
    atDesk(async (desk) => {
      rmSync(desk.deliveries, {recursive: true});
      await expect(desk.ingest()).rejects.toMatchObject({kind: "usage"});
    }));
});
