import {spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {machine} from "../../pipelines/machine.ts";
import {appendEntry} from "../../src/ledger/append_entry.ts";
import {headFile} from "../../src/ledger/head.ts";
import {readLedger} from "../../src/ledger/read_ledger.ts";
import {at, type Exports, entryOf, exportOne, openExports} from "./example_ledger.ts";

let exports: Exports;
beforeEach(() => {
  exports = openExports();
});
afterEach(() => exports.dispose());

const append = (n: number) => appendEntry(exports.ledger, entryOf(n), {at, machine});

describe("the ledger of exports", () => {
  it("says of each export who asked, why, on what basis, what was in it and what it followed", async () => {
    const {line: first} = await append(1);
    const {line: second} = await append(2);
    expect(first).toMatchObject({...entryOf(1), sequence: 1, previous: "0".repeat(64), at});
    expect(second).toMatchObject({...entryOf(2), sequence: 2, previous: first.hash});
    const {lines, difference} = await readLedger(exports.ledger);
    expect({lines, difference}).toEqual({lines: [first, second], difference: null});
  });

  it("holds one chain after 30 exports that were written at once", async () => {
    const appended = await Promise.all(Array.from({length: 30}, (_, n) => append(n + 1)));
    expect(new Set(appended.map(({receipt}) => receipt.sequence)).size).toBe(30);
    const {lines, difference} = await readLedger(exports.ledger);
    expect({entries: lines.length, difference}).toEqual({entries: 30, difference: null});
  });

  it("refuses an export of persons without a basis, or without a k", async () => {
    for (const missing of [{basis: null}, {k: null}])
      await expect(appendEntry(exports.ledger, {...entryOf(1), ...missing}, {at, machine})).rejects.toThrow(
        "expected a basis and k for an export of persons"
      );
    const twin = {...entryOf(1), basis: null, k: null, synthetic: true};
    expect((await appendEntry(exports.ledger, twin, {at, machine})).line.sequence).toBe(1);
  });

  it("takes no entry after one that was edited, and says where", async () => {
    await append(1);
    await append(2);
    writeFileSync(exports.ledger, readFileSync(exports.ledger, "utf8").replace('"rows":241', '"rows":141'));
    await expect(append(3)).rejects.toMatchObject({
      kind: "failed_check",
      message: "ledger.jsonl:1: expected the hash of what the entry says, found another; nothing was exported"
    });
  });

  it("goes on after an append that was cut off anywhere, and puts half a line aside", async () => {
    await append(1);
    const before = readFileSync(exports.ledger);
    const head = JSON.parse(readFileSync(headFile(exports.ledger), "utf8"));
    await append(2);
    const after = readFileSync(exports.ledger);
    const hash = JSON.parse(after.subarray(before.length).toString()).hash;
    for (let end = before.length; end <= after.length; end += 97) {
      const torn = end - before.length;
      writeFileSync(exports.ledger, after.subarray(0, end));
      writeFileSync(headFile(exports.ledger), `${JSON.stringify({hash: head.hash, next: hash, sequence: 1})}\n`);
      const found = await readLedger(exports.ledger);
      expect(found).toMatchObject({torn_bytes: torn, is_unfinished: true, difference: null});
      const {line, set_aside} = await append(3);
      expect(line.sequence).toBe(2);
      expect(set_aside === null ? null : basename(set_aside)).toBe(torn === 0 ? null : "ledger.torn-2");
      if (set_aside !== null) expect(readFileSync(set_aside)).toEqual(after.subarray(before.length, end));
      expect(await readLedger(exports.ledger)).toMatchObject({torn_bytes: 0, is_unfinished: false, difference: null});
    }
  });

  it("keeps a whole line that an append was cut off after", async () => {
    await append(1);
    const head = readFileSync(headFile(exports.ledger), "utf8");
    const {line} = await append(2);
    writeFileSync(headFile(exports.ledger), head.replace('"next":null', `"next":"${line.hash}"`));
    expect(await readLedger(exports.ledger)).toMatchObject({is_unfinished: true, difference: null});
    expect((await append(3)).line).toMatchObject({sequence: 3, previous: line.hash});
  });

  it("loses no entry that was told to be written, nor forks, while 8 processes that write it are killed", async () => {
    const told: string[] = [];
    const one = async (n: number) => {
      const words = [join(import.meta.dirname, "append_in_loop.ts"), exports.ledger, `process ${n}`];
      const child = spawn(process.execPath, words, {stdio: ["ignore", "pipe", "inherit"]});
      let said = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
      await once(child.stdout, "data");
      await wait(11 * n);
      child.kill("SIGKILL");
      await once(child, "close");
      told.push(...said.split("\n").filter((line) => /^\d+ [0-9a-f]{64}$/.test(line)));
    };
    const four = async (from: number) => {
      for (let n = from; n <= 8; n += 2) await one(n);
    };
    await Promise.all([four(1), four(2)]);
    await exportOne(exports, 1);
    const {lines, difference, torn_bytes} = await readLedger(exports.ledger);
    expect({difference, torn_bytes}).toEqual({difference: null, torn_bytes: 0});
    const kept = new Set(lines.map(({sequence, hash}) => `${sequence} ${hash}`));
    expect(told.filter((line) => !kept.has(line))).toEqual([]);
    expect(new Set(lines.map(({who}) => who)).size).toBe(9);
    expect(existsSync(`${exports.ledger}.lock`)).toBe(false);
  });
});
