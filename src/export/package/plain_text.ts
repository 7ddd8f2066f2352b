/**
 * Text as every file of a package holds it: whole characters, line breaks as LF, no other control characters and none
 * that turn the direction of writing.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, "");
}

/** Plain text on one line, for programs whose strings end with it. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, " ").trim();
}

/** Text that measures no more than `most`; what is cut off ends in an ellipsis. */
export function shortened(text: string, most: number, sizeOf: (text: string) => number): string {
  if (sizeOf(text) <= most) return text;
  let kept = "";
  for (const character of text) {
    if (sizeOf(`${kept}${character}…`) > most) break;
    kept += character;
  }
  return `${kept}…`;
}

export function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}

export function charactersOf(text: string): number {
  return [...text].length;
}
