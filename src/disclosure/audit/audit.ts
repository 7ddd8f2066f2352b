import {Random} from "../../statistics/random.ts";
import type {CountSystem, Told} from "../count_system.ts";
import type {Protection} from "../knowledge.ts";
import {Bounds, lowerEnd, upperEnd} from "./bounds.ts";
import {entangled} from "./entangled.ts";
import {incidenceOf} from "./incidence.ts";
import {RangeSearch} from "./range_search.ts";
import {rowsToHide} from "./rows_to_hide.ts";
import {loadSolver, type Solver} from "./solver.ts";
import {type AuditTable, TablePrograms} from "./table_program.ts";

/** What is to be audited. */
export interface Question {
  readonly system: CountSystem;
  readonly rows: readonly Told[];
  /** Indices of the rows that are to be shown. */
  readonly shown: ReadonlySet<number>;
  /** Counts that are looked at together. */
  readonly tables: readonly AuditTable[];
  readonly protection: Pick<Protection, "width">;
  /** Whether rows may be hidden from which too much follows; otherwise they are only named. */
  readonly may_hide: boolean;
}

export interface Audited {
  /** Indices of rows that may not be shown after all. */
  readonly hidden: ReadonlySet<number>;
  /** Sensitive counts that are known too narrowly even so. */
  readonly exposed: readonly number[];
  /** How much was looked at. */
  readonly work: AuditWork;
}

export interface AuditWork {
  readonly tables: number;
  /** Linear programs solved. */
  readonly programs: number;
}

/** Answers a question; the same question always alike. */
export type Audit = (question: Question) => Audited;

/** Loads the solver of linear programs, and gives the audit that uses it. */
export async function loadAudit(): Promise<Audit> {
  const solver = await loadSolver();
  return (question) => audit(question, solver);
}

/** After so many rounds an audit gives up. Every second round hides twice as much for each exposure. */
const mostRounds = 24;

/**
 * Works out between what every sensitive count lies for a reader who puts all shown rows together, and hides rows until none lies
 * within less than `protection.width`. Ranges follow from one sum after the other in all of the system, and from all sums of a table
 * at once, by linear programs. Programs allow fractions of people, so that a range of whole people is never wider than theirs.
 * Hiding makes no range narrower: a count that was safe in a table is not looked at there again.
 */
function audit({system, rows, shown: all, tables, protection, may_hide}: Question, solver: Solver): Audited {
  const incidence = incidenceOf(system);
  const isSensitive = (count: number) => system.sensitive[count] === true;
  const sensitive = [...system.counts.keys()].filter(isSensitive);
  const shown = new Set(all);
  let open: readonly OpenTable[] = tables.map((counts) => ({counts, examined: new Set(counts.filter(isSensitive))}));
  let programs = 0;
  for (let round = 0; ; round += 1) {
    const bounds = new Bounds(system, incidence);
    bounds.tell([...shown].flatMap((row) => rows[row]?.counts ?? []));
    const search = new RangeSearch(solver, system.counts, bounds, incidence, protection.width);
    const isNarrow = (count: number) => bounds.width(count) < protection.width;
    const found = searchTables(open, {bounds, isNarrow, search, programs: new TablePrograms(bounds, incidence)});
    search.dispose();
    programs += search.programs;
    const exposed = [
      ...found.byProgram,
      ...sensitive.filter((count) => isNarrow(count) && !found.byProgram.has(count))
    ];
    const work = {tables: tables.length, programs};
    const behind = (count: number) => bounds.toldBehind([lowerEnd(count), upperEnd(count)]);
    const toHide = may_hide && round < mostRounds ? rowsToHide(exposed, behind, rows, shown, 2 ** (round >> 1)) : [];
    if (toHide.length === 0) return {hidden: new Set([...all].filter((row) => !shown.has(row))), exposed, work};
    for (const row of toHide) shown.delete(row);
    open = found.open;
  }
}

/** A table, and those of its counts that are not known to be safe yet. */
interface OpenTable {
  readonly counts: AuditTable;
  readonly examined: ReadonlySet<number>;
}

interface Tools {
  readonly bounds: Bounds;
  readonly isNarrow: (count: number) => boolean;
  readonly search: RangeSearch;
  readonly programs: TablePrograms;
}

interface Found {
  /** Counts that are narrow by all sums of a table together. */
  readonly byProgram: ReadonlySet<number>;
  readonly open: readonly OpenTable[];
}

/** Narrows ranges by what follows from all sums of each table at once, and gives the sensitive counts that this made too narrow. */
function searchTables(tables: readonly OpenTable[], {bounds, isNarrow, search, programs}: Tools): Found {
  const byProgram = new Set<number>();
  /** Sums that were looked at together: what is safe in one table is safe in all others that have just these. */
  const seen = new Set<string>();
  const open = tables.flatMap(({counts, examined}, index) => {
    const random = new Random("audit", index);
    for (const program of entangled(programs.of(counts))) {
      const sums = program.rows.join();
      if (seen.has(sums)) continue;
      seen.add(sums);
      const wide = new Set(program.columns.filter((count) => examined.has(count) && !isNarrow(count)));
      // what follows from nothing told was known before
      for (const {count, lower, upper, because} of search.narrowOf(program, wide, random)) {
        if (bounds.toldBehind(because).length === 0) continue;
        byProgram.add(count);
        bounds.narrow(count, lower, upper, because);
      }
    }
    const left = new Set([...examined].filter(isNarrow));
    return left.size === 0 ? [] : [{counts, examined: left}];
  });
  return {byProgram, open};
}
