import {createHash} from "node:crypto";
import type {Audit, Audited, AuditWork, Question} from "./audit.ts";

/** An answer as it is kept: indices of rows that may not be shown, and counts that are known too narrowly. */
export interface KeptAnswer {
  readonly hidden: readonly number[];
  readonly exposed: readonly number[];
  readonly work: AuditWork;
}

/** Answers by what was asked. */
export type Answers = ReadonlyMap<string, KeptAnswer>;

/** An audit that does not work out again what was asked before, and the answers that it gave. */
export interface RememberedAudit {
  readonly audit: Audit;
  /** Answers that were not known before. */
  readonly added: Answers;
}

/** Raised when audits look at other things than before, so that old answers do not hold. */
const version = 1;

/** Asks `audit` only what `known` does not answer. */
export function rememberedAudit(known: Answers, audit: Audit): RememberedAudit {
  const added = new Map<string, KeptAnswer>();
  const answer = (question: Question): Audited => {
    const key = keyOf(question);
    const {hidden, exposed, work} = known.get(key) ?? added.get(key) ?? keep(key, audit(question));
    return {hidden: new Set(hidden), exposed, work};
  };
  const keep = (key: string, {hidden, exposed, work}: Audited) => {
    const kept = {hidden: [...hidden], exposed, work};
    added.set(key, kept);
    return kept;
  };
  return {audit: answer, added};
}

/** What tells a question from every other. */
function keyOf({system, rows, shown, tables, protection, may_hide}: Question): string {
  const hash = createHash("sha256").update(JSON.stringify([version, protection.width, may_hide]));
  const add = (numbers: readonly number[]) => hash.update(Float64Array.from([numbers.length, ...numbers]));
  const addLists = (lists: readonly (readonly number[])[]) => {
    add(lists.map(({length}) => length));
    add(lists.flat());
  };
  hash.update(Float64Array.from(system.counts)).update(Uint8Array.from(system.sensitive, Number));
  addLists(system.sums.map(({whole, parts}) => [whole, ...parts]));
  addLists(rows.map(({counts, rank, is_public}) => [rank, Number(is_public === true), ...counts]));
  hash.update(Float64Array.from([...shown].sort((a, b) => a - b)));
  addLists(tables);
  return hash.digest("hex");
}
