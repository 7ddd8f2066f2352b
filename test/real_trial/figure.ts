import {deviation} from "../statistics/reference.ts";

/** A figure over all time that somebody computed from the trial's raw file; the group is an arm's program, or empty for everyone. */
export interface Figure {
  readonly run: string;
  readonly group: string;
  readonly measure: string;
  readonly units: number;
  readonly numerator: number | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export const runs = {first: "months 0, 6 and 12", second: "all months"} as const;

/** In words, what the left side has otherwise than the right; nothing where they are the same figures within rounding. */
export function differences(ours: readonly Figure[], theirs: readonly Figure[]): string[] {
  const right = new Map(theirs.map((figure) => [nameOf(figure), figure]));
  const left = new Set(ours.map(nameOf));
  const lacking = theirs
    .filter((figure) => !left.has(nameOf(figure)))
    .map((figure) => `${nameOf(figure)}: not counted`);
  return [...lacking, ...ours.flatMap((figure) => differ(figure, right.get(nameOf(figure))))];
}

function nameOf({run, group, measure}: Figure): string {
  return `${run}, ${group || "everyone"}, ${measure}`;
}

function differ(ours: Figure, theirs: Figure | undefined): string[] {
  if (theirs === undefined) return [`${nameOf(ours)}: not expected`];
  const parts = ["units", "numerator", "value", "lower", "upper"] as const;
  return parts
    .filter((part) => deviation(ours[part], theirs[part]) > tolerance(ours.measure))
    .map((part) => `${nameOf(ours)}: ${part} is ${ours[part]}, expected ${theirs[part]}`);
}

/** t quantiles are iterated. */
function tolerance(measure: string): number {
  return measure.startsWith("phq9_change") ? 1e-8 : 1e-10;
}
