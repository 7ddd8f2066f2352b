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

/** Audits the rows chosen of a release. Throws a UserError that names places where a small count follows, if hiding does not mend it. */
export function audited(
  release: ReleaseCounts,
  shown: ReadonlySet<number>,
  protection: Protection,
  {audit, action}: Auditing
): Audited {
  const {system, rows, nameOf} = release;
  const tables = auditTables(release);
  const answer = audit({system, rows, shown, tables, protection, may_hide: action === "hide"});
  if (answer.exposed.length > 0) throw exposed(answer.exposed.map(nameOf));
  return answer;
}
