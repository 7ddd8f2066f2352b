import {instruments} from "../instruments/index.ts";
import {isScoreFlag} from "./grain.ts";
import {implied} from "./implied_conditions.ts";
import {isOverUnits, type Measure, type UnitMeasure} from "./measure.ts";

/**
 * Who (or which sessions) a published count counts: those for whom all conditions hold. Two counts of the same set are one count,
 * and a set with all conditions of another, and more, lies inside it: so their difference is a count of people too.
 */
export interface CountSet {
  readonly id: string;
  /** Sets of different scopes have no units in common in a period; over all time, those of episodes may. */
  readonly scope: string;
  readonly holds: ReadonlySet<string>;
  /** Of sets that grow day by day: ids of sets that make up the whole of it and have nobody in common. */
  readonly splits?: readonly (readonly string[])[];
}

/** The sets behind the counts of a measure's results; null where a count is of no set. */
export interface MeasureSets {
  readonly units: CountSet;
  readonly denominator: CountSet;
  readonly numerator: CountSet | null;
}

/** The sets that the rows of a measure count. */
export function setsOf(measure: Measure): MeasureSets {
  if (!isOverUnits(measure)) {
    const denominator = setOf(measure.grain, [measure.denominator]);
    const numerator = setOf(measure.grain, [measure.denominator, measure.numerator]);
    return {units: setOf(`${measure.grain} by episode`, [measure.denominator]), denominator, numerator};
  }
  const units = countedSet(measure);
  switch (measure.kind) {
    case "proportion":
      return {units, denominator: units, numerator: countedSet(measure, measure.numerator)};
    case "share_within":
      return {units, denominator: units, numerator: countedSet(measure, [`${measure.value} within`])};
    case "cumulative_incidence":
      return {units, denominator: units, numerator: countedSet(measure, [`${measure.of} by ${measure.by_day}`])};
    case "unit_ratio": {
      const scope = `${units.id} ${measure.denominator}`;
      return {units, denominator: setOf(scope, []), numerator: setOf(scope, [measure.numerator])};
    }
    default:
      return {units, denominator: units, numerator: null};
  }
}

/** Those whom a measure counts, and for whom some more conditions hold. */
function countedSet(measure: UnitMeasure, more: readonly string[] = []): CountSet {
  return unitSet(measure, [...measure.counted, ...more], measure.quarter?.closes_after_days ?? 0);
}

/** What kind of units a measure counts, and by which of their dates. */
export type UnitKind = Pick<UnitMeasure, "grain" | "period_by" | "instrument">;

/** Units of a measure's grain for whom conditions hold, in quarters whose last day lies at least some days back. */
export function unitSet(measure: UnitKind, conditions: readonly string[], closed_for = 0): CountSet {
  const {grain, period_by, instrument = ""} = measure;
  const scope = grain === "score" || grain === "episode" ? `episode ${period_by}` : `${grain} ${period_by}`;
  const own = conditions.map((condition) =>
    isScoreFlag(condition) && grain === "score" ? `${instrument} ${condition}` : condition
  );
  const closed = Array.from({length: Math.floor(closed_for / 30)}, (_, index) => `closed for ${30 * (index + 1)} days`);
  return setOf(scope, [...implied(own), ...closed]);
}

/** Units of any scope for whom conditions hold. */
export function setOf(scope: string, conditions: Iterable<string> = []): CountSet {
  const holds = new Set(conditions);
  return {id: `${scope}: ${[...holds].sort().join(" & ")}`, scope, holds};
}

/** Of some sets, the pairs of which the second lies inside the first. */
export function nested(sets: readonly CountSet[]): (readonly [outer: CountSet, inner: CountSet])[] {
  return sets.flatMap((outer) =>
    sets.filter((inner) => inner.id !== outer.id && isInside(inner, outer)).map((inner) => [outer, inner] as const)
  );
}

/**
 * The same of sets of episodes that are placed by different dates: they have units in common over all time. Who was admitted and not
 * discharged is in treatment.
 */
