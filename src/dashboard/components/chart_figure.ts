import {type Download, download} from "./download.ts";
import {html, Markup} from "./markup.ts";

/**
 * A chart under its title, which is a question or a finding, and its subtitle: measure, period, unit, and what the signs mean.
 * A chart that needs width is drawn twice, for a window and for a phone, since its text keeps its size.
 */
export function chartFigure(chart: {
  title: string;
  subtitle: string;
  wide: Markup;
  narrow?: Markup;
  /** What stands below the drawing, a list or sentences. */
  below?: Markup | readonly string[] | null;
  /** The published rows that are drawn. */
  rows: Download;
}): Markup {
  const {title, subtitle, wide, narrow, below = null, rows} = chart;
  const drawings =
    narrow === undefined ? wide : html`<div class="wide">${wide}</div><div class="narrow">${narrow}</div>`;
  return html`<figure class="chart"><figcaption><strong>${title}</strong> <span>${subtitle}.</span></figcaption>
${drawings}${below === null || below instanceof Markup ? below : notes(below)}${download(rows)}</figure>
`;
}

/** Short sentences below a chart; nothing where there are none. */
export function notes(sentences: readonly (string | Markup)[]): Markup | null {
  if (sentences.length === 0) return null;
  return html`<ul class="reasons">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}
