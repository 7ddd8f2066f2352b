import {groupLabel} from "../publish/labels.ts";
import type {EpisodeRow, Subject} from "./subject.ts";
import type {Surrogates} from "./surrogates.ts";
import type {Field, Level, Sensitivity, Value} from "./table.ts";

/** A column that a cohort may ask for: what the codebook says of it, and how a subject fills it. */
export interface CohortField extends Omit<Field, "levels"> {
  /** "open" where the codes are those that occur, such as programs. */
  readonly levels: readonly Level[] | "open" | null;
  readonly of: (subject: Subject, surrogates: Surrogates) => Value;
  /** Of a sensitive column, the values that must not be known of somebody; null where each is one. */
  readonly harms: readonly Value[] | null;
  /** Answers to the item on thoughts of death are in it: given out only where the request names a basis. */
  readonly uses_item_9: boolean;
  /** What has to be read for it. */
  readonly instrument: string | null;
  readonly measure: string | null;
}

type Given = Partial<CohortField> & Pick<CohortField, "name" | "label" | "derivation" | "source">;

/** A field with what most fields are: a whole number without codes that tells nothing alone, from the column of its name. */
export function field(given: Given): CohortField {
  return {
    type: "integer",
    levels: null,
    unit: null,
    missing_reason: null,
    sensitivity: "none",
    harms: null,
    uses_item_9: false,
    instrument: null,
    measure: null,
    of: ({episode}) => valueIn(episode, given.name),
    ...given
  };
}

/** A field of codes. */
export function coded(given: Given & {readonly levels: readonly Level[] | "open"}): CohortField {
  return field({type: "string", ...given});
}

/** Codes and what they stand for. */
export function levelsOf(...codes: readonly string[]): Level[] {
  return codes.map((code) => ({code, label: groupLabel("", code)}));
}

/** Yes and no as codes, of a flag. */
export function yesOrNo(flag: boolean): string {
  return flag ? "yes" : "no";
}

export const yesNo: readonly Level[] = [
  {code: "yes", label: "yes"},
  {code: "no", label: "no"}
];

export const quasi: Sensitivity = "quasi_identifier";

function valueIn(episode: EpisodeRow, name: string): Value {
  const value: unknown = name in episode ? episode[name as keyof EpisodeRow] : undefined;
  if (typeof value === "string" || typeof value === "number" || value === null) return value;
  if (typeof value === "boolean") return yesOrNo(value);
  throw new Error(`no column of sql/export/cohort_episode.sql is named ${name}`);
}
