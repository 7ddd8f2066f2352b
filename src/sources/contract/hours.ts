import type {Cell} from "./contract.ts";

type Hours = Extract<Cell, {kind: "hours"}>;

/** Longer than any sender writes hours, and short enough for every engine. */
const longest = 30;

/** Whether the text is a number of hours within the bounds; digits are compared, so that no float rounds a bound away. */
export function hasHours(text: string, bounds: Hours): boolean {
  const parts = /^([0-9]+)(?:\.([0-9]+))?$/.exec(text);
  if (parts === null || text.length > longest) return false;
  const whole = Number(parts[1]);
  const hasFraction = /[1-9]/.test(parts[2] ?? "");
  if (whole > bounds.to || (whole === bounds.to && hasFraction)) return false;
  return "from" in bounds ? whole >= bounds.from : whole > bounds.above || (whole === bounds.above && hasFraction);
}
