import {type Token, tokensOf} from "./sql_tokens.ts";

const widest = 110;
const clauses = ["from", "where", "group", "join", "left", "cross", "union"];

/** A generated statement on lines of a readable length: a clause begins one, a select list stands below its select. */
export function formatSql(sql: string): string {
  const tokens = tokensOf(sql);
  const lines: string[] = [];
  /** For each open bracket, whether it holds a select. */
  const brackets: boolean[] = [];
  let line = "";
  let isList = false;
  const next = (deeper: string) => {
    if (line.trim() !== "") lines.push(line);
    line = "  ".repeat(brackets.filter((holdsSelect) => holdsSelect).length) + deeper;
  };
  for (const [index, {text}] of tokens.entries()) {
    if (text === ")" && brackets.pop() === true) next("");
    const isOutside = brackets.at(-1) ?? true;
    if (isOutside && clauses.includes(text) && !isSecondWord(tokens, index)) {
      isList = false;
      next("");
    }
    line += spaceBefore(tokens, index, line) + text;
    if (text === "(") {
      brackets.push(tokens[index + 1]?.text === "select");
      if (brackets.at(-1)) next("");
    }
    if (text === "select") isList = true;
    if (isOutside && (text === "select" || (isList && text === ","))) next("  ");
  }
  next("");
  return packed(lines)
    .flatMap((one) => wrapped(one))
    .join("\n");
}

/** "left join" begins one line, not two. */
function isSecondWord(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.text === "join" && ["left", "cross"].includes(tokens[index - 1]?.text ?? "");
}

function spaceBefore(tokens: readonly Token[], index: number, line: string): string {
  return tokens[index - 1]?.to === tokens[index]?.from || line.trim() === "" ? "" : " ";
}

/** Plain columns of a select list share lines; one that is computed in brackets has its own. */
function packed(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (const line of lines) {
    const before = kept.at(-1) ?? "";
    const joined = `${before} ${line.trimStart()}`;
    const isSameList = before.endsWith(",") && indentOf(before) === indentOf(line);
    if (isSameList && !/[(]/.test(joined) && joined.length <= widest) kept[kept.length - 1] = joined;
    else kept.push(line);
  }
  return kept;
}

/** A line that is too long goes on below, indented, from an "and", a "filter" or a comma. */
function wrapped(line: string, indent = `${indentOf(line)}    `): string[] {
  if (line.length <= widest) return [line];
  const words = [" and ", " filter "].map((word) => line.lastIndexOf(word, widest));
  const at = Math.max(...words, line.lastIndexOf(", ", widest - 1) + 1);
  if (at <= indent.length) return [line];
  return [line.slice(0, at), ...wrapped(`${indent}${line.slice(at + 1)}`, indent)];
}

function indentOf(line: string): string {
  return /^ */.exec(line)?.[0] ?? "";
}
