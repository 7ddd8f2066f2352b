import {type Item, itemIn} from "./sql_item.ts";
import {closing, firstOf, splitAt, type Token, tokensOf, withoutComments} from "./sql_tokens.ts";

/** A table, or a query that has a name, as a select calls it. */
export interface Source {
  readonly alias: string;
  readonly table: string;
}

export interface Select {
  readonly items: readonly Item[];
  readonly sources: readonly Source[];
}

/** Selects joined by union, and the queries that they can name. */
export interface Query {
  readonly named: ReadonlyMap<string, Query>;
  readonly selects: readonly Select[];
}

/** Words that end a select list, and the sources of a select. */
const afterItems = ["from", "union"];
const afterSources = ["where", "group", "order", "having", "window", "limit", "union"];
const joining = ["join", "left", "right", "full", "inner", "cross"];

/** Reads a statement of selects as far as to say where each of its columns comes from; all else is passed over. */
export function parseQuery(sql: string): Query {
  return queryIn(sql, tokensOf(sql), new Map());
}

function queryIn(sql: string, tokens: readonly Token[], outer: ReadonlyMap<string, Query>): Query {
  const named = new Map(outer);
  let rest = tokens;
  for (
    let isMore = withoutComments(rest)[0]?.text === "with";
    isMore;
    isMore = withoutComments(rest)[0]?.text === ","
  ) {
    const open = rest.findIndex(({text}) => text === "(");
    const close = closing(rest, open);
    const name = withoutComments(rest.slice(0, open)).find(({text}) => !["with", "recursive", ","].includes(text));
    if (name !== undefined) named.set(name.text, queryIn(sql, rest.slice(open + 1, close), named));
    rest = rest.slice(close + 1);
  }
  return {named, selects: splitAt(rest, "union").map((part) => selectIn(sql, part))};
}

function selectIn(sql: string, tokens: readonly Token[]): Select {
  const begin = tokens.findIndex(({text}) => text === "select") + 1;
  const end = firstOf(tokens, afterItems, begin);
  const items = splitAt(tokens.slice(begin, end), ",").map((part) => itemIn(sql, part));
  return {items, sources: sourcesIn(tokens.slice(end + 1, firstOf(tokens, afterSources, end + 1)))};
}

/** Each name after "from", a comma or "join"; what a join is on does not matter here. */
function sourcesIn(tokens: readonly Token[]): Source[] {
  const own = withoutComments(tokens);
  const sources: Source[] = [];
  let isNext = true;
  for (let index = 0; index < own.length; index++) {
    const text = own[index]?.text ?? "";
    if (text === "(") index = closing(own, index);
    else if (text === "," || text === "join") isNext = true;
    else if (isNext && !joining.includes(text)) {
      const isDotted = own[index + 1]?.text === ".";
      const table = isDotted ? `${text}.${own[index + 2]?.text}` : text;
      index += isDotted ? 3 : 1;
      const alias = own[index]?.text === "as" ? own[index + 1]?.text : table.split(".").at(-1);
      sources.push({table, alias: alias ?? table});
      isNext = false;
      if (own[index]?.text === "join" || own[index]?.text === ",") isNext = true;
    }
  }
  return sources;
}
