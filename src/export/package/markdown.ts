import {oneLine} from "./plain_text.ts";

/** Text on one line that Markdown shows as it is: no markup, link, image or HTML comes of it. */
export function inMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>&|#~]/g, "\\$&")
    .replace(/^(\d*)([-+=](?!\d)|[.)](?=\s|$))/, "$1\\$2");
}

/** A table of Markdown; its cells are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}
