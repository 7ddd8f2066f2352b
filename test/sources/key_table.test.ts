import {writeFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {sessions} from "../../src/sources/contract/sessions.ts";
import {findCopies} from "../../src/sources/copies.ts";
import {KeyTable} from "../../src/sources/key_table.ts";
import {Spool} from "../../src/sources/spool.ts";
import {withFolder} from "./ingest_in_test.ts";

describe("keys of a file", () => {
  it("that were met twice are never missed, and others are not suspected", () => {
    fc.assert(
      fc.property(fc.array(fc.string({maxLength: 4}), {maxLength: 60}), (keys) => {
        const table = new KeyTable();
        for (const key of keys) table.add(key);
        const repeated = keys.filter((key, at) => keys.indexOf(key) !== at);
        expect(table.hasSuspects).toBe(repeated.length > 0);
        expect(keys.filter((key) => table.isSuspect(key))).toEqual(keys.filter((key) => repeated.includes(key)));
      })
    );
  });

  it("are all remembered when there are many", () => {
    const table = new KeyTable();
    for (let number = 0; number < 50_000; number++) table.add(`key-${number}`);
    expect(table.hasSuspects).toBe(false);
    table.add("key-49999");
    expect([table.isSuspect("key-49999"), table.isSuspect("key-49998")]).toEqual([true, false]);
  });
});

describe("copies in a file", () => {
  const header = "session_key,episode_key,held_on,kind,scheduled_minutes,attendance,room";
  async function copiesOf(...rows: string[]) {
    const file = {contract: sessions, path: "", place: "d/sessions.csv"};
    const bytes = async function* () {
      yield Buffer.from([header, ...rows].join("\n"));
    };
    return [...(await findCopies(file, bytes))].map(([key, {line, differ}]) => `${key} ${line} ${differ}`);
  }

  it("are found by their key, with the line of the first and whether they differ", async () => {
    expect(await copiesOf("s1,e1,,,,,", "s2,e1,,,,,", "s1,e1,,,,,", "s2,e2,,,,,", "s3,,,,,,")).toEqual([
      "s1 2 false",
      "s2 3 true"
    ]);
  });

  it("are not made by ragged rows, empty keys or columns that no contract knows", async () => {
    expect(await copiesOf("s1,e1,,,,,", "s1,e1", ",e1,,,,,", ",e2,,,,,")).toEqual([]);
    expect(await copiesOf("s1,e1,,,,,a", "s1,e1,,,,,b")).toEqual(["s1 2 false"]);
  });

  it("are told apart by where the text of a cell ends", async () => {
    expect(await copiesOf("s1,a,b,,,,", "s1,ab,,,,,")).toEqual(["s1 2 true"]);
  });
});

describe("text kept aside", () => {
  it("comes back in order, from memory or from disk", async () => {
    await withFolder(async (folder) => {
      const path = join(folder, "not_yet", "spool");
      const spool = new Spool(path);
      const parts = ["a".repeat(3e6), "b".repeat(3e6), "c"];
      for (const part of parts) {
        spool.add(part);
        await spool.settle();
      }
      const pieces: Buffer[] = [];
      for await (const piece of spool.drain()) pieces.push(piece);
      expect(Buffer.concat(pieces).toString() === parts.join("")).toBe(true);
      expect(() => writeFileSync(path, "", {flag: "wx"})).not.toThrow();
    });
  });
});
