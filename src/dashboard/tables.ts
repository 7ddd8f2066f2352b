import type {Catalogue, Measure} from "./catalogue.ts";
import {instrumentOf} from "./instrument_of.ts";
import type {RowOf, TableName} from "./published.ts";
import {readTable} from "./read_published.ts";

/** The published tables that a measure's page shows. */
export type Tables = {readonly [Name in Exclude<TableName, "quality">]: readonly RowOf<Name>[]};

/** The tables of a release, of results only those of everyone, of all time and of programs. */
export function readTables(folder: string): Tables {
  const all = readTable(folder, "results", ",all,");
  const ofPrograms = readTable(folder, "results", ",program,").filter(({period_type}) => period_type !== "all");
  const spcOfPrograms = readTable(folder, "spc", ",program,").filter(({period_type}) => period_type === "quarter");
  return {
    results: [...all, ...ofPrograms],
    ladder: readTable(folder, "ladder", ",all,,all,"),
    curves: readTable(folder, "curves", ",all,"),
    spc: [...readTable(folder, "spc", ",all,"), ...spcOfPrograms],
    funnel: readTable(folder, "funnel"),
    missing: readTable(folder, "missing", ",all,"),
    reached: readTable(folder, "reached", "all,,all,"),
    comparison: readTable(folder, "comparison", ",all,"),
    adjusted: readTable(folder, "adjusted"),
    models: readTable(folder, "models"),
    calibration: readTable(folder, "calibration"),
    success: readTable(folder, "success", ",all,"),
    natural_course: readTable(folder, "natural_course"),
    trajectory: readTable(folder, "trajectory"),
    claims: readTable(folder, "claims")
  };
}

/** What the tables say of one measure; its results beside those of every measure for everyone over all time. */
export function tablesOf(catalogue: Catalogue, tables: Tables, {id}: Measure): Tables {
  const own = <Row extends {measure: string}>(rows: readonly Row[]) => rows.filter(({measure}) => measure === id);
  const instrument = instrumentOf(catalogue, id)?.id;
  const isBeside = ({breakdown, period_type}: RowOf<"results">) => breakdown === "all" && period_type === "all";
  return {
    results: tables.results.filter((row) => row.measure === id || isBeside(row)),
    ladder: own(tables.ladder),
    curves: own(tables.curves),
    spc: own(tables.spc),
    funnel: own(tables.funnel),
    missing: own(tables.missing),
    reached: tables.reached,
    comparison: own(tables.comparison),
    adjusted: own(tables.adjusted),
    models: own(tables.models),
    calibration: own(tables.calibration),
    success: tables.success.filter((row) => row.instrument === instrument),
    natural_course: own(tables.natural_course),
    trajectory: tables.trajectory.filter((row) => row.instrument === instrument),
    claims: own(tables.claims)
  };
}

/** A release without a row. */
export const noTables: Tables = {
  ...{results: [], ladder: [], curves: [], spc: [], funnel: [], missing: [], reached: [], comparison: []},
  ...{adjusted: [], models: [], calibration: [], success: [], natural_course: [], trajectory: [], claims: []}
};
