import type {Warehouse} from "../database/warehouse.ts";
import type {Suffix} from "../measures/count.ts";
import type {Measure} from "../measures/measure.ts";

/** What the columns of the warehouse mean: their comments. */
export interface Dictionary {
  /** The table, of those a measure counts in, that has a column. Throws where none has. */
  tableOf(measure: Pick<Measure, "grain">, column: string): string;
  wordsOf(table: string, column: string): string;
}

/** The tables whose columns a measure of a grain names; where two have a column, the first is meant. */
export const tablesOf = {
  episode: ["episode_outcome"],
  score: ["episode_score", "episode_outcome"],
  referral: ["referral_outcome"],
  meeting: ["meeting"],
  session: ["session_period"],
  week: ["session_period"]
} as const satisfies Record<Measure["grain"], readonly string[]>;

export async function readDictionary(warehouse: Warehouse, suffix: Suffix): Promise<Dictionary> {
  const rows = await warehouse.query<{table: string; column: string; words: string | null}>(
    `select c.relname as table, a.attname as column, col_description(c.oid, a.attnum) as words
     from pg_class as c join pg_attribute as a on a.attrelid = c.oid
     where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`,
    [`warehouse${suffix}`]
  );
  const words = new Map(
    rows.map((row) => [`${row.table}.${row.column}`, row.words ?? row.column.replaceAll("_", " ")])
  );
  return {
    tableOf: ({grain}, column) => {
      const table = tablesOf[grain].find((one) => words.has(`${one}.${column}`));
      if (table === undefined) throw new Error(`no table of grain ${grain} has a column ${column}`);
      return table;
    },
    wordsOf: (table, column) => words.get(`${table}.${column}`) ?? column
  };
}
