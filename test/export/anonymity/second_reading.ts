import type {Table, Value} from "../../../src/export/table.ts";

/** People by what is known of them, read row by row from one table: the tuples of each person, as one text. */
export function peopleAlike(table: Table, quasi: readonly string[], member = "person_id"): Map<string, Set<Value>> {
  const at = (row: readonly Value[], name: string) =>
    row[table.fields.findIndex((field) => field.name === name)] ?? null;
  const tuples: [Value, string][] = table.rows.map((row) => [
    at(row, member),
    quasi.map((name) => JSON.stringify(at(row, name))).join(" ")
  ]);
  const alike = new Map<string, Set<Value>>();
  for (const id of new Set(tuples.map(([own]) => own))) {
    const own = [...new Set(tuples.filter(([other]) => other === id).map(([, tuple]) => tuple))].sort().join(" | ");
    alike.set(own, (alike.get(own) ?? new Set()).add(id));
  }
  return alike;
}

/** The fewest people who are alike; nobody is infinitely many. */
export function fewestAlike(table: Table, quasi: readonly string[], member = "person_id"): number {
  return Math.min(...[...peopleAlike(table, quasi, member).values()].map(({size}) => size));
}

/** Whether any group of people alike is told a value of a column: all in it with a known value have it, or have one that harms. */
export function isTold(
  table: Table,
  quasi: readonly string[],
  column: string,
  harms: readonly Value[] | null
): boolean {
  const place = table.fields.findIndex(({name}) => name === column);
  const who = table.fields.findIndex(({name}) => name === "person_id");
  return [...peopleAlike(table, quasi).values()].some((ids) => {
    const known = [...ids]
      .map((id) => table.rows.filter((row) => row[who] === id).map((row) => row[place] ?? null))
      .map((values) => values.filter((value) => value !== null))
      .filter((values) => values.length > 0);
    if (known.length === 0) return false;
    if (harms !== null) return known.every((values) => values.some((value) => harms.includes(value)));
    return (known[0] ?? []).some((value) => known.every((values) => values.includes(value)));
  });
}
