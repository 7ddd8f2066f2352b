import type {Day} from "./calendar.ts";
import {isoOf} from "./calendar.ts";
import {columns, type FileName, fileNames} from "./layout.ts";
import {type FileCounts, Ledger} from "./ledger.ts";
import type {Organisation} from "./organisation.ts";
import {nameOf, type Statement} from "./statements.ts";

/** A delivery before it is written, with the fate of its rows. */
export interface Draft {
  readonly folder: string;
  readonly delivered_on: Day;
  readonly sequence: number;
  readonly mode: "full" | "delta";
  /** before: the old system; after: the new one, with CRLF, a byte order mark and its own order of columns. */
  readonly system: "before" | "after";
  readonly files: readonly DraftFile[];
}

export interface DraftFile {
  readonly file: FileName;
  readonly statements: readonly Statement[];
  readonly counts: FileCounts;
}

export interface Drafts {
  /** In the order of history. */
  readonly drafts: readonly Draft[];
  readonly ledger: Ledger;
}

/** Puts the statements into deliveries in the order of history, and follows them in a ledger. */
export function draftDeliveries(
  statements: readonly Statement[],
  organisation: Organisation,
  days: readonly Day[]
): Drafts {
  const ledger = new Ledger();
  const {incidents} = organisation;
  const months = Map.groupBy(statements, ({month}) => month);
  const drafts = days.flatMap((delivered_on, month) => {
    const mode = month === 0 ? ("full" as const) : ("delta" as const);
    const system = month < incidents.upgrade.month ? ("before" as const) : ("after" as const);
    const whole = month === incidents.full.month;
    const dated = {delivered_on, system};
    const full = whole
      ? [
          draft(
            {...dated, folder: `${isoOf(delivered_on)}-full`, sequence: 0, mode: "full"},
            sentWhole(ledger, month),
            ledger
          )
        ]
      : [];
    const folder = folderOf(organisation, days, month);
    return [...full, draft({...dated, folder, sequence: whole ? 1 : 0, mode}, latest(months.get(month) ?? []), ledger)];
  });
  return {drafts, ledger};
}

function draft(header: Omit<Draft, "files">, statements: readonly Statement[], ledger: Ledger): Draft {
  const files = fileNames
    .map((file) => ({file, statements: statements.filter((one) => one.file === file)}))
    .filter((one) => one.statements.length > 0)
    .map((one) => ({...one, counts: ledger.take(one.file, one.statements, header.mode)}));
  return {...header, files};
}

/** The late delivery lies behind those of the two following months; the refused upgrade was sent again to a folder of its own. */
function folderOf({incidents}: Organisation, days: readonly Day[], month: number): string {
  const name = (of: number) => isoOf(days[of] ?? 0);
  if (month === incidents.late.month) return `${name(month + 2)}-late`;
  return month === incidents.upgrade.month ? `${name(month)}-resent` : name(month);
}

/** Programs, clients and referrals once more as they stand, but for three lost referrals, and one client spoiled. */
function sentWhole(ledger: Ledger, month: number): Statement[] {
  const files: FileName[] = ["programs", "clients", "referrals"];
  const statements = files.flatMap((file) =>
    [...ledger.rows(file)].map(([key, row]): Statement => ({file, key, month, row}))
  );
  const lost = statements.filter((one) => one.row.outcome === "lost").slice(0, 3);
  const client = statements.find((one) => one.file === "clients");
  return statements
    .filter((one) => !lost.includes(one))
    .map((one) => (one === client ? {...one, row: {...one.row, sex: "n/a"}, plant: wholeFault} : one));
}

const wholeFault = {code: "bad_value", column: "sex", kind: "defect", mended: false} as const;

/** Of several plain statements of one key the last, as a system sends it; planted rows and copies stay beside it. */
function latest(statements: readonly Statement[]): Statement[] {
  const isFixed = (one: Statement) => one.plant !== undefined || one.form === "copy";
  const last = new Map(statements.filter((one) => !isFixed(one)).map((one) => [nameOf(one.file, one.key), one]));
  return statements.filter((one) => isFixed(one) || last.get(nameOf(one.file, one.key)) === one);
}

/** The columns of a file as a system writes them: in the order of the format, or by name with _delete first. */
export function headerOf(draft: Draft, file: FileName): string[] {
  const names = draft.mode === "delta" ? [...columns[file], "_delete"] : [...columns[file]];
  return draft.system === "before" ? names : names.sort();
}
