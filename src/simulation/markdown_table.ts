/** A table in Markdown; cells hold no bar and no line break. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A share in per cent with one decimal, without the sign. */
export function percent(share: number): string {
  return (100 * share).toFixed(1);
}
