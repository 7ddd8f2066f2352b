import type {Value} from "../table.ts";
import type {DiversityFigure} from "./anonymity_report.ts";
import {roundDown, roundUp} from "./coarse_share.ts";
import type {EquivalenceClass} from "./equivalence_classes.ts";
import type {SensitiveField} from "./options.ts";

/** How many people of a class, or of all, have each reading of a sensitive column. */
type Readings = ReadonlyMap<string, number>;

/**
 * Whether a class keeps a sensitive column from being told: at least l readings in it, and no value that all have. An empty value
 * is none, since who knows that one of eleven was not asked still knows the ten. The reading of a person with several rows is the
 * set of their values. Where harmful values are named, a class without any of them tells nothing, all others are read as one
 * value, and someone must have only these.
 * Source: distinct l-diversity, Machanavajjhala and others 2007, doi:10.1145/1217299.1217302.
 */
export function isDiverse(own: EquivalenceClass, index: number, {values}: SensitiveField, l: number): boolean {
  const known = knownValues(own, index);
  if (known.length === 0) return true;
  const readings = readingsOf(known, values);
  if (values !== null) {
    if (!holdsHarm(known, values)) return true;
    return readings.size >= l && readings.has(keyOf([]));
  }
  const [first, ...others] = known;
  const isCommon = [...(first ?? [])].some((value) => others.every((set) => set.has(value)));
  return readings.size >= l && !isCommon;
}

/** Distinct l, entropy l and closeness of a sensitive column over all classes that tell something of it. */
export function diversityOf(
  classes: readonly EquivalenceClass[],
  index: number,
  sensitive: SensitiveField
): DiversityFigure {
  const {field, values} = sensitive;
  const all = readingsOf(
    classes.flatMap((own) => knownValues(own, index)),
    values
  );
  const known = classes.map((own) => knownValues(own, index)).filter((own) => own.length > 0);
  const telling = known.filter((own) => values === null || holdsHarm(own, values));
  const least = (numbers: readonly number[]) => (numbers.length === 0 ? null : Math.min(...numbers));
  const evenness = least(telling.map((own) => Math.exp(entropyOf(readingsOf(own, values)))));
  const distances = known.map((own) => distance(readingsOf(own, values), all));
  return {
    field,
    l: least(telling.map((own) => readingsOf(own, values).size)),
    entropy_l: evenness === null ? null : roundDown(evenness, 0.1),
    closeness: distances.length === 0 ? null : roundUp(Math.max(...distances), 0.05)
  };
}

/** The values of each person of whom any is known. */
function knownValues({persons}: EquivalenceClass, index: number): ReadonlySet<Value>[] {
  return [...persons.values()].map((readings) => readings[index] ?? new Set<Value>()).filter((set) => set.size > 0);
}

function holdsHarm(known: readonly ReadonlySet<Value>[], values: readonly Value[]): boolean {
  return known.some((set) => values.some((value) => set.has(value)));
}

function readingsOf(known: readonly ReadonlySet<Value>[], harmful: readonly Value[] | null): Readings {
  const readings = new Map<string, number>();
  for (const set of known) {
    const key = keyOf(harmful === null ? [...set] : harmful.filter((value) => set.has(value)));
    readings.set(key, (readings.get(key) ?? 0) + 1);
  }
  return readings;
}

function keyOf(values: readonly Value[]): string {
  return values
    .map((value) => JSON.stringify(value))
    .sort()
    .join(",");
}

function sharesOf(readings: Readings): Map<string, number> {
  const total = [...readings.values()].reduce((sum, count) => sum + count, 0);
  return new Map([...readings].map(([reading, count]) => [reading, count / total]));
}

/** In nats. */
export function entropyOf(readings: Readings): number {
  return [...sharesOf(readings).values()].reduce((sum, share) => sum - share * Math.log(share), 0);
}

/** Half the sum of differences of shares: t-closeness with the same distance between any two values. */
function distance(own: Readings, all: Readings): number {
  const [mine, theirs] = [sharesOf(own), sharesOf(all)];
  return [...theirs].reduce((sum, [reading, share]) => sum + Math.abs(share - (mine.get(reading) ?? 0)), 0) / 2;
}
