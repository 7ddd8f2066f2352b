import type {Day} from "./calendar.ts";
import type {Field} from "./field.ts";
import {likeness} from "./fresh.ts";
import {columns, keyIn} from "./layout.ts";
import type {RowFault} from "./row_faults.ts";
import type {Plant, Statement} from "./statements.ts";

/** Plants the faults one after the other, spread over the months. */
export function plantRowFaults(
  statements: readonly Statement[],
  field: Field,
  days: readonly Day[],
  faults: readonly RowFault[]
): Statement[] {
  const replaced = new Map<Statement, Statement[]>();
  const added: Statement[] = [];
  for (const [index, fault] of faults.entries()) {
    const month = 1 + ((index * 7) % (days.length - 4));
    const fits = ({row}: Statement) => fault.fits?.(row) ?? true;
    if (fault.how === "again") added.push(...sentAgain(field.once(fault.file, month - 1, fits), fault, days));
    else {
      const model = field.once(fault.file, fault.how === "extra" && fault.file === "programs" ? 0 : month, fits);
      if (fault.how === "extra") added.push(spoil(likeness(model, field.keys, {}), fault, days));
      else replaced.set(model, [spoil(model, fault, days), {...model, month: model.month + 1}]);
    }
  }
  return [...statements.flatMap((one) => replaced.get(one) ?? [one]), ...added];
}

/** A new session and a known client come in two rows that differ, a new session beside its delete; all are right a month later. */
export function plantDuplicates(statements: readonly Statement[], field: Field): Statement[] {
  const session = field.once("sessions", 3, isAttended);
  const client = field.once("clients", 10);
  const deleted = field.once("sessions", 17, isAttended);
  const beside = new Map<Statement, Statement>([
    [session, {...session, row: {...session.row, attendance: "no_show", attended_minutes: ""}}],
    [deleted, {...deleted, row: {session_key: deleted.key}, form: "delete"}]
  ]);
  const again = {...client, month: client.month + 1};
  const differing = {...again, row: {...again.row, sex: "unknown", veteran: "unknown", zip3: "000"}};
  const told = statements.flatMap((one) => {
    const other = beside.get(one);
    return other === undefined ? [one] : [twice(one), twice(other), {...one, month: one.month + 1}];
  });
  return [...told, twice(again), twice(differing), {...again, month: again.month + 1}];
}

function twice(statement: Statement): Statement {
  return {
    ...statement,
    plant: {code: "duplicate_key", column: columns[statement.file][0] ?? null, kind: "defect", mended: true}
  };
}

/** The row as it was, spoiled, a month after it first came, and as it was again after another month. */
function sentAgain(known: Statement, fault: RowFault, days: readonly Day[]): Statement[] {
  const again = {...known, month: known.month + 1};
  return [spoil(again, fault, days), {...again, month: again.month + 1}];
}

function spoil(statement: Statement, fault: RowFault, days: readonly Day[]): Statement {
  const row = {...statement.row, ...fault.wrong(statement.row, days[statement.month] ?? 0)};
  const plant: Plant = {code: fault.code, column: fault.column, kind: "defect", mended: fault.how !== "extra"};
  const spoiled = {...statement, row, plant, key: keyIn(statement.file, row)};
  return fault.form === undefined ? spoiled : {...spoiled, form: fault.form};
}

function isAttended({row}: Statement): boolean {
  return row.attendance === "attended" && row.attended_minutes !== undefined;
}
