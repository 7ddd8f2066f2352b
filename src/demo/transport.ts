import {Random} from "../statistics/random.ts";
import type {FreshKeys} from "./fresh.ts";
import {columns} from "./layout.ts";
import {byKey, isPcl5, isPlain, nameOf, type Statement} from "./statements.ts";

/** What harmless things happen in sending: rows sent again, copied within a file, deleted by mistake, deleted though unknown. */
export function plantTransport(
  seed: number,
  statements: readonly Statement[],
  months: number,
  keys: FreshKeys
): Statement[] {
  const random = new Random(seed, "transport");
  return [
    ...resent(statements, months),
    ...statements,
    ...copied(random, statements),
    ...deletedByMistake(random, statements),
    ...Array.from({length: 2}, () => deleteOfUnknown(keys))
  ];
}

/** Twice a year the last 150 sessions of the month before come once more; what is newer in the month itself wins. */
function resent(statements: readonly Statement[], months: number): Statement[] {
  const again: Statement[] = [];
  for (let month = 5; month < months; month += 6) {
    const before = statements.filter((one) => one.file === "sessions" && one.month === month - 1 && isPlain(one));
    again.push(...before.slice(-150).map((one) => ({...one, month})));
  }
  return again;
}

function copied(random: Random, statements: readonly Statement[]): Statement[] {
  const candidates = statements.filter((one) => one.file === "sessions" && one.month === 6 && isPlain(one));
  return Array.from({length: 3}, () => ({...random.pick(candidates), form: "copy"}));
}

/** Deleted a month after they came and back another month later. */
function deletedByMistake(random: Random, statements: readonly Statement[]): Statement[] {
  const told = byKey(statements);
  const once = (one: Statement) => told.get(nameOf(one.file, one.key))?.length === 1;
  const candidates = statements.filter(
    (one) => one.file === "assessments" && one.month === 3 && isPlain(one) && once(one) && !isPcl5(one)
  );
  return Array.from({length: 2}, () => random.pick(candidates)).flatMap((one) => [
    {...one, month: 4, row: {[columns.assessments[0] ?? ""]: one.key}, form: "delete" as const},
    {...one, month: 5}
  ]);
}

function deleteOfUnknown(keys: FreshKeys): Statement {
  const key = keys("sessions");
  return {file: "sessions", key, month: 8, row: {session_key: key}, form: "delete"};
}
