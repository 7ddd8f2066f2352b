import {type FileName, fileNames, type Row} from "./layout.ts";
import type {Ledger} from "./ledger.ts";
import {nameOf, type Statement} from "./statements.ts";

/** What the deliveries amount to in the end for one program: only rows that are current and do not wait. */
export interface ProgramTruth {
  readonly program_key: string;
  readonly episodes: number;
  readonly open: number;
  /** Episodes with a session attended, at least in part. */
  readonly treated: number;
  readonly treated_discharged: number;
  /** Treated and discharged, by reason. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Sessions by attendance, whenever they were held. */
  readonly sessions: Readonly<Record<string, number>>;
  readonly phq9: number;
  readonly gad7: number;
  readonly pcl5: number;
}

export interface FileTotal {
  readonly file: FileName;
  readonly current: number;
  readonly waiting: number;
}

/** Current rows of each file, and how many of them wait. */
export function countTotals(ledger: Ledger, waiting: ReadonlySet<string>): FileTotal[] {
  return fileNames.map((file) => {
    const keys = [...ledger.rows(file).keys()];
    return {file, current: keys.length, waiting: keys.filter((key) => waiting.has(nameOf(file, key))).length};
  });
}

/** Counts the rows of each program that take part. */
export function countTruth(ledger: Ledger, waiting: ReadonlySet<string>): ProgramTruth[] {
  const taking = (file: FileName) =>
    [...ledger.rows(file)].filter(([key]) => !waiting.has(nameOf(file, key))).map(([, row]) => row);
  const episodes = Map.groupBy(taking("episodes"), (row) => row.program_key ?? "");
  const sessions = Map.groupBy(taking("sessions"), (row) => row.episode_key ?? "");
  const assessments = Map.groupBy(taking("assessments"), (row) => row.episode_key ?? "");
  return taking("programs").map(({program_key = ""}) => {
    const own = episodes.get(program_key) ?? [];
    const treated = own.filter((row) => (sessions.get(row.episode_key ?? "") ?? []).some(isTreated));
    const discharged = treated.filter(isDischarged);
    const held = own.flatMap((row) => sessions.get(row.episode_key ?? "") ?? []);
    const measured = own.flatMap((row) => assessments.get(row.episode_key ?? "") ?? []);
    return {
      program_key,
      episodes: own.length,
      open: own.filter((row) => !isDischarged(row)).length,
      treated: treated.length,
      treated_discharged: discharged.length,
      reasons: tally(discharged, "discharge_reason"),
      sessions: tally(held, "attendance"),
      phq9: measured.filter((row) => row.instrument === "phq9").length,
      gad7: measured.filter((row) => row.instrument === "gad7").length,
      pcl5: measured.filter((row) => row.instrument === "pcl5").length
    };
  });
}

/** Names of the current rows that wait in the end: planted, not mended, and not deleted since. */
export function waitingAtTheEnd(statements: readonly Statement[]): Set<string> {
  const planted = statements.filter(({plant}) => plant?.kind === "context" && !plant.mended);
  return new Set(planted.map(({file, key}) => nameOf(file, key)));
}

function isTreated({attendance}: Row): boolean {
  return attendance === "attended" || attendance === "partial";
}

function isDischarged({discharged_on = ""}: Row): boolean {
  return discharged_on !== "";
}

function tally(rows: readonly Row[], column: string): Record<string, number> {
  const groups = Map.groupBy(rows, (row) => row[column] ?? "");
  return Object.fromEntries(
    [...groups].map(([code, all]) => [code, all.length] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  );
}
