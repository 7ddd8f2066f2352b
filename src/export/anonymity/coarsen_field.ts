import {UserError} from "../../errors.ts";
import type {Field, Level, Value} from "../table.ts";
import {bandsOf, readBanding} from "./bands.ts";
import {type Step, stepInWords} from "./options.ts";

/** The code that says why a column is empty that a step has emptied. */
export const withheld: Level = {code: "withheld", label: "withheld to protect people"};

export interface Coarser {
  readonly field: Field;
  readonly value: (value: Value) => Value;
  /** No value is left in it. */
  readonly is_emptied: boolean;
}

/** What a step makes of a column and of its values, which are all that occur in it. A step that does not fit is a UserError. */
export function coarsenField(field: Field, values: readonly Value[], step: Step, place: string): Coarser {
  if (!("to" in step)) return merged(field, step, place);
  if (step.to === "none") return emptied(field, step);
  const banding = readBanding(step.to);
  if (banding === null)
    throw new UserError("usage", `${place}: expected none, a width such as 10-year, 65+ or under 18, found ${step.to}`);
  const codes = field.levels?.map(({code}) => code) ?? [];
  const value = bandsOf(banding, [...codes, ...values], place);
  const levels = (field.levels ?? codesIn(values)).map(({code, label}) => {
    const band = value(code);
    return {code: band ?? code, label: band === code ? label : String(band)};
  });
  return {
    field: told({...field, type: "string", levels: distinct(levels)}, step, step.to),
    value,
    is_emptied: false
  };
}

function emptied(field: Field, step: Step): Coarser {
  return {field: told({...field, levels: null}, step, "withheld"), value: () => null, is_emptied: true};
}

function merged(field: Field, step: Extract<Step, {merge: unknown}>, place: string): Coarser {
  const isNumber = field.type !== "string";
  const into = new Map<Value, Value>();
  for (const [name, codes] of Object.entries(step.merge))
    for (const code of codes) {
      if (field.levels?.some((level) => level.code === code) === false)
        throw new UserError("usage", `${place}: expected codes of ${field.name}, found ${code}`, {
          hint: `the codes are ${field.levels.map((level) => level.code).join(" ")}`
        });
      if (isNumber && !Number.isInteger(Number(name)))
        throw new UserError("usage", `${place}: expected a whole number as new code of ${field.name}, found ${name}`);
      into.set(code, isNumber ? Number(name) : name);
    }
  const value = (old: Value) => into.get(old) ?? old;
  const levels = field.levels?.map(({code, label}) => {
    const now = into.get(code) ?? null;
    if (now === null) return {code, label};
    return {code: now, label: field.levels?.find((level) => level.code === now)?.label ?? String(now)};
  });
  return {field: told({...field, levels: distinct(levels ?? null)}, step, "codes joined"), value, is_emptied: false};
}

function told(field: Field, step: Step, what: string): Field {
  return {
    ...field,
    label: `${field.label} (${what})`,
    derivation: `${field.derivation}; made coarser before it left, so that nobody stands out: ${stepInWords(step)}`
  };
}

/** In order of the first number in them. */
function codesIn(values: readonly Value[]): Level[] {
  const codes = [...new Set(values)].filter((value) => value !== null);
  const rank = (code: string | number) => Number(/\d+/.exec(String(code))?.[0] ?? Number.MAX_VALUE);
  codes.sort((a, b) => rank(a) - rank(b) || (String(a) < String(b) ? -1 : 1));
  return codes.map((code) => ({code, label: String(code)}));
}

function distinct<Levels extends readonly Level[] | null>(levels: Levels): readonly Level[] | null {
  return levels === null ? null : [...new Map(levels.map((level) => [level.code, level])).values()];
}
