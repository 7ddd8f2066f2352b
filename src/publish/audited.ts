import type {Audit, Audited} from "../disclosure/audit/audit.ts";
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
}

/** Rows as they were chosen: which are shown, and the measure of each that is of one. */
export interface ChosenRows {
  readonly shown: ReadonlySet<number>;
  readonly measureOf: (row: number) => string | null;
}

/**
 * Audits the rows chosen of a release. Throws a UserError that names places where a small count follows, and the measures behind it,
 * if hiding does not mend it.
 */
export function audited(
  release: ReleaseCounts,
  {shown, measureOf}: ChosenRows,
  protection: Protection,
  {audit, action}: Auditing
): Audited {
  const {system, rows, nameOf} = release;
  const tables = auditTables(release);
  const answer = audit({system, rows, shown, tables, protection, may_hide: action === "hide"});
  if (answer.exposed.length === 0) return answer;
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
