import {createHash} from "node:crypto";
import {expect, it} from "vitest";
import {assessments} from "../../src/sources/contract/assessments.ts";
import {contracts} from "../../src/sources/contract/index.ts";
import {copyColumns, statementWriter} from "../../src/sources/copy_text.ts";
import {readLayout} from "../../src/sources/layout.ts";

/** A PHQ-9 as the format knew it before it had more than nine items. */
const phq9 = {
  assessment_key: "a1",
  episode_key: "e1",
  instrument: "phq9",
  assessed_on: "2026-03-01",
  ...Object.fromEntries([3, 2, 2, 3, 1, 2, 1, "", 1].map((answer, index) => [`item_${index + 1}`, String(answer)])),
  mode: "paper"
};

function hashOf(cells: Readonly<Record<string, string>>): string | undefined {
  const write = statementWriter(assessments, readLayout(Object.keys(cells), assessments));
  return write(Object.values(cells), 2, true).split("\t")[copyColumns(assessments).indexOf("row_hash")];
}

const later = assessments.columns.filter(({isLater}) => isLater).map(({name}) => name);

it("hashes a row as it did before there were columns beyond the ninth item", () => {
  const text = "a1\te1\tphq9\t2026-03-01\t3\t2\t2\t3\t1\t2\t1\t\\N\t1\t\\N\t\\N\tpaper\t\\N\t\\N\t";
  expect(hashOf(phq9)).toBe(createHash("md5").update(text).digest("hex"));
  expect(hashOf(phq9)).toBe("3a1e4d841a5e8c43190898633ebb3ffd");
});

it("hashes a row the same whether later columns are left out or empty", () => {
  expect(hashOf({...phq9, ...Object.fromEntries(later.map((name) => [name, ""]))})).toBe(hashOf(phq9));
  expect(hashOf({item_20: "", ...phq9})).toBe(hashOf(phq9));
});

it("tells every later cell from every other and from none", () => {
  const hashes = later.flatMap((name) => ["0", "1"].map((cell) => hashOf({...phq9, [name]: cell})));
  expect(new Set([...hashes, hashOf(phq9)]).size).toBe(2 * later.length + 1);
});

it.each(contracts)("has the later columns of $file last, and none that must be given", ({columns}) => {
  const first = columns.findIndex(({isLater}) => isLater);
  const last = first < 0 ? [] : columns.slice(first);
  expect(last.filter(({isLater, required}) => !isLater || required)).toEqual([]);
});

it("knows eleven later columns, item_10 to item_20", () => {
  expect(later).toEqual(Array.from({length: 11}, (_, index) => `item_${index + 10}`));
});
