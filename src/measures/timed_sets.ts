import {type CountSet, setOf} from "./count_sets.ts";

/** What may have become of a unit by a day; `open`: last seen without an event; `lost`: that, or died. */
export type Fate = "gone" | "ended" | "open" | "exited" | "lost" | "planned" | "unplanned";

/** Each fate, with those that come with it. */
const withIt: Readonly<Record<Fate, readonly Fate[]>> = {
  gone: ["gone"],
  ended: ["ended", "gone"],
  open: ["open", "lost", "gone"],
  exited: ["exited", "ended", "gone"],
  lost: ["lost", "gone"],
  planned: ["planned", "exited", "ended", "gone"],
  unplanned: ["unplanned", "exited", "ended", "gone"]
};

/** Fates of which everyone of another has just one. */
const splits: Partial<Record<Fate, readonly (readonly Fate[])[]>> = {
  gone: [
    ["ended", "open"],
    ["exited", "lost"]
  ],
  exited: [["planned", "unplanned"]]
};

/** The days of the curves of some units. */
export interface CurveDays {
  /** Ascending. */
  readonly days: readonly number[];
  /** What measures call a fate by a day, such as "planned by day 84". */
  readonly knownAs: Readonly<Record<string, string>>;
}

/** Those of some units of whom a fate has come by a day: they lie inside those of whom it has come by a later one. */
export function fateBy(units: CountSet, fate: Fate, day: number, {days, knownAs}: CurveDays): CountSet {
  const named = (one: Fate, until: number) => knownAs[`${one} by day ${until}`] ?? `${one} by day ${until}`;
  const idOf = (one: Fate) => setOf(units.scope, [...units.holds, named(one, day)]).id;
  const later = days.filter((one) => one >= day);
  return {
    id: idOf(fate),
    scope: units.scope,
    holds: new Set([...units.holds, ...withIt[fate].flatMap((one) => later.map((until) => named(one, until)))]),
    splits: (splits[fate] ?? []).map((family) => family.map(idOf))
  };
}
