import type {Markup} from "./components/markup.ts";

export interface Page {
  readonly title: string;
  readonly body: Markup;
}

/** A page as the Framework reads it, and the parts of it that it need not read. */
export interface FrameworkPage {
  readonly markdown: string;
  readonly parts: readonly string[];
}

/**
 * Markdown that is one HTML block: a block ends at an empty line, so there is none, and nothing in it is read as Markdown. Charts
 * and tables without an address in them leave their place behind: the Framework reads every element of a page twice, and they
 * have thousands.
 */
export function frameworkPage({title, body}: Page): FrameworkPage {
  const text = body.text.replace(/\s*\n\s*/g, "\n").trim();
  const parts: string[] = [];
  const light = text.replace(/<(svg|table)[ >][\s\S]*?<\/\1>/g, (part) =>
    part.includes("href=") ? part : `<span data-part="${parts.push(part) - 1}"></span>`
  );
  return {markdown: `---\ntitle: ${JSON.stringify(title)}\n---\n\n<div class="page">\n${light}\n</div>\n`, parts};
}

/** The built page with its parts in their places. */
export function withParts(html: string, parts: readonly string[]): string {
  return html.replace(/<span data-part="(\d+)"><\/span>/g, (_, index) => parts[Number(index)] ?? "");
}
