import {closing, type Token, withoutComments} from "./sql_tokens.ts";

/** One column of a select list. */
export interface Item {
  /** What the column is called; "*" for all columns, of the source that `alias` names or of every one. */
  readonly name: string;
  /** The column that is handed on as it is; null where an expression makes it. */
  readonly column: string | null;
  /** The source that `column` or "*" is taken from, where it is named. */
  readonly alias: string | null;
  /** As written, without "as name". */
  readonly expression: string;
  /** The comment above it, line by line. */
  readonly comments: readonly string[];
  readonly line: number;
  /** The columns that the expression mentions. */
  readonly references: readonly Reference[];
}

export interface Reference {
  readonly alias: string | null;
  readonly column: string;
}

const keywords = new Set(
  `and or not is null true false in between like case when then else end filter where over partition by order asc desc as from
   any all interval array distinct`.split(/\s+/)
);

/** Reads one item of a select list from its tokens. */
export function itemIn(sql: string, tokens: readonly Token[]): Item {
  const start = tokens.findIndex(({kind}) => kind !== "comment");
  const own = withoutDistinct(withoutComments(tokens.slice(start)));
  const isNamed = own.at(-2)?.text === "as";
  const meant = isNamed ? own.slice(0, -2) : own;
  const alias = meant.length === 3 && meant[1]?.text === "." ? (meant[0]?.text ?? null) : null;
  const last = meant.length === 1 || alias !== null ? meant.at(-1) : undefined;
  const isPlain = last !== undefined && (last.text === "*" || isName(last));
  return {
    name: (isNamed ? own.at(-1)?.text : last?.text) ?? "",
    column: isPlain ? last.text : null,
    alias,
    expression: sql.slice(meant[0]?.from, meant.at(-1)?.to),
    comments: tokens.slice(0, start).map(({text}) => text.replace(/^--\s*/, "")),
    line: meant[0]?.line ?? 0,
    references: isPlain ? [] : referencesIn(meant)
  };
}

/** "distinct on (a, b) c" and "distinct c" begin with c. */
function withoutDistinct(tokens: readonly Token[]): readonly Token[] {
  if (tokens[0]?.text !== "distinct") return tokens;
  return tokens[1]?.text === "on" ? tokens.slice(closing(tokens, 2) + 1) : tokens.slice(1);
}

function referencesIn(tokens: readonly Token[]): Reference[] {
  const found = new Map<string, Reference>();
  for (const [index, token] of tokens.entries()) {
    const [before, after] = [tokens[index - 1]?.text, tokens[index + 1]?.text];
    if (!isName(token) || after === "(" || after === "." || before === "::" || before === ":") continue;
    // extract(year from …)
    if (after === "from") continue;
    const alias = before === "." ? (tokens[index - 2]?.text ?? null) : null;
    found.set(`${alias}.${token.text}`, {alias, column: token.text});
  }
  return [...found.values()];
}

function isName({kind, text}: Token): boolean {
  return kind === "word" && !keywords.has(text) && !/^\d/.test(text);
}
