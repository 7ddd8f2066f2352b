import type {CheckRow} from "./published_release.ts";

/** A check whose status is another one; null where a release does not have it. */
export interface CheckChange {
  readonly check: string;
  readonly source: string;
  readonly subject: string;
  readonly severity: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface CheckChanges {
  /** Did not fail then, or was not there, and fails now. */
  readonly began_to_fail: readonly CheckChange[];
  /** Failed then and does not now, or is gone. */
  readonly no_longer_fail: readonly CheckChange[];
}

/** Checks that fail in one of two releases only. */
export function checksChanged(before: readonly CheckRow[], after: readonly CheckRow[]): CheckChanges {
  const [old, now] = [byName(before), byName(after)];
  const all = [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const row = is ?? was;
    if (row === undefined) return [];
    const {check, source, subject, severity} = row;
    return [{check, source, subject, severity, before: was?.status ?? null, after: is?.status ?? null}];
  });
  return {
    began_to_fail: all.filter((one) => one.before !== "fail" && one.after === "fail"),
    no_longer_fail: all.filter((one) => one.before === "fail" && one.after !== "fail")
  };
}

function byName(rows: readonly CheckRow[]): Map<string, CheckRow> {
  return new Map(rows.map((row) => [[row.check, row.source, row.subject].join("|"), row]));
}
