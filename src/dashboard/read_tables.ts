import {readTable} from "./read_published.ts";
import type {Tables} from "./tables.ts";

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
