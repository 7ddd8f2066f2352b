import {
  type Dimension,
  escapeGroup,
  isEpisodeBreakdown,
  isProgramBreakdown,
  type ProgramBreakdown
} from "../measures/dimensions.ts";
import {type PeriodType, periodOf, periodTypes} from "./periods.ts";
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

/** A place in the published lattice, with a key that tells it from every other. */
export interface Spot extends Group, Period {
  readonly key: string;
}

/** What SQL counts by, in one program. */
export interface MartCell {
  readonly dimension: Dimension;
  readonly group_key: string;
  readonly source: string;
  readonly program_key: string;
  readonly period_type: PeriodType;
  readonly period_on: string;
}

/**
 * Finds the published places that a cell of SQL's counts adds to. Counts of a length of period add to every longer one;
 * `isOwnPeriod` is for those that do not add up, and were counted by every length. Thousands of cells share a place, so what
 * was found is remembered.
 */
export function latticeOf(programs: readonly Program[], crossed: readonly string[]) {
  const byKey = new Map(programs.map((program) => [`${program.source}|${program.program_key}`, program]));
  const found = new Map<string, readonly Spot[]>();
  return (cell: MartCell, isOwnPeriod = false): readonly Spot[] => {
    const {dimension, group_key, source, program_key, period_type, period_on} = cell;
    const key = `${isOwnPeriod}|${period_type}|${period_on}|${source}|${program_key}|${dimension}|${group_key}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const program = byKey.get(`${source}|${program_key}`);
    const spots = program === undefined ? [] : spotsOf(cell, program, crossed, isOwnPeriod);
    found.set(key, spots);
    return spots;
  };
}

function spotsOf(cell: MartCell, program: Program, crossed: readonly string[], isOwnPeriod: boolean): Spot[] {
  return groupsOf(cell.dimension, cell.group_key, program, crossed).flatMap((group) =>
    periodsOf(group.breakdown, cell.period_type, cell.period_on)
      .filter(({period_type}) => !isOwnPeriod || period_type === cell.period_type)
      .map((period) => ({...group, ...period, key: spotKey({...group, ...period})}))
  );
}

/** The key of a place. */
export function spotKey({breakdown, group, period_type, period}: Group & Period): string {
  return `${breakdown}|${period_type}|${period}|${group}`;
}

/** Every published group that a cell of SQL's counts (a dimension's group in one program) belongs to. */
function groupsOf(dimension: Dimension, key: string, program: Program, crossed: readonly string[]): Group[] {
  if (dimension === "all")
    return [{breakdown: "all", group: ""}, ...programGroups(program), ...crossedPrograms(program, crossed)];
  if (dimension.includes("+")) return [{breakdown: dimension, group: key}];
  return [{breakdown: dimension, group: key}, ...crossedWith(dimension, key, program, crossed)];
}

/** Every published period that a date's count belongs to, given the finest period it was counted by. */
function periodsOf(breakdown: string, countedBy: PeriodType, on: string): Period[] {
  const shorter = periodTypes.indexOf(countedBy) + 1;
  return publishedPeriods(breakdown)
    .filter((period_type) => periodTypes.indexOf(period_type) < shorter)
    .map((period_type) => ({period_type, period: periodOf(on, period_type)}));
}

/** all, program and site by month, quarter, year and all; other breakdowns by quarter, year and all; crossed ones by year and all. */
function publishedPeriods(breakdown: string): readonly PeriodType[] {
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
