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

/** Asks `audit` only what `known` does not answer. What it found safe, or made safe, is safe whatever is asked with it. */
export function rememberedAudit(known: Answers, audit: Audit): RememberedAudit {
  const added = new Map<string, KeptAnswer>();
  const find = (key: string) => known.get(key) ?? added.get(key);
  const answer = (question: Question): Audited => {
    const base = hashOf(question);
    const whole = wholeKey(base, question);
    const kept = find(safeKey(base, question, question.shown)) ?? find(whole) ?? keep(base, whole, question);
    return {...kept, hidden: new Set(kept.hidden)};
  };
  const keep = (base: string, whole: string, question: Question): KeptAnswer => {
    const {hidden, exposed, work} = audit(question);
    const kept = {hidden: [...hidden], exposed, work};
    added.set(whole, kept);
    const left = [...question.shown].filter((row) => !hidden.has(row));
    if (exposed.length === 0) added.set(safeKey(base, question, left), {...kept, hidden: []});
    return kept;
  };
  return {audit: answer, added};
}

/** What tells the counts, sums and tables of a question from those of every other. */
function hashOf({system, tables, protection}: Question): string {
  return hashOfLists([
    [version, protection.width],
    system.counts,
    system.sensitive.map(Number),
    ...listed(system.sums.map(({whole, parts}) => [whole, ...parts])),
    ...listed(tables)
  ]);
}

/** What tells that these rows are shown: whatever they matter, and whatever stands beside them. */
function safeKey(base: string, {rows}: Question, shown: Iterable<number>): string {
  const told = new Set([...shown].flatMap((row) => rows[row]?.counts ?? []));
  return hashOfLists([[...told].sort((a, b) => a - b)], `${base} safe`);
}

function wholeKey(base: string, {rows, shown, may_hide}: Question): string {
  const described = rows.map(({counts, rank, is_public}) => [rank, Number(is_public === true), ...counts]);
  return hashOfLists([...listed(described), [...shown].sort((a, b) => a - b), [Number(may_hide)]], `${base} whole`);
}

/** Lists as two: how long each is, and all that is in them. */
function listed(lists: readonly (readonly number[])[]): [number[], number[]] {
  return [lists.map(({length}) => length), lists.flat()];
}

function hashOfLists(lists: readonly (readonly number[])[], start = ""): string {
  const hash = createHash("sha256").update(start);
  for (const list of lists) hash.update(Float64Array.from([list.length])).update(Float64Array.from(list));
  return hash.digest("hex");
}
