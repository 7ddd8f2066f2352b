import {type Content, html, type Markup} from "./markup.ts";

export interface Column {
  heading: string;
  align?: "end";
}

/** A cell; one that speaks for several columns says how many. */
export type Cell = Content | {content: Content; span: number};

/** Tables of a kind share their column widths, so that one below the other they line up. */
export type TableKind = "plain" | "results" | "periods" | "numbers" | "compared" | "moved";

/**
 * A table whose first column heads its rows. Where the window is narrow its box scrolls, and the keyboard can reach it;
 * on paper the head repeats.
 */
export function table({
  caption,
  columns,
  rows,
  kind = "plain"
}: {
  caption: string;
  columns: Column[];
  rows: Cell[][];
  kind?: TableKind;
}): Markup {
  return html`<div class="table-box" role="region" tabindex="0" aria-label="${caption}"><table class="${kind}">
<caption>${caption}</caption>
<thead><tr>${columns.map(({heading, align}) => html`<th scope="col"${end(align)}>${heading}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => tableRow(columns, cells))}</tbody>
</table></div>`;
}

function tableRow(columns: Column[], cells: Cell[]): Markup {
  const filled = cells.reduce<number>((sum, cell) => sum + (isSpanning(cell) ? cell.span : 1), 0);
  if (filled !== columns.length) throw new Error(`table: ${filled} cells under ${columns.length} headings`);
  const [first, ...others] = cells;
  return html`<tr><th scope="row">${content(first)}</th>${others.map((cell, index) => dataCell(cell, columns[index + 1]?.align))}</tr>
`;
}

function dataCell(cell: Cell, align: "end" | undefined): Markup {
  if (isSpanning(cell)) return html`<td colspan="${cell.span}">${cell.content}</td>`;
  return html`<td${end(align)}>${cell}</td>`;
}

function content(cell: Cell | undefined): Content {
  if (cell === undefined) return null;
  return isSpanning(cell) ? cell.content : cell;
}

function isSpanning(cell: Cell): cell is {content: Content; span: number} {
  return typeof cell === "object" && cell !== null && "span" in cell;
}

function end(align: "end" | undefined): Markup | null {
  return align === "end" ? html` class="end"` : null;
}
