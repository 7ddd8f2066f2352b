import type {Warehouse} from "../database/warehouse.ts";
import {hiddenTogether, type Sum} from "../disclosure/nested_counts.ts";
import type {Contract} from "../sources/contract/contract.ts";
import {contracts} from "../sources/contract/index.ts";
import type {PeriodType} from "./periods.ts";
import {type AcceptedClass, codedColumns, hasDate, vodimStatement} from "./vodim_statement.ts";

const accepted = ["valid", "other", "default", "missing"] as const;
const counts = ["checked", "valid", "other", "default", "invalid", "missing"] as const;
type CountName = (typeof counts)[number];

/** How many rows of a file hold what in a coded column; invalid is empty by year, since a quarantined row has no date that can be trusted. */
export interface VodimCounts extends Readonly<Record<CountName, number | null>> {
  readonly source: string;
  readonly file: string;
  readonly column: string;
  readonly period_type: Extract<PeriodType, "all" | "year">;
  readonly period: string;
}

/** One row of vodim.csv; a count that is hidden to protect people is null. */
export interface VodimRow extends VodimCounts {
  readonly status: "published" | "suppressed";
}

interface Counted {
  readonly source: string;
  readonly column: string;
  readonly year: string;
  readonly class: AcceptedClass | "invalid";
  readonly rows: number;
}

/** The coded columns of every file that has rows, over all time and by year; not yet protected. */
export async function countVodim(warehouse: Warehouse, as_of: string): Promise<VodimCounts[]> {
  const rows: VodimCounts[] = [];
  for (const contract of contracts) {
    const found = await warehouse.query<Counted>(vodimStatement(contract), [as_of]);
    const invalid = await warehouse.query<Counted>(
      `select source, column_name as "column", '' as year, 'invalid' as class, count(*) as rows
       from record.quarantine
       where file = $1 and column_name is not null
         and stated_on <= $2 and (superseded_on is null or superseded_on > $2)
       group by source, column_name`,
      [contract.file, as_of]
    );
    const bySource = Map.groupBy([...found, ...invalid], ({source}) => source);
    for (const source of [...bySource.keys()].sort())
      for (const {name} of codedColumns(contract))
        rows.push(...rowsOf({source, file: contract.file, column: name}, contract, bySource.get(source) ?? []));
  }
  return rows;
}

function rowsOf(
  place: Pick<VodimCounts, "source" | "file" | "column">,
  contract: Contract,
  found: readonly Counted[]
): VodimCounts[] {
  const own = found.filter(({column}) => column === place.column);
  const all = {...place, period_type: "all", period: "", ...countsOf(own)} as const;
  if (all.checked === 0) return [];
  if (!hasDate(contract)) return [all];
  const years = [
    ...Map.groupBy(
      own.filter(({year}) => year !== ""),
      ({year}) => year
    )
  ].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    all,
    ...years.map(
      ([period, some]) => ({...place, period_type: "year", period, ...countsOf(some), invalid: null}) as const
    )
  ];
}

function countsOf(found: readonly Counted[]): Record<CountName, number> {
  const rowsIn = (name: string) =>
    found.reduce((sum, row) => (name === "checked" || row.class === name ? sum + row.rows : sum), 0);
  return Object.fromEntries(counts.map((name) => [name, rowsIn(name)])) as Record<CountName, number>;
}

/** Rows of programs count no people; they are told as they are. */
const ofPrograms = "programs";

/** The rows as they may be published: exact numbers still, but those are hidden that all others in tens would tell. */
export function protectVodim(rows: readonly VodimCounts[]): VodimRow[] {
  const byColumn = Map.groupBy(rows, ({source, file, column}) => [source, file, column].join("|"));
  return [...byColumn.values()].flatMap(protectColumn);
}

function protectColumn(rows: readonly VodimCounts[]): VodimRow[] {
  if (rows[0]?.file === ofPrograms) return rows.map((row) => ({...row, status: "published"}));
  const nameOf = (row: VodimCounts, name: CountName) => `${row.period}|${name}`;
  const all = new Map<string, number>();
  for (const row of rows) for (const name of counts) if (row[name] !== null) all.set(nameOf(row, name), row[name]);
  const hidden = hiddenTogether(all, sumsOf(rows, nameOf));
  return rows.map((row) => {
    const isHidden = (name: CountName) => hidden.has(nameOf(row, name));
    const told = Object.fromEntries(counts.map((name) => [name, isHidden(name) ? null : row[name]]));
    return {
      ...row,
      ...(told as Record<CountName, number | null>),
      status: counts.some(isHidden) ? "suppressed" : "published"
    };
  });
}

/** What is checked is in one of the classes; what is in a class is so in one of the years, if the rows have any. */
function sumsOf(rows: readonly VodimCounts[], nameOf: (row: VodimCounts, name: CountName) => string): Sum[] {
  const classes = rows.map((row) => ({
    whole: nameOf(row, "checked"),
    parts: [...accepted, ...(row.period_type === "all" ? (["invalid"] as const) : [])].map((name) => nameOf(row, name))
  }));
  const [all, ...years] = rows;
  if (all === undefined || years.length === 0) return classes;
  const byYear = accepted.map((name) => ({
    whole: nameOf(all, name),
    parts: years.map((year) => nameOf(year, name))
  }));
  return [...classes, ...byYear];
}

/** The rows with their counts of people told so. */
export function tellVodim(rows: readonly VodimRow[], tell: (count: number | null) => number | null): VodimRow[] {
  const told = (row: VodimRow) => Object.fromEntries(counts.map((name) => [name, tell(row[name])]));
  return rows.map((row) =>
    row.file === ofPrograms ? row : {...row, ...(told(row) as Record<CountName, number | null>)}
  );
}