export function nestedOverAllTime(sets: readonly CountSet[]): (readonly [outer: CountSet, inner: CountSet])[] {
  const episodes = sets.filter(({scope, splits}) => scope.startsWith("episode ") && splits === undefined);
  return episodes.flatMap((outer) =>
    episodes
      .filter((inner) => inner.scope !== outer.scope && isInside({...inner, scope: outer.scope}, outer))
      .map((inner) => [outer, inner] as const)
  );
}

/** Whether there is no set between two of which the second lies inside the first. */
export function nextOf(
  pairs: readonly (readonly [outer: CountSet, inner: CountSet])[]
): (outer: CountSet, inner: CountSet) => boolean {
  const inside = new Map<string, Set<string>>();
  for (const [outer, inner] of pairs) inside.set(outer.id, (inside.get(outer.id) ?? new Set()).add(inner.id));
  return (outer, inner) =>
    ![...(inside.get(outer.id) ?? [])].some((between) => inside.get(between)?.has(inner.id) === true);
}

/** Two sets that overlap, those who are in both, and a set around them. */
export interface Overlap {
  readonly whole: CountSet;
  readonly one: CountSet;
  readonly other: CountSet;
  readonly both: CountSet;
}

/** Given which sets lie inside which, the sets that overlap in a third, with every set around them. */
export function overlaps(pairs: readonly (readonly [outer: CountSet, inner: CountSet])[]): Overlap[] {
  const names = new Set(pairs.map(([outer, inner]) => `${outer.id} > ${inner.id}`));
  const holds = (outer: CountSet, inner: CountSet) => names.has(`${outer.id} > ${inner.id}`);
  const inner = Map.groupBy(
    pairs.filter(([, {splits}]) => splits === undefined),
    ([, inside]) => inside
  );
  return [...inner].flatMap(([both, own]) => {
    const around = own.map(([outer]) => outer);
    return around.flatMap((one, index) =>
      around.slice(index + 1).flatMap((other) => {
        if (holds(one, other) || holds(other, one) || !isMeeting(one, other, both)) return [];
        const wholes = around.filter((outer) => holds(outer, one) && holds(outer, other));
        return wholes.map((whole) => ({whole, one, other, both}));
      })
    );
  });
}

/** Whether a set inside two others is everyone who is in both. */
function isMeeting(one: CountSet, other: CountSet, both: CountSet): boolean {
  const together = new Set([...one.holds, ...other.holds]);
  return together.size === both.holds.size || implied([...together]).size === both.holds.size;
}

function isInside(inner: CountSet, outer: CountSet): boolean {
  return (
    inner.scope === outer.scope &&
    inner.holds.size > outer.holds.size &&
    [...outer.holds].every((condition) => inner.holds.has(condition))
  );
}

/** Conditions of which at most one holds for anybody: sets that differ in them only have nobody in common. */
export const exclusive: readonly (readonly string[])[] = [
  ["is_reliably_improved", "is_reliably_worse", "is_not_reliably_changed"],
  ["is_newly_ideating", "is_no_longer_ideating"],
  ["planned by exit_day", "unplanned by exit_day"],
  ["attended_sessions", "missed_sessions", "client_cancelled_sessions"]
];

/** Of some sets, families inside one outer set that have nobody in common. */
export function apart(sets: readonly CountSet[]): {readonly outer: CountSet; readonly parts: readonly CountSet[]}[] {
  const byId = new Map(sets.map((set) => [set.id, set]));
  const outers = sets.filter(({splits}) => splits === undefined);
  return outers.flatMap((outer) =>
    exclusive.flatMap((flags) => {
      const families = [flags, ...instruments.map(({id}) => flags.map((flag) => `${id} ${flag}`))];
      return families.flatMap((family) => {
        const parts = family.flatMap((flag) => byId.get(setOf(outer.scope, implied([...outer.holds, flag])).id) ?? []);
        const inside = parts.filter((part) => part.id !== outer.id);
        return inside.length > 1 ? [{outer, parts: inside}] : [];
      });
    })
  );
}
