import type {Cell, Column, Contract} from "../sources/contract/contract.ts";

/** What a cell of a coded column may be, but for invalid, which no accepted row is. */
export type AcceptedClass = "valid" | "other" | "default" | "missing";

/** The day of a row, by file; the other files have none. */
const dateColumns: Readonly<Record<string, string>> = {
  referrals: "received_on",
  episodes: "admitted_on",
  sessions: "held_on",
  assessments: "assessed_on",
  followups: "contacted_on"
};

export function hasDate({file}: Contract): boolean {
  return file in dateColumns;
}

/** The columns of a file that hold codes. */
export function codedColumns({columns}: Contract): readonly Column[] {
  return columns.filter(({cell}) => ["code", "code_list", "language"].includes(cell.kind));
}

/** Codes that say nothing of who the row is about. A referral or a contact that was declined is an outcome. */
export function defaultCodes(file: string): readonly string[] {
  return file === "clients" ? ["unknown", "declined"] : ["unknown"];
}

/**
 * The accepted rows of a file, by what the cells of its coded columns say.
 * Grain: source, coded column, year of the row's own date (empty where the file has none), class.
 * Reads: the file's table in the schema record, in the versions that were current on the as-of date.
 * Parameters: $1, the as-of date.
 */
export function vodimStatement(contract: Contract): string {
  const {file, table} = contract;
  const date = dateColumns[file];
  const cells = codedColumns(contract).map(({name, record, cell}) => `('${name}', ${classOf(file, record, cell)})`);
  return `
    select r.source, c.name as "column", ${date === undefined ? "''" : `to_char(r.${date}, 'YYYY')`} as year, c.class, count(*) as rows
    from record.${table} as r
    cross join lateral (values ${cells.join(", ")}) as c (name, class)
    where r.stated_on <= $1 and (r.superseded_on is null or r.superseded_on > $1)
    group by r.source, c.name, year, c.class`;
}

/** Of several codes, one that says something makes the cell valid. */
function classOf(file: string, column: string, {kind}: Cell): string {
  const [defaults, codes] = [quoted(defaultCodes(file)), `string_to_array(r.${column}, ';')`];
  if (kind === "code_list")
    return `case when r.${column} is null then 'missing' when ${codes} <@ array[${defaults}] then 'default'
      when ${codes} <@ array[${defaults}, 'other'] then 'other' else 'valid' end`;
  return `case when r.${column} is null then 'missing' when r.${column} in (${defaults}) then 'default'
    when r.${column} = 'other' then 'other' else 'valid' end`;
}

function quoted(codes: readonly string[]): string {
  return codes.map((code) => `'${code}'`).join(", ");
}
