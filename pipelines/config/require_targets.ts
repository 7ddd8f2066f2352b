import {closest} from "fastest-levenshtein";
import {UserError} from "../../src/errors.ts";
import {measures} from "../../src/measures/index.ts";
import {type Measure, unitOf} from "../../src/measures/measure.ts";
import type {Target} from "../../src/settings.ts";

/**
 * Throws a UserError of kind "usage" for the first target that no figure can be held against: of a measure that does not exist or of
 * which neither way is better, with a share beyond 0 to 1, or beside another of the same day for the same programs.
 */
export function requireTargets(targets: readonly Target[], placeOf: (path: PropertyKey[]) => string): void {
  for (const [index, target] of targets.entries()) {
    const measure = measures.find(({id}) => id === target.measure);
    const wrong = measure === undefined ? unknown(target) : wrongWith(target, measure, targets.slice(0, index));
    if (wrong === null) continue;
    const {field, expected, found, hint} = wrong;
    const place = placeOf(["targets", index, field]);
    throw new UserError("usage", `${place}: targets.${index}.${field}: expected ${expected}, found ${found}`, {hint});
  }
}

interface Wrong {
  readonly field: keyof Target;
  readonly expected: string;
  readonly found: string | number;
  readonly hint: string;
}

function unknown({measure}: Target): Wrong {
  const known = measures.map(({id}) => id);
  return {
    ...{field: "measure", expected: "a measure", found: measure},
    hint: `did you mean ${closest(measure, known)}? plumbline explain lists them all`
  };
}

function wrongWith(target: Target, measure: Measure, before: readonly Target[]): Wrong | null {
  const {value, since} = target;
  if (measure.better === "neither") {
    return {
      ...{field: "measure", expected: "a measure of which one way is better", found: measure.id},
      hint: `${measure.label}: neither more nor less of it is better, so no target can be met`
    };
  }
  if (unitOf(measure) === "share" && (value < 0 || value > 1)) {
    return {
      ...{field: "value", expected: "a share of 0 to 1", found: value},
      hint: `${measure.label} is a share: 60 % is written 0.6`
    };
  }
  if (!before.some((other) => isBeside(other, target))) return null;
  return {
    ...{field: "since", expected: "one target for each measure, program and day", found: since},
    hint: `${measure.label} has another target from this day on; the newest one counts, so give it a later day`
  };
}

function isBeside(one: Target, other: Target): boolean {
  const isForSame =
    one.programs.length === 0
      ? other.programs.length === 0
      : one.programs.some((program) => other.programs.includes(program));
  return one.measure === other.measure && one.since === other.since && isForSame;
}
