import type {Audit, AuditWork} from "../disclosure/audit/audit.ts";
import type {Protection} from "../disclosure/knowledge.ts";
import type {Settings} from "../settings.ts";
import {auditTables} from "./audit_tables.ts";
import {exposed} from "./exposed.ts";
import type {ReleaseCounts} from "./release_counts.ts";

/** How what was chosen is audited. */
export interface Auditing {
  readonly audit: Audit;
  /** What happens to rows from which too much follows. */
  readonly action: Settings["disclosure_audit"];
  /** Rows that the last audit hid, each with what it would have told. */
  readonly before: ReadonlySet<string>;
}

/** Rows as they were chosen: which are shown, and the measure of each that is of one. */
export interface ChosenRows {
  readonly shown: ReadonlySet<number>;
  readonly measureOf: (row: number) => string | null;
  /** A row with what it tells. */
  readonly textOf: (row: number) => string;
}

/** What is left of the rows after an audit. */
export interface AuditedRows {
  readonly shown: ReadonlySet<number>;
  /** Those that may not be shown after all, each with what it would tell. */
  readonly hidden: readonly string[];
  readonly work: AuditWork;
}

/**
 * Audits the rows chosen of a release. Throws a UserError that names places where a small count follows, and the measures behind it,
 * if hiding does not mend it.
 */
export function audited(
  release: ReleaseCounts,
  {shown: chosen, measureOf, textOf}: ChosenRows,
  protection: Protection,
  {audit, action, before}: Auditing
): AuditedRows {
  const {system, rows, nameOf} = release;
  const tables = auditTables(release);
  // what was hidden and would tell the same stays hidden, so that the same data published twice show the same
  const shown = new Set([...chosen].filter((row) => action === "stop" || !before.has(textOf(row))));
  const answer = audit({system, rows, shown, tables, protection, may_hide: action === "hide"});
  if (answer.exposed.length === 0) {
    const left = new Set([...shown].filter((row) => !answer.hidden.has(row)));
    return {shown: left, hidden: [...chosen].filter((row) => !left.has(row)).map(textOf), work: answer.work};
  }
  const beside = countsBeside(release, new Set(answer.exposed));
  const behind = [...shown].filter((row) => rows[row]?.counts.some((count) => beside.has(count)));
  const measures = new Set(behind.map(measureOf).filter((measure) => measure !== null));
  throw exposed(answer.exposed.map(nameOf), [...measures]);
}

/** Counts, and those that stand in a sum with one of them. */
function countsBeside({system}: ReleaseCounts, counts: ReadonlySet<number>): Set<number> {
  const sums = system.sums.map(({whole, parts}) => [whole, ...parts]);
  return new Set([...counts, ...sums.filter((sum) => sum.some((count) => counts.has(count))).flat()]);
}
