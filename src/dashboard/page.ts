import type {Markup} from "./components/markup.ts";

export interface Page {
  readonly title: string;
  readonly body: Markup;
}

/** A page as the Framework reads it, and its charts, which it need not read. */
export interface FrameworkPage {
  readonly markdown: string;
  readonly charts: readonly string[];
}

/**
 * Markdown that is one HTML block: a block ends at an empty line, so there is none, and nothing in it is read as Markdown. Each
 * chart leaves its place behind, since the Framework reads every element of a page twice, and a chart has hundreds.
 */
export function frameworkPage({title, body}: Page): FrameworkPage {
  const text = body.text.replace(/\s*\n\s*/g, "\n").trim();
  const charts: string[] = [];
  const light = text.replace(/<svg [\s\S]*?<\/svg>/g, (chart) => `<svg data-chart="${charts.push(chart) - 1}"></svg>`);
  return {markdown: `---\ntitle: ${JSON.stringify(title)}\n---\n\n<div class="page">\n${light}\n</div>\n`, charts};
}

/** The built page with its charts in their places. */
export function withCharts(html: string, charts: readonly string[]): string {
  return html.replace(/<svg data-chart="(\d+)"><\/svg>/g, (_, index) => charts[Number(index)] ?? "");
}
