import type {Warehouse} from "../database/warehouse.ts";
import type {Suffix} from "../measures/count.ts";

/** A program and the groups that its episodes are counted in. */
export interface Program {
  readonly source: string;
  readonly program_key: string;
  /** Group of the breakdown program: the key, or source/key where two sources use the same. */
  readonly group: string;
  readonly site: string;
  readonly name: string;
  readonly population: string;
  readonly level_of_care: string;
}

interface Row extends Omit<Program, "group" | "site"> {
  readonly site_key: string;
}

/** Programs as the warehouse knows them, in order of group. */
export async function readPrograms(warehouse: Warehouse, suffix: Suffix): Promise<Program[]> {
  const rows = await warehouse.query<Row>(
    `select source, program_key, site_key, name, population, level_of_care
     from warehouse${suffix}.program order by program_key, source`
  );
  return groupPrograms(rows);
}

/** Names the groups: a key that two sources use is told apart by its source. */
export function groupPrograms(rows: readonly Row[]): Program[] {
  const programs = sourcesByKey(rows, (row) => row.program_key);
  const sites = sourcesByKey(rows, (row) => row.site_key);
  return rows.map(({site_key, ...row}) => ({
    ...row,
    group: groupName(row.source, row.program_key, programs),
    site: groupName(row.source, site_key, sites)
  }));
}

function sourcesByKey(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Set<string>> {
  const sources = new Map<string, Set<string>>();
  for (const row of rows) sources.set(keyOf(row), (sources.get(keyOf(row)) ?? new Set()).add(row.source));
  return sources;
}

function groupName(source: string, key: string, sources: Map<string, Set<string>>): string {
  return (sources.get(key)?.size ?? 0) > 1 ? `${source}/${key}` : key;
}
