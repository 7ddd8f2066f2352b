import type {AuditTable} from "../disclosure/audit/table_program.ts";
import type {ReleaseCounts} from "./release_counts.ts";

/** Breakdowns that are made of programs, and are looked at together with them. */
const ofPrograms = ["program", "site", "level_of_care", "population"];

/**
 * The tables of counts that an audit looks at, since all of a release at once is too much to solve: each place over all sets of people;
 * the sets that one row tells, and who is between them, over all groups and periods of a breakdown with its totals; and in crossed
 * breakdowns, which have many groups, each of these sets alone.
 */
export function auditTables(release: Pick<ReleaseCounts, "system" | "rows" | "nameOf">): AuditTable[] {
  const {byPlace, bySet} = sortCounts(release);
  const countsIn = (sets: readonly string[], breakdowns: readonly string[]) =>
    sets.flatMap((set) => breakdowns.flatMap((breakdown) => bySet.get(set)?.get(breakdown) ?? []));
  const families = familiesOf(release, new Set(bySet.keys()));
  const alone = [...new Set(families.flat())].map((set) => [set]);
  const breakdowns = new Set([...bySet.values()].flatMap((counts) => [...counts.keys()]));
  const lines = [...breakdowns].filter(isOwnTable).flatMap((breakdown) => {
    const within = withTotals(breakdown);
    return (breakdown.includes("+") ? alone : families).map((sets) => countsIn(sets, within));
  });
  return [...lines, ...byPlace.values()].filter(({length}) => length > 1);
}

function sortCounts({system, nameOf}: Pick<ReleaseCounts, "system" | "nameOf">) {
  const byPlace = new Map<string, number[]>();
  const bySet = new Map<string, Map<string, number[]>>();
  for (const count of system.counts.keys()) {
    const {set, place} = nameOf(count);
    const breakdown = place.slice(0, place.indexOf("|"));
    const breakdowns = bySet.get(set) ?? new Map<string, number[]>();
    bySet.set(set, breakdowns);
    addTo(breakdowns, breakdown, count);
    addTo(byPlace, place, count);
  }
  return {byPlace, bySet};
}

function addTo(lists: Map<string, number[]>, key: string, count: number): void {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  list.push(count);
}

/** The sets that a row tells together, with those who are in one and not in another; none that is part of another family. */
function familiesOf({rows, nameOf}: Pick<ReleaseCounts, "rows" | "nameOf">, names: ReadonlySet<string>): string[][] {
  const families = new Map<string, readonly string[]>();
  for (const {counts} of rows) {
    const sets = [...new Set(counts.map((count) => nameOf(count).set))].sort();
    families.set(sets.join("\n"), sets);
  }
  const all = [...families.values()];
  const largest = all.filter((own) => !all.some((other) => isPartOf(own, other)));
  return largest.map((sets) => {
    const between = sets.flatMap((outer) => sets.map((inner) => `${outer} less ${inner}`));
    return [...sets, ...between.filter((name) => names.has(name))];
  });
}

function isPartOf(own: readonly string[], other: readonly string[]): boolean {
  return own.length < other.length && own.every((set) => other.includes(set));
}

function isOwnTable(breakdown: string): boolean {
  return breakdown === "program" || !ofPrograms.includes(breakdown);
}

function withTotals(breakdown: string): string[] {
  if (breakdown === "all") return ["all"];
  if (breakdown === "program") return [...ofPrograms, "all"];
  return [breakdown, ...(breakdown.includes("+") ? breakdown.split("+") : []), "all"];
}
