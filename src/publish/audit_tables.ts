import type {AuditTable} from "../disclosure/audit/table_program.ts";
import type {ReleaseCounts} from "./release_counts.ts";

/** Breakdowns that are made of programs, and are looked at together with them. */
const ofPrograms = ["program", "site", "level_of_care", "population"];

/**
 * The tables of counts that an audit looks at, since all of a release at once is too much to solve. Of the sets of people that rows
 * tell of, and of who is in one set of a row and not in another: every place over all sets; every set over all groups and periods of a
 * breakdown with its totals; and the sets of a row together over all groups and years of a breakdown with its totals.
 */
export function auditTables(release: Pick<ReleaseCounts, "system" | "rows" | "nameOf">): AuditTable[] {
  const families = familiesOf(release);
  const sets = new Set(families.flat());
  const {byPlace, bySet} = sortCounts(release, sets);
  const breakdowns = [...new Set([...bySet.values()].flatMap((counts) => [...counts.keys()]))].filter(isOwnTable);
  const countsIn = (names: readonly string[], breakdown: string) =>
    names.flatMap((set) => withTotals(breakdown).flatMap((one) => bySet.get(set)?.get(one) ?? []));
  const isLong = (count: number) => ["all", "year"].includes(release.nameOf(count).place.split("|")[1] ?? "");
  const alone = breakdowns.flatMap((breakdown) => [...sets].map((set) => countsIn([set], breakdown)));
  const together = breakdowns
    .filter((breakdown) => !breakdown.includes("+"))
    .flatMap((breakdown) => families.map((names) => countsIn(names, breakdown).filter(isLong)));
  return [...alone, ...together, ...byPlace.values()].filter(({length}) => length > 1);
}

function sortCounts({system, nameOf}: Pick<ReleaseCounts, "system" | "nameOf">, sets: ReadonlySet<string>) {
  const byPlace = new Map<string, number[]>();
  const bySet = new Map<string, Map<string, number[]>>();
  for (const count of system.counts.keys()) {
    const {set, place} = nameOf(count);
    if (!sets.has(set)) continue;
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
function familiesOf({system, rows, nameOf}: Pick<ReleaseCounts, "system" | "rows" | "nameOf">): string[][] {
  const names = new Set([...system.counts.keys()].map((count) => nameOf(count).set));
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
