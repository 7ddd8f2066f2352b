import {appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {hashOf, type LedgerLine, textOf} from "../../src/ledger/entry.ts";
import {headFile} from "../../src/ledger/head.ts";
import {type Difference, readLedger} from "../../src/ledger/read_ledger.ts";
import {verifyExports} from "../../src/ledger/verify_exports.ts";
import {Random} from "../../src/statistics/random.ts";
import {type Exports, entryOf, exportOne, openExports} from "./example_ledger.ts";

const entries = 6;

let exports: Exports;
let folders: string[];
let original: {readonly ledger: Buffer; readonly head: Buffer};
beforeAll(async () => {
  exports = openExports();
  folders = [];
  for (let n = 1; n <= entries; n++) folders.push(await exportOne(exports, n));
  original = {ledger: readFileSync(exports.ledger), head: readFileSync(headFile(exports.ledger))};
});
beforeEach(() => {
  writeFileSync(exports.ledger, original.ledger);
  writeFileSync(headFile(exports.ledger), original.head);
});
afterAll(() => exports.dispose());

/** The first difference in the ledger, its head, the receipts and the files. */
async function verify(): Promise<Difference | null> {
  const ledger = await readLedger(exports.ledger);
  return ledger.difference ?? (await verifyExports(exports.folder, ledger)).difference;
}

const linesOf = (bytes: Buffer): string[] => bytes.toString("utf8").trimEnd().split("\n");
const write = (lines: readonly string[]): void =>
  writeFileSync(exports.ledger, lines.map((line) => `${line}\n`).join(""));

/** Rewrites the ledger from an entry on, as somebody who can compute hashes would. */
function forge(lines: readonly string[], from: number, change: (line: LedgerLine) => LedgerLine): LedgerLine[] {
  const forged: LedgerLine[] = [];
  for (const [index, text] of lines.entries()) {
    const line: LedgerLine = JSON.parse(text);
    const before = forged.at(-1);
    const own = index === from ? change(line) : line;
    const placed = {...own, sequence: index + 1, previous: before?.hash ?? line.previous};
    forged.push({...placed, hash: hashOf(placed)});
  }
  return forged;
}

function replaceHead({sequence, hash}: Pick<LedgerLine, "sequence" | "hash">): void {
  writeFileSync(headFile(exports.ledger), `${JSON.stringify({hash, next: null, sequence})}\n`);
}

describe("a ledger that nobody touched", () => {
  it("is whole, with every file of every export", async () => {
    expect(await verify()).toBeNull();
    const report = await verifyExports(exports.folder, await readLedger(exports.ledger));
    expect(report).toMatchObject({packages: entries, files: 2 * entries, not_here: []});
  });

  it("is whole although the folder of an export was handed over and taken away", async () => {
    const [folder = ""] = folders;
    const away = `${exports.folder}-away`;
    renameSync(folder, away);
    const report = await verifyExports(exports.folder, await readLedger(exports.ledger));
    renameSync(away, folder);
    expect(report).toMatchObject({difference: null, packages: entries - 1, not_here: [basename(folder)]});
  });

  it("is whole before the first export", async () => {
    const none = openExports();
    expect(await readLedger(none.ledger)).toMatchObject({lines: [], difference: null});
    none.dispose();
  });
});

describe("an edit of the ledger is seen:", () => {
  const random = new Random("ledger edits");
  const bytes = (): Buffer => Buffer.from(original.ledger);
  const place = (): number => random.between(0, original.ledger.length - 1);

  it("each of 200 changed bytes", async () => {
    for (let n = 0; n < 200; n++) {
      const [edited, at] = [bytes(), place()];
      edited[at] = ((edited[at] ?? 0) + random.between(1, 255)) % 256;
      writeFileSync(exports.ledger, edited);
      expect(await verify(), `byte ${at}`).not.toBeNull();
    }
  });

  it("each of 100 removed stretches, and each of 100 that were put in", async () => {
    for (let n = 0; n < 100; n++) {
      const [at, length] = [place(), random.between(1, 40)];
      writeFileSync(exports.ledger, Buffer.concat([bytes().subarray(0, at), bytes().subarray(at + length)]));
      expect(await verify(), `${length} bytes removed at ${at}`).not.toBeNull();
      const put = Buffer.from(Array.from({length}, () => random.pick([...' \n"0a{}'])).join(""));
      writeFileSync(exports.ledger, Buffer.concat([bytes().subarray(0, at), put, bytes().subarray(at)]));
      expect(await verify(), `${length} bytes put in at ${at}`).not.toBeNull();
    }
  });

  it("every change of a byte of the head", async () => {
    for (let at = 0; at < original.head.length; at++) {
      const edited = Buffer.from(original.head);
      edited[at] = ((edited[at] ?? 0) + random.between(1, 255)) % 256;
      writeFileSync(headFile(exports.ledger), edited);
      expect(await verify(), `byte ${at}`).not.toBeNull();
    }
  });

  it("any two entries swapped, any one twice, any one left out", async () => {
    const lines = linesOf(original.ledger);
    for (let one = 0; one < entries; one++) {
      for (let other = one + 1; other < entries; other++) {
        write(lines.with(one, lines[other] ?? "").with(other, lines[one] ?? ""));
        expect(await verify(), `${one} and ${other} swapped`).not.toBeNull();
      }
      write(lines.toSpliced(one, 0, lines[one] ?? ""));
      expect(await verify(), `${one} twice`).not.toBeNull();
      write(lines.toSpliced(one, 1));
      expect(await verify(), `${one} left out`).not.toBeNull();
    }
  });

  it("an entry put in or changed by somebody who computes all hashes anew", async () => {
    const lines = linesOf(original.ledger);
    for (let at = 0; at < entries; at++) {
      write(forge(lines, at, (line) => ({...line, rows: line.rows + 1})).map(textOf));
      expect(await verify(), `entry ${at + 1} changed`).not.toBeNull();
      write(forge(lines.toSpliced(at, 0, lines[at] ?? ""), at, (line) => ({...line, who: "nobody"})).map(textOf));
      expect(await verify(), `entry ${at + 1} put in`).not.toBeNull();
    }
  });

  it("and of its head with it: the receipts in the folders of the exports still say what they said", async () => {
    const forged = forge(linesOf(original.ledger), 2, (line) => ({...line, why: "something else"}));
    write(forged.map(textOf));
    replaceHead(forged.at(-1) as LedgerLine);
    expect(await verify()).toEqual({
      place: "ledger",
      expected: expect.stringMatching(/^entry 3 \([0-9a-f]{12}\), which course_3-[0-9a-f]{12}\/receipt\.json names$/),
      found: "another entry in its place"
    });
  });

  it("a tail that was cut off, wherever", async () => {
    const lines = linesOf(original.ledger);
    for (let left = 0; left < entries; left++) {
      write(lines.slice(0, left));
      expect(await verify(), `${left} left`).not.toBeNull();
    }
    write(lines.slice(0, 4));
    expect(await verify()).toMatchObject({
      place: "ledger.jsonl",
      expected: expect.stringMatching(/^entry 6 \([0-9a-f]{12}\) at its end$/),
      found: expect.stringMatching(/^its end after entry 4 /)
    });
  });

  it("a tail that was cut off together with the head, by the receipts", async () => {
    const lines = linesOf(original.ledger);
    for (let left = 1; left < entries; left++) {
      write(lines.slice(0, left));
      replaceHead(JSON.parse(lines[left - 1] ?? ""));
      expect(await verify(), `${left} left`).toMatchObject({place: "ledger", found: `its end after entry ${left}`});
    }
  });

  it("the ledger gone, the head gone, and both gone", async () => {
    rmSync(exports.ledger);
    expect(await verify()).toMatchObject({place: "ledger.jsonl", found: "its end after the beginning"});
    rmSync(headFile(exports.ledger));
    expect(await verify()).toMatchObject({place: "ledger", found: "its end after entry 0"});
    writeFileSync(exports.ledger, original.ledger);
    expect(await verify()).toMatchObject({place: "ledger.head.json", found: "no such file"});
  });

  it("text after the last entry, also where it looks like an append that was cut off", async () => {
    appendFileSync(exports.ledger, original.ledger.subarray(0, 80));
    expect(await verify()).toMatchObject({place: `ledger.jsonl:${entries + 1}`, found: "the beginning of one"});
  });
});

describe("an edit of an export is seen:", () => {
  it("a byte of any of its files, a file that is gone, a receipt of another export or none", async () => {
    const [first = "", second = ""] = folders;
    const scores = join(first, "data/scores.csv");
    const receipt = join(first, "receipt.json");
    const kept = {scores: readFileSync(scores), receipt: readFileSync(receipt)};
    const name = entryOf(1).package;

    writeFileSync(scores, kept.scores.toString().replace("18", "19"));
    expect(await verify()).toEqual({
      place: `${name}/data/scores.csv`,
      expected: "the bytes that were exported",
      found: "others"
    });
    appendFileSync(scores, "3,0,4\n");
    expect(await verify()).toMatchObject({place: `${name}/data/scores.csv`, expected: "30 bytes", found: "36"});
    rmSync(scores);
    expect(await verify()).toMatchObject({place: `${name}/data/scores.csv`, found: "none that can be read"});
    writeFileSync(scores, kept.scores);

    writeFileSync(receipt, readFileSync(join(second, "receipt.json")));
    expect(await verify()).toMatchObject({place: `${name}/receipt.json`, found: "that of entry 2"});
    rmSync(receipt);
    expect(await verify()).toMatchObject({place: `${name}/receipt.json`, found: "no such file"});
    writeFileSync(receipt, kept.receipt);
    expect(await verify()).toBeNull();
    expect(existsSync(receipt)).toBe(true);
  });
});
