import type {Table, Value} from "../table.ts";
import type {AnonymityReport} from "./anonymity_report.ts";
import {coarseShare} from "./coarse_share.ts";
import {placeOf} from "./cohort.ts";
import type {Demand} from "./options.ts";

/**
 * The share of people who are the only one with their combination of values in the columns that are neither keys nor
 * quasi-identifiers: days, counts, scores. Whoever knows these of somebody needs no quasi-identifier.
 */
export function uniquenessOf(
  tables: readonly Table[],
  {person, quasi_identifiers}: Demand
): AnonymityReport["uniqueness"] {
  const known = new Map<Value, string[]>();
  let columns = 0;
  for (const table of tables) {
    const who = placeOf(person, table);
    const places = table.fields.flatMap(({name, sensitivity}, place) =>
      sensitivity === "key" || place === who || quasi_identifiers.includes(name) ? [] : [place]
    );
    columns += places.length;
    for (const row of table.rows) {
      const rows = known.get(row[who] ?? null) ?? [];
      known.set(row[who] ?? null, rows);
      rows.push(JSON.stringify(places.map((place) => row[place])));
    }
  }
  const people = new Map<string, number>();
  for (const rows of known.values()) {
    const key = rows.sort().join("\n");
    people.set(key, (people.get(key) ?? 0) + 1);
  }
  const alone = [...people.values()].filter((count) => count === 1).length;
  return {columns, share: coarseShare(alone, known.size)};
}
