/** A word, a quoted text, a sign or a comment of SQL, and where it stands. */
export interface Token {
  readonly kind: "word" | "text" | "sign" | "comment";
  readonly text: string;
  /** The first line is 1. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const pattern = /(--[^\n]*)|('(?:[^']|'')*'|"[^"]*")|([a-z_][a-z0-9_]*|\d+)|(::|<=|>=|<>|\|\||[^\s])/gi;

/** The tokens of a statement in their order, comments too. */
export function tokensOf(sql: string): Token[] {
  let line = 1;
  let seen = 0;
  return [...sql.matchAll(pattern)].map(({0: text, 1: comment, 2: quoted, 3: word, index}) => {
    line += sql.slice(seen, index).split("\n").length - 1;
    seen = index;
    const kind =
      comment !== undefined ? "comment" : quoted !== undefined ? "text" : word !== undefined ? "word" : "sign";
    return {kind, text, line, from: index, to: index + text.length};
  });
}

export function withoutComments(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({kind}) => kind !== "comment");
}

/** The parts of a list of tokens between a word or sign that stands outside any brackets. */
export function splitAt(tokens: readonly Token[], text: string): (readonly Token[])[] {
  const parts: (readonly Token[])[] = [];
  let from = 0;
  for (let at = firstOf(tokens, [text]); at < tokens.length; at = firstOf(tokens, [text], at + 1)) {
    parts.push(tokens.slice(from, at));
    from = at + 1;
  }
  return [...parts, tokens.slice(from)];
}

/** Place of the first of some words that stands outside any brackets; the end where there is none. */
export function firstOf(tokens: readonly Token[], words: readonly string[], from = 0): number {
  let depth = 0;
  for (const [index, {text, kind}] of tokens.entries()) {
    if (index < from || kind === "comment") continue;
    if (text === "(" || text === "[") depth += 1;
    else if (text === ")" || text === "]") depth -= 1;
    else if (depth === 0 && words.includes(text)) return index;
  }
  return tokens.length;
}

/** Place of the bracket that closes the one at `open`. */
export function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (const [index, {text}] of tokens.entries()) {
    if (index < open) continue;
    if (text === "(") depth += 1;
    if (text === ")") depth -= 1;
    if (depth === 0) return index;
  }
  return tokens.length;
}
