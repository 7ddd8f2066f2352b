import type {Grounds} from "../../src/claims/grounds.ts";

/** Every number in a text, without thousands separators and signs: "95" of "95%", "1234" of "1,234". */
export function numbersIn(text: string): string[] {
  return (text.match(/\d[\d,]*(\.\d+)?/g) ?? []).map((number) => number.replaceAll(",", "").replace(/\.$/, ""));
}

/** What the numbers of the grounds may look like in print, and the 95 of the interval. */
export function numbersAllowed(grounds: Grounds): Set<string> {
  return new Set(["95", ...leavesOf(grounds).flatMap(printed)]);
}

function leavesOf(value: unknown): (number | string)[] {
  if (typeof value === "number" || typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}

/** As a count, or rounded as a percent, as points and as standard deviations. */
function printed(leaf: number | string): string[] {
  if (typeof leaf === "string") return numbersIn(leaf);
  const size = Math.abs(leaf);
  return [String(size), String(size * 100), (size * 100).toFixed(1), size.toFixed(1), size.toFixed(2)];
}
