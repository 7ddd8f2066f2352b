/** A command of a do-file: its words outside of strings, and its strings. */
export interface StataCommand {
  readonly words: string;
  readonly strings: readonly string[];
}

/**
 * Reads a do-file by the rules of Stata that matter here: /// joins lines, a string is either "…", which a quote sign ends, or `"…"', in
 * which others may nest. Strings in the words are written "".
 */
export function readStata(text: string): StataCommand[] {
  return text
    .replace(/ \/\/\/\n/g, " ")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("*"))
    .map(readLine);
}

function readLine(line: string): StataCommand {
  const strings: string[] = [];
  let words = "";
  for (let at = 0; at < line.length; ) {
    const end = line.startsWith('`"', at)
      ? compoundEnd(line, at)
      : line[at] === '"'
        ? line.indexOf('"', at + 1) + 1
        : at;
    if (end === at) words += line[at++];
    else if (end <= 0) throw new Error("a string does not end");
    else {
      const length = line.startsWith('`"', at) ? 2 : 1;
      strings.push(line.slice(at + length, end - length));
      words += '""';
      at = end;
    }
  }
  return {words, strings};
}

function compoundEnd(line: string, start: number): number {
  let depth = 0;
  for (let at = start; at < line.length; at++) {
    if (line.startsWith('`"', at)) depth++;
    if (line.startsWith("\"'", at) && --depth === 0) return at + 2;
  }
  return -1;
}
