import {oneLine, shortened} from "./plain_text.ts";

/**
 * Words as a string of Stata. Stata puts macros into strings, ends them at "', takes comments in them for comments and
 * shows them as markup; so signs that would begin any of these are written with one that looks alike.
 */
export function stataWords(text: string, most: number, sizeOf: (text: string) => number): string {
  const harmless = oneLine(text)
    .replaceAll("`", "'")
    .replaceAll("$", "＄")
    .replaceAll("{", "(")
    .replaceAll("}", ")")
    .replace(/\/(?=[/*])|\*(?=\/)|"(?=')/g, "$& ")
    .replace(/^'/, " '");
  return compound(shortened(harmless, most, sizeOf));
}

/** A code as an expression of Stata that has exactly its characters; those that mean something to Stata are numbered. */
export function stataCode(code: string): string {
  const parts = code.split(/([`'"$\\/{}])/).filter((part) => part !== "");
  return parts.map((part) => (/^[`'"$\\/{}]$/.test(part) ? `char(${part.charCodeAt(0)})` : compound(part))).join(" + ");
}

function compound(text: string): string {
  return `\`"${text}"'`;
}
