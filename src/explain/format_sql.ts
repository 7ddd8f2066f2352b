import {type Token, tokensOf} from "./sql_tokens.ts";

const widest = 110;
const clauses = ["from", "where", "group", "join", "left", "cross", "union"];

/** A generated statement on lines of a readable length: one column of a select list a line, one clause a line. */
export function formatSql(sql: string): string {
  const tokens = tokensOf(sql);
  const lines: string[] = [];
  /** For each open bracket, whether it holds a select. */
  const brackets: boolean[] = [];
  let line = "";
  let isList = false;
  const indent = () => "  ".repeat(brackets.filter((holdsSelect) => holdsSelect).length);
  const isOutside = () => brackets.at(-1) ?? true;
  const next = (deeper: string) => {
    if (line.trim() !== "") lines.push(line);
    line = indent() + deeper;
  };
  for (const [index, token] of tokens.entries()) {
    const {text} = token;
    if (text === ")" && brackets.pop() === true) next("");
    if (isOutside() && clauses.includes(text) && !isSecondWord(tokens, index)) {
      isList = false;
      next("");
    }
    line += spaceBefore(tokens[index - 1], token, line) + text;
    if (text === "(") {
      brackets.push(tokens[index + 1]?.text === "select");
      if (brackets.at(-1)) next("");
    }
    if (text === "select") isList = true;
    if (isOutside() && text === "select") next("  ");
    else if (isOutside() && isList && text === ",") next("  ");
  }
  next("");
  return lines.flatMap(wrapped).join("\n");
}

/** "left join" begins one line, not two. */
function isSecondWord(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.text === "join" && ["left", "cross"].includes(tokens[index - 1]?.text ?? "");
}

function spaceBefore(before: Token | undefined, token: Token, line: string): string {
  return before === undefined || before.to === token.from || line.trim() === "" ? "" : " ";
}

/** A line that is too long goes on below, indented, from an "and" or a comma. */
function wrapped(line: string): string[] {
  if (line.length <= widest) return [line];
  const [first = ""] = /^ */.exec(line) ?? [];
  const at = Math.max(line.lastIndexOf(" and ", widest), line.lastIndexOf(", ", widest) + 1);
  if (at <= first.length) return [line];
  return [line.slice(0, at), ...wrapped(`${first}    ${line.slice(at + 1)}`)];
}
