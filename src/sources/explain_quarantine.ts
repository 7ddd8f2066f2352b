import {UserError} from "../errors.ts";
import {contractOf} from "./contract/index.ts";
import {ruleOf} from "./contract/rule.ts";
import {type DefectCode, defects, waitingReasons} from "./defects.ts";

export interface QuarantineCode {
  readonly code: string;
  /** defect: judged when the row arrives. waiting: judged at each build, and takes part again by itself. */
  readonly kind: "defect" | "waiting";
  readonly means: string;
  readonly hint: string;
}

const codes: readonly QuarantineCode[] = [
  ...Object.entries(defects).map(([code, explanation]) => ({code, kind: "defect" as const, ...explanation})),
  ...Object.entries(waitingReasons).map(([code, explanation]) => ({code, kind: "waiting" as const, ...explanation}))
];

/** What a code of the quarantine means and what to do; an unknown code is a UserError. */
export function explainQuarantine(code: string): QuarantineCode {
  const found = codes.find((known) => known.code === code);
  if (found !== undefined) return found;
  throw new UserError("usage", `${code}: expected a code of the quarantine, found none of that name`, {
    hint: `the codes are ${codes.map((known) => known.code).join(", ")}`
  });
}

/** Defects of one cell, which the rule of its column explains. */
const cellDefects: readonly DefectCode[] = ["required_empty", "key_too_long", "bad_value", "bad_date", "future_date"];

/** What a row should have been: the rule of the column at fault, or what the code means. */
export function ruleBroken(file: string, code: string, column: string | null): string {
  const declared = contractOf(file)?.columns.find(({name}) => name === column);
  if (column === "_delete") return "1 or empty";
  if (declared !== undefined && cellDefects.some((known) => known === code)) return ruleOf(declared);
  return explainQuarantine(code).means;
}
