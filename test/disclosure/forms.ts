import type {Result} from "../../src/publish/result.ts";

/**
 * What would tell a figure where it should not stand, too particular to stand there by chance: its numbers in full, its interval
 * as it is rounded for reading, its count out of a count.
 */
export function formsOf({numerator, denominator, value, lower, upper, unit}: Result): string[] {
  const ratio = numerator === null ? [] : [`${numerator} of ${denominator}`];
  if (lower === null || upper === null) return [...inFull([value]), ...ratio];
  const scale = unit === "share" ? 100 : 1;
  const limits = [lower, upper].map((limit) => Number((limit * scale).toFixed(unit === "sd" ? 2 : 1)));
  const interval = limits.join(" to ");
  return [...inFull([value, lower, upper]), ...(digitsOf(interval) > 4 ? [interval] : []), ...ratio];
}

/** The numbers that have so many digits that two have them only when they are one. */
export function inFull(numbers: readonly (number | null)[]): string[] {
  return numbers.map(String).filter(isLong);
}

/** Every such form in a text: in words, in attributes, in scripts, or from cell to cell of a table. */
export function formsIn(text: string): Set<string> {
  const plain = plainOf(text);
  const long = [...plain.matchAll(/-?\d+\.\d+(?:e-\d+)?/g)].map(([number]) => number).filter(isLong);
  const intervals = [...plain.matchAll(/(?<![\d.])(-?\d+(?:\.\d+)?)%? (?:to|¦) (?=(-?\d+(?:\.\d+)?))/g)];
  const ratios = [...plain.matchAll(/(?<![\d.-])(\d+) (?:of|¦) (?=(\d+)(?![\d.%]| (?:month|quarter|year)s\b))/g)];
  return new Set([
    ...long,
    ...intervals.map(([, lower, upper]) => `${Number(lower)} to ${Number(upper)}`),
    ...ratios.map(([, part, whole]) => `${part} of ${whole}`)
  ]);
}

/** Without markup, but with the values of its attributes; cells are parted by ¦. */
function plainOf(text: string): string {
  return text
    .replaceAll("−", "-")
    .replace(/(\d),(?=\d{3}\b)/g, "$1")
    .replace(/<\/t[dh]>/g, " ¦ ")
    .replace(/<[a-z/][^>]*>/gi, (tag) => [...tag.matchAll(/="([^"]*)"/g)].map(([, value]) => ` ${value} `).join(""))
    .replace(/\s+/g, " ");
}

/** Of a small whole many have the same parts. */
function isLong(number: string): boolean {
  if (digitsOf(number.replace(/e.*|^-?0?\.0*/g, "")) < 8) return false;
  return Array.from({length: 20}, (_, index) => Number(number) * (index + 1)).every(
    (times) => Math.abs(times - Math.round(times)) > 1e-9
  );
}

function digitsOf(text: string): number {
  return text.replace(/\D/g, "").length;
}

const limits = [
  ["lower", "upper"],
  ["lower_limit", "upper_limit"],
  ["p_lower_limit", "p_upper_limit"],
  ["lower_95", "upper_95"],
  ["lower_998", "upper_998"]
] as const;
const shares = [
  ["value", "units"],
  ["rest_value", "rest_units"]
] as const;

/** The forms in which a page may print what a row of any published table tells. */
export function formsTold(row: Readonly<Record<string, string>>): string[] {
  const cells = Object.values(row).filter((cell) => /^-?\d/.test(cell));
  const intervals = limits.flatMap(([lower, upper]) => {
    if (!row[lower] || !row[upper]) return [];
    return [
      [1, 1],
      [1, 2],
      [100, 1]
    ].map(([scale = 1, digits]) =>
      [row[lower], row[upper]].map((limit) => Number((Number(limit) * scale).toFixed(digits))).join(" to ")
    );
  });
  const ratios = shares.flatMap(([share, units]) =>
    row[share] && row[units] ? [`${Math.round(Number(row[share]) * Number(row[units]))} of ${row[units]}`] : []
  );
  const measured = row.measured && row.eligible ? [`${row.measured} of ${row.eligible}`] : [];
  return [...cells.filter((cell) => inFull([Number(cell)]).length > 0), ...intervals, ...ratios, ...measured];
}
