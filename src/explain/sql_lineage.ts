import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Item} from "./sql_item.ts";
import {parseQuery, type Query, type Source} from "./sql_query.ts";

/** The expression in a file that makes a column. */
export interface Definition {
  readonly column: string;
  /** Its file in sql/warehouse. */
  readonly file: string;
  readonly line: number;
  readonly expression: string;
  /** The comment above it. */
  readonly comments: readonly string[];
}

/** A column that no file of sql/warehouse makes: of what was delivered, or of an instrument's declaration. */
export interface Origin {
  readonly table: string;
  readonly column: string;
}

/** Where a column comes from: what makes it, what makes the columns in that, and so on down to what was delivered. */
export interface Lineage {
  readonly definitions: readonly Definition[];
  readonly origins: readonly Origin[];
}

interface Scope {
  readonly file: string;
  readonly named: ReadonlyMap<string, Query>;
}

interface Found {
  readonly definitions: Map<string, Definition>;
  readonly origins: Map<string, Origin>;
  readonly seen: Set<string>;
}

/** What was delivered, and what instruments declare. */
function isOrigin(table: string): boolean {
  return table.startsWith("record.") || table === "warehouse.instrument";
}

/** Whether a file of sql/warehouse fills a table. */
function isFilled(table: string): boolean {
  return table.startsWith("warehouse.") && !["warehouse.instrument", "warehouse.person_to_build"].includes(table);
}

function fileOf(table: string): string {
  return table.replace("warehouse.", "");
}

/** Follows columns of the warehouse through the files of a folder; each file is read once. */
export class SqlFiles {
  readonly #directory: string;
  readonly #queries = new Map<string, Query>();

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Where a column of warehouse.<table> comes from; nothing is found of a column that the file does not select. */
  lineageOf(table: string, column: string): Lineage {
    const found: Found = {definitions: new Map(), origins: new Map(), seen: new Set()};
    this.#follow({table: `warehouse.${table}`, alias: table}, column, {file: table, named: new Map()}, found);
    return {definitions: [...found.definitions.values()], origins: [...found.origins.values()]};
  }

  /** The columns that a file selects. */
  columnsOf(table: string): string[] {
    return (this.#queryOf(table).selects[0]?.items ?? []).map(({name}) => name);
  }

  #follow({table}: Source, column: string, scope: Scope, found: Found): void {
    const query = scope.named.get(table);
    if (query !== undefined) this.#followIn(query, column, scope.file, found);
    else if (isFilled(table)) this.#followIn(this.#queryOf(fileOf(table)), column, fileOf(table), found);
    else if (isOrigin(table)) found.origins.set(`${table}.${column}`, {table, column});
  }

  #followIn(query: Query, column: string, file: string, found: Found): void {
    const scope = {file, named: query.named};
    const place = query.selects[0]?.items.findIndex(({name}) => name === column) ?? -1;
    for (const {items, sources} of query.selects) {
      const item = items.find(({name}) => name === column) ?? (place < 0 ? undefined : items[place]);
      if (item !== undefined && item.name !== "*") this.#followItem({...item, name: column}, sources, scope, found);
      else
        for (const {alias} of items.filter(({name}) => name === "*"))
          this.#followName({alias, column}, sources, scope, found);
    }
  }

  #followItem(item: Item, sources: readonly Source[], scope: Scope, found: Found): void {
    if (item.column !== null) {
      this.#followName({alias: item.alias, column: item.column}, sources, scope, found);
      return;
    }
    const key = `${scope.file} ${item.line} ${item.name}`;
    if (found.seen.has(key)) return;
    found.seen.add(key);
    const {name, line, expression, comments, references} = item;
    // what one part of a union lacks is counted as 0 there
    if (/^\d+$/.test(item.expression)) return;
    found.definitions.set(key, {column: name, file: `${scope.file}.sql`, line, expression, comments});
    for (const reference of references) this.#followName(reference, sources, scope, found);
  }

  /** A column of the source that is named, or of the first that has it. */
  #followName(
    {alias, column}: {alias: string | null; column: string},
    sources: readonly Source[],
    scope: Scope,
    found: Found
  ): void {
    const source =
      alias === null
        ? (sources.find((one) => this.#has(one, column, scope)) ??
          (sources.length === 1 ? sources[0] : sources.find(({table}) => isOrigin(table))))
        : sources.find((one) => one.alias === alias);
    if (source !== undefined) this.#follow(source, column, scope, found);
  }

  #has({table}: Source, column: string, scope: Scope): boolean {
    const query = scope.named.get(table) ?? (isFilled(table) ? this.#queryOf(fileOf(table)) : undefined);
    const {items, sources} = query?.selects[0] ?? {items: [], sources: []};
    if (query === undefined) return false;
    if (items.some(({name}) => name === column)) return true;
    const inner = {file: scope.file, named: query.named};
    return items
      .filter(({name}) => name === "*")
      .some(({alias}) =>
        sources.some((source) => (alias === null || alias === source.alias) && this.#has(source, column, inner))
      );
  }

  #queryOf(file: string): Query {
    const known = this.#queries.get(file);
    if (known !== undefined) return known;
    const query = parseQuery(readFileSync(join(this.#directory, `${file}.sql`), "utf8"));
    this.#queries.set(file, query);
    return query;
  }
}
