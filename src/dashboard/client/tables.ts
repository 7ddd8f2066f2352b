import {announce} from "./live.ts";
import {type CellText, compareKeys, keyOf, kindOf, type SortKey} from "./sort_key.ts";

/** Fewer rows are seen at once. */
const leastRows = 4;

/** Makes the heads of tables below `root` into buttons that sort: up, down, and as it was. */
export function enhanceTables(root: ParentNode): void {
  for (const table of root.querySelectorAll("table")) if (isSortable(table)) enhanceTable(table);
}

/** A cell over several columns speaks for each of them; one over several rows ties them together. */
function isSortable(table: HTMLTableElement): boolean {
  const {tHead, tBodies} = table;
  const [body, ...others] = tBodies;
  if (tHead === null || tHead.rows.length !== 1 || body === undefined || others.length > 0) return false;
  const isPlain = table.querySelector("thead button, thead [colspan], [rowspan]") === null;
  return isPlain && body.rows.length >= leastRows;
}

function enhanceTable({tHead, tBodies: [body]}: HTMLTableElement): void {
  if (tHead === null || body === undefined) return;
  const original = [...body.rows];
  const heads = [...tHead.querySelectorAll("th")];
  for (const [index, head] of heads.entries()) {
    const column = original.map((row) => cellText(row, index));
    const kind = kindOf(column);
    if (kind === "not_comparable") continue;
    const keys = new Map(original.map((row, place) => [row, keyOf(kind, column[place] ?? nothing)]));
    buttonIn(head).addEventListener("click", () => {
      const way = next(head.getAttribute("aria-sort"));
      for (const other of heads) other.removeAttribute("aria-sort");
      if (way !== null) head.setAttribute("aria-sort", way);
      body.append(...(way === null ? original : sorted(keys, way === "descending")));
      announce(said(head.textContent, way));
    });
  }
}

function buttonIn(head: HTMLTableCellElement): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  return button;
}

function next(way: string | null): "ascending" | "descending" | null {
  if (way === "ascending") return "descending";
  return way === "descending" ? null : "ascending";
}

function said(heading: string, way: string | null): string {
  return way === null ? "In the order of the page." : `Sorted by ${heading}, ${way}.`;
}

/** Rows in the order of their keys; those alike keep the order of the page. */
function sorted(keys: ReadonlyMap<HTMLTableRowElement, SortKey>, isDown: boolean): HTMLTableRowElement[] {
  return [...keys].sort(([, one], [, other]) => compareKeys(one, other, isDown)).map(([row]) => row);
}

const nothing: CellText = {text: "", value: null};

/** What stands below a column's head in a row. What spans several columns says why there is no figure. */
function cellText(row: HTMLTableRowElement, column: number): CellText {
  let passed = 0;
  for (const cell of row.cells) {
    passed += cell.colSpan;
    if (passed <= column) continue;
    return cell.colSpan > 1 ? nothing : {text: textOf(cell), value: cell.querySelector("data")?.value ?? null};
  }
  return nothing;
}

/** The words of a cell without its small print. */
function textOf(cell: HTMLTableCellElement): string {
  const copy = cell.cloneNode(true) as HTMLTableCellElement;
  for (const small of copy.querySelectorAll("small")) small.remove();
  return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
}
