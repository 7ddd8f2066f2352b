import type {Catalogue, Measure} from "./catalogue.ts";
import {instrumentOf} from "./instrument_of.ts";
import type {RowOf, TableName} from "./published.ts";

/** The published tables that a measure's page shows. */
export type Tables = {readonly [Name in Exclude<TableName, "quality" | "vodim">]: readonly RowOf<Name>[]};

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
