import {parse} from "csv-parse/sync";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {CsvError, CsvReader} from "../../src/sources/csv.ts";

interface Row {
  readonly cells: string[];
  readonly line: number;
}

function read(...pieces: string[]): Row[] {
  const rows: Row[] = [];
  const reader = new CsvReader((cells, line) => rows.push({cells, line}));
  for (const piece of pieces) reader.read(piece);
  reader.end();
  return rows;
}

function problemOf(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof CsvError) return `${error.kind} on line ${error.line}`;
    throw error;
  }
  return "none";
}

const signs = fc.constantFrom("a", "b", ",", '"', '""', "\n", "\r\n", "\r", " ", "é", "\t");
const text = fc.array(signs, {maxLength: 30}).map((parts) => parts.join(""));

describe("reading CSV", () => {
  it.each([
    [
      "a,b\nc,d\n",
      [
        ["a", "b"],
        ["c", "d"]
      ]
    ],
    [
      "a,b\r\nc,\r\n",
      [
        ["a", "b"],
        ["c", ""]
      ]
    ],
    ["a\n\n\nb", [["a"], ["b"]]],
    [
      "a,\n ,b",
      [
        ["a", ""],
        [" ", "b"]
      ]
    ],
    ["\n \n", [[" "]]],
    ['""\n', [[""]]],
    ['"a,b","c\nd"\n', [["a,b", "c\nd"]]],
    ['"""b"""', [['"b"']]],
    ['a"b,c""d', [['a"b', 'c""d']]],
    [' "a",b', [[' "a"', "b"]]],
    ["a\rb,c\r\n", [["a\rb", "c"]]],
    ["a\r", [["a\r"]]],
    ["a\r\r\n", [["a\r"]]],
    ['"a",\r\n', [["a", ""]]]
  ])("takes %j apart", (given, cells) => {
    expect(read(given).map((row) => row.cells)).toEqual(cells);
  });

  it("counts lines over quoted line ends and empty lines", () => {
    expect(read('h\n\n"a\nb\r\nc"\r\nd\n\n\n"e"')).toEqual([
      {cells: ["h"], line: 1},
      {cells: ["a\nb\r\nc"], line: 3},
      {cells: ["d"], line: 6},
      {cells: ["e"], line: 9}
    ]);
  });

  it.each([
    ['a\n"b', "never_closes on line 2"],
    ['"b"c', "text_after_quote on line 1"],
    ['"b" ,c', "text_after_quote on line 1"],
    ['a\n\n"b"\r', "text_after_quote on line 3"],
    ['"b"\rc', "text_after_quote on line 1"],
    ['x,"b"""c"', "text_after_quote on line 1"],
    ['"""', "never_closes on line 1"]
  ])("refuses %j", (given, problem) => {
    expect(problemOf(given)).toBe(problem);
  });

  it("does not read a whole file into memory for the end of a quote", () => {
    const reader = new CsvReader(() => undefined);
    reader.read('a\n"');
    expect(() => {
      for (let piece = 0; piece < 100; piece++) reader.read("x".repeat(100_000));
    }).toThrow("line 2: too_long");
  });

  it("gives the same rows however the text is cut", () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(60), {maxLength: 4}), (whole, cuts) => {
        const at = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length];
        const pieces = at.slice(1).map((end, index) => whole.slice(at[index], end));
        const outcome = (...given: string[]) => {
          try {
            return read(...given);
          } catch (error) {
            return String(error);
          }
        };
        expect(outcome(...pieces)).toEqual(outcome(whole));
      }),
      {numRuns: 1000}
    );
  });

  it("reads what csv-parse reads where quote signs stand only around cells", () => {
    const cell = fc
      .array(fc.constantFrom("a", ",", '"', "\n", "\r\n", "\r", " "), {maxLength: 5})
      .map((parts) => parts.join(""));
    const written = cell.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value));
    const file = fc.array(fc.array(written, {minLength: 1, maxLength: 4}).map((cells) => cells.join(",")));
    fc.assert(
      fc.property(file, fc.constantFrom("\n", "\r\n"), (lines, end) => {
        const whole = lines.map((line) => line + end).join("");
        const options = {relax_column_count: true, skip_empty_lines: true, record_delimiter: ["\r\n", "\n"]};
        expect(read(whole).map((row) => row.cells)).toEqual(parse(whole, options));
      }),
      {numRuns: 500}
    );
  });
});
