const widest = 110;

/** A text on lines of a readable length; what begins the first line, and what begins the others. */
export function paragraph(text: string, first = "  ", later = first): string[] {
  const lines: string[] = [];
  let words: string[] = [];
  for (const word of text.split(" ")) {
    const begin = lines.length === 0 ? first : later;
    if (words.length > 0 && begin.length + [...words, word].join(" ").length > widest) {
      lines.push(begin + words.join(" "));
      words = [];
    }
    words.push(word);
  }
  return [...lines, (lines.length === 0 ? first : later) + words.join(" ")];
}

/** Names of one width, each with a text beside it that goes on below itself. */
export function table(rows: readonly (readonly [name: string, text: string])[], indent = "  "): string[] {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.flatMap(([name, text]) => {
    const first = `${indent}${name.padEnd(width)}  `;
    return paragraph(text, first, " ".repeat(first.length));
  });
}

/** A heading and what stands under it, after an empty line; nothing where nothing does. */
export function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", heading, ...lines];
}
