import {closest} from "fastest-levenshtein";
import {UserError} from "../../src/errors.ts";
import {episodeBreakdowns, programBreakdowns} from "../../src/measures/dimensions.ts";
import type {Measure} from "../../src/measures/measure.ts";
import {breakdownLabels} from "../../src/publish/labels.ts";
import type {Group, Period} from "../../src/publish/lattice.ts";
import type {Result} from "../../src/publish/result.ts";
import type {Invocation} from "../commands/command.ts";

/** Where in the published lattice a figure stands. */
export type Place = Group & Period;

/** The place that --group and --period name: all programs and all time, unless they say otherwise. */
export function placeOf({flags, settings}: Pick<Invocation, "flags" | "settings">): Place {
  return {...groupOf(flags.group, settings.crossed_breakdowns), ...periodNamed(flags.period)};
}

function groupOf(given: unknown, crossed: readonly string[]): Group {
  if (given === undefined) return {breakdown: "all", group: ""};
  const [, breakdown = "", group = ""] = /^([^=]+)=(.+)$/.exec(String(given)) ?? [];
  const known = [...programBreakdowns, ...episodeBreakdowns, ...crossed];
  if (known.includes(breakdown)) return {breakdown, group};
  throw new UserError("usage", `--group: expected a breakdown and one of its groups, found ${given}`, {
    hint: `for example --group program=north-iop; ${breakdown === "" ? "" : `did you mean ${closest(breakdown, known)}? `}The breakdowns are ${known.join(" ")}`
  });
}

function periodNamed(given: unknown): Period {
  if (given === undefined) return {period_type: "all", period: ""};
  const period = String(given);
  if (/^\d{4}$/.test(period)) return {period_type: "year", period};
  if (/^\d{4}-Q[1-4]$/.test(period)) return {period_type: "quarter", period};
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return {period_type: "month", period};
  throw new UserError("usage", `--period: expected a year, quarter or month, found ${period}`, {
    hint: "for example --period 2026, --period 2026-Q1 or --period 2026-03"
  });
}

/** The result of a measure in a place; null where nobody is counted there, and a UserError where there is no such group. */
export function resultAt(results: readonly Result[], measure: Measure, place: Place): Result | null {
  const own = results.filter((result) => result.measure === measure.id);
  const groups = [...new Set(own.filter(({breakdown}) => breakdown === place.breakdown).map(({group}) => group))];
  if (groups.length > 0 && !groups.includes(place.group)) {
    throw new UserError("usage", `--group: expected a group of ${place.breakdown}, found ${place.group}`, {
      hint: `did you mean ${closest(place.group, groups)}? The groups are ${groups.sort().join(" ")}`
    });
  }
  return own.find((result) => keyOf(result) === keyOf(place)) ?? null;
}

function keyOf({breakdown, group, period_type, period}: Place): string {
  return JSON.stringify([breakdown, group, period_type, period]);
}

/** "all programs, all time", "program north-iop, 2026-Q1" */
export function placeInWords({breakdown, group, period_type, period}: Place): string {
  const where = breakdown === "all" ? "all programs" : `${breakdownLabels(breakdown).toLowerCase()} ${group}`;
  return `${where}, ${period_type === "all" ? "all time" : period}`;
}
