/** What a cell is sorted by: a number, words, or nothing to sort by. */
export type SortKey = {readonly number: number} | {readonly words: string} | null;

/** What is not comparable has numbers in several units: percent beside days. */
export type Kind = "time" | "number" | "words" | "not_comparable";

export interface CellText {
  readonly text: string;
  /** The published number beside what is printed, where there is one. */
  readonly value: string | null;
}

/**
 * What kind of things stand in a column: times where every cell that says something is one; numbers where a third are, as figures may
 * be withheld in words.
 */
export function kindOf(cells: readonly CellText[]): Kind {
  const said = cells.filter(({text}) => !isNothing(text));
  if (said.length > 0 && said.every(({text}) => timeOf(text) !== null)) return "time";
  const numbers = said.filter((cell) => numberOf(cell) !== null);
  if (numbers.length === 0 || numbers.length < said.length / 3) return "words";
  return new Set(numbers.map(({text}) => unitOf(text))).size === 1 ? "number" : "not_comparable";
}

/** The key of a cell in a column of a kind; among numbers and times, words are nothing to sort by. */
export function keyOf(kind: Kind, cell: CellText): SortKey {
  if (isNothing(cell.text)) return null;
  if (kind === "words") return {words: cell.text};
  const number = kind === "time" ? timeOf(cell.text) : numberOf(cell);
  return number === null ? null : {number};
}

const collator = new Intl.Collator("en", {numeric: true});

/** Less than nothing where one comes before other going up; what has no key comes last whichever way one goes. */
export function compareKeys(one: SortKey, other: SortKey, isDown: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const up =
    "number" in one && "number" in other ? one.number - other.number : collator.compare(wordsOf(one), wordsOf(other));
  return isDown ? -up : up;
}

function wordsOf(key: NonNullable<SortKey>): string {
  return "words" in key ? key.words : String(key.number);
}

function isNothing(text: string): boolean {
  return /^[–—-]?$/.test(text);
}

/** The number that a cell begins with: "−0.31", "+4.2", "1,234 of 2,000", "n = 450", "90+"; "18-25" begins with 18. */
function numberOf({text, value}: CellText): number | null {
  if (value !== null) return Number(value);
  const [, , sign, digits = ""] = numberFirst.exec(text) ?? [];
  if (digits === "") return null;
  const size = Number(digits.replaceAll(",", ""));
  return sign === "−" || sign === "-" ? -size : size;
}

const numberFirst = /^(n = )?([−+-]?)(\d[\d,]*(?:\.\d+)?) ?([%\p{L}]*)/u;

/** What a number counts, as far as its cell says: "62.4%" and "281 of 450" are not of one kind. */
function unitOf(text: string): string {
  const [, before = "", , , after = ""] = numberFirst.exec(text) ?? [];
  return `${before}${after}`;
}

const months = "January February March April May June July August September October November December".split(" ");

/** A period as a number that grows with time: "2025", "2025 Q4", "March 2026", "2026-03-31"; all time comes first. */
function timeOf(text: string): number | null {
  if (/^all time$/i.test(text)) return 0;
  const [, quarterYear, quarter] = /^(\d{4}) Q([1-4])$/.exec(text) ?? [];
  if (quarterYear !== undefined) return Number(quarterYear) + (Number(quarter) - 1) / 4;
  const [, name = "", monthYear] = /^([A-Z][a-z]+) (\d{4})$/.exec(text) ?? [];
  const month = months.indexOf(name);
  if (month !== -1) return Number(monthYear) + month / 12;
  const [, year, monthOfYear, day] = /^(\d{4})(?:-(\d\d)-(\d\d))?$/.exec(text) ?? [];
  return year === undefined ? null : Number(year) + (Number(monthOfYear ?? 1) - 1) / 12 + (Number(day ?? 1) - 1) / 372;
}
