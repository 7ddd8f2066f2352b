import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Cell} from "../../src/sources/contract/contract.ts";
import {contracts} from "../../src/sources/contract/index.ts";
import {defectFinder} from "../../src/sources/first_defect.ts";
import {readLayout} from "../../src/sources/layout.ts";
import {rowCheck} from "../../src/sources/row_check.ts";

const deliveredOn = "2026-03-31";

const nearDates = fc.constantFrom(
  "2026-03-31",
  "2026-04-01",
  "2024-02-29",
  "2026-02-29",
  "1900-02-29",
  "2000-02-29",
  "0000-01-01",
  "0001-01-01",
  "2026-13-01",
  "2026-00-10",
  "2026-1-1",
  "20260101",
  "2026-01-01T10:30",
  "2026-03-31T23:59",
  "2026-01-01T24:00",
  "2026-01-01T10:30:00",
  "2026-01-01 10:30",
  "2026-01-01Z",
  "today"
);
const nearNumbers = fc.constantFrom(
  ..."0 00 01 1 3 03 4 7 27 28 40 40.0 40.5 52 53 168 168.1 720 721 1440 1441 1900 1899 2026 2027 9999 10000".split(
    " "
  ),
  ..."-1 +1 1.0 .5 5. 0.0 0.5 1e1 0x1 40.00000000000000000001 0.99999999999999999999 99999999999999999999999999 ١".split(
    " "
  )
);
const anything = fc.oneof(
  fc.string({maxLength: 6}),
  fc.constantFrom(" ", "a".repeat(64), "a".repeat(65), "😀".repeat(64), "😀".repeat(65)),
  fc.constantFrom("en", "EN", "eng", "white;black", "white;", ";", "phq9", "gad7", "yes", "Yes", "123", "12", "1234")
);

/** Cells that are mostly right, and wrong in the ways that senders are. */
function cellsLike(cell: Cell): fc.Arbitrary<string> {
  const right = rightCells(cell);
  return fc.oneof(
    {weight: 30, arbitrary: right},
    {weight: 2, arbitrary: fc.constant("")},
    nearDates,
    nearNumbers,
    anything
  );
}

function rightCells(cell: Cell): fc.Arbitrary<string> {
  switch (cell.kind) {
    case "code":
      return fc.constantFrom(...cell.codes);
    case "code_list":
      return fc.subarray([...cell.codes], {minLength: 1}).map((codes) => codes.join(";"));
    case "date":
    case "date_or_time":
      return fc.constantFrom("2026-01-05", "2026-02-01", "2026-03-31");
    case "item":
    case "total":
      return fc.constantFrom("", "", "", "", "", "", "", "", "0", "1", "3", "4");
    case "digits":
      return fc.constant("123");
    case "year":
      return fc.constant("1990");
    case "language":
      return fc.constantFrom("en", "es", "other");
    default:
      return fc.nat({max: 40}).map((value) => String(value + 1));
  }
}

describe.each(contracts)("a row of $file", (contract) => {
  const names = [...contract.columns.map(({name}) => name), "_delete"];
  const layout = readLayout(names, contract);
  const isSound = rowCheck(contract, layout, deliveredOn);
  const firstDefect = defectFinder(contract, layout, deliveredOn);
  const rows = fc.tuple(
    ...contract.columns.map(({cell}) => cellsLike(cell)),
    fc.constantFrom("", "", "", "", "0", "true")
  );

  it("is sound for the fast check exactly if the plain reading finds no defect", () => {
    let sound = 0;
    fc.assert(
      fc.property(rows, (cells) => {
        const defect = firstDefect(cells);
        if (defect === null) sound++;
        expect(isSound(cells)).toBe(defect === null);
      }),
      {numRuns: 1000}
    );
    expect(sound).toBeGreaterThan(0);
  });
});
