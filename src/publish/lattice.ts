import {
  type Dimension,
  escapeGroup,
  isEpisodeBreakdown,
  isProgramBreakdown,
  type ProgramBreakdown
} from "../measures/dimensions.ts";
import {type PeriodType, periodOf} from "./periods.ts";
import type {Program} from "./programs.ts";

/** A breakdown and one of its groups. */
export interface Group {
  readonly breakdown: string;
  readonly group: string;
}

export interface Period {
  readonly period_type: PeriodType;
  readonly period: string;
}

/** Every published group that a cell of SQL's counts (a dimension's group in one program) belongs to. */
export function groupsOf(dimension: Dimension, key: string, program: Program, crossed: readonly string[]): Group[] {
  if (dimension === "all")
    return [{breakdown: "all", group: ""}, ...programGroups(program), ...crossedPrograms(program, crossed)];
  if (dimension.includes("+")) return [{breakdown: dimension, group: key}];
  return [{breakdown: dimension, group: key}, ...crossedWith(dimension, key, program, crossed)];
}

/** Every published period that a date's count belongs to, given the finest period it was counted by. */
export function periodsOf(breakdown: string, countedBy: PeriodType, on: string): Period[] {
  return publishedPeriods(breakdown)
    .filter((period_type) => countedBy === "month" || period_type !== "month")
    .map((period_type) => ({period_type, period: periodOf(on, period_type)}));
}

/** all, program and site by month, quarter, year and all; other breakdowns by quarter, year and all; crossed ones by year and all. */
export function publishedPeriods(breakdown: string): readonly PeriodType[] {
  if (["all", "program", "site"].includes(breakdown)) return ["all", "year", "quarter", "month"];
  return breakdown.includes("+") ? ["all", "year"] : ["all", "year", "quarter"];
}

function programGroups(program: Program): Group[] {
  const breakdowns: readonly ProgramBreakdown[] = ["program", "site", "level_of_care", "population"];
  return breakdowns.map((breakdown) => ({breakdown, group: programGroup(program, breakdown)}));
}

function programGroup(program: Program, breakdown: ProgramBreakdown): string {
  return breakdown === "program" ? program.group : program[breakdown];
}

/** Pairs of which both are the program's own. */
function crossedPrograms(program: Program, crossed: readonly string[]): Group[] {
  return crossed.flatMap((breakdown) => {
    const parts = breakdown.split("+");
    if (!parts.every(isProgramBreakdown)) return [];
    return [{breakdown, group: parts.map((part) => escapeGroup(programGroup(program, part))).join("+")}];
  });
}

/** Pairs of the dimension and something of the program, in the order in which the pair is named. */
function crossedWith(dimension: Dimension, key: string, program: Program, crossed: readonly string[]): Group[] {
  return crossed.flatMap((breakdown) => {
    const parts = breakdown.split("+");
    if (!parts.includes(dimension) || !parts.some(isProgramBreakdown)) return [];
    const keys = parts.map((part) =>
      isEpisodeBreakdown(part) ? key : isProgramBreakdown(part) ? programGroup(program, part) : ""
    );
    return [{breakdown, group: keys.map(escapeGroup).join("+")}];
  });
}
