import type {Chart} from "./chart_points.ts";
import type {Place} from "./nearest.ts";

/** The one box of the page that shows the words of a point, and the ring around its mark. */
export interface WordsBox {
  readonly element: HTMLElement;
  /** Shows a point's words beside it, where they hide neither the point nor what the pointer is on. */
  show(chart: Chart, mark: SVGGraphicsElement, pointer: Place | null): void;
  hide(): void;
}

export function wordsBox(): WordsBox {
  const element = document.createElement("div");
  element.className = "point-words";
  element.hidden = true;
  // screen readers hear the same as the value of the chart's control
  element.setAttribute("aria-hidden", "true");
  document.body.append(element);
  const ring = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ring.setAttribute("class", "point-ring");
  return {
    element,
    show(chart, mark, pointer) {
      element.textContent = mark.dataset.point ?? "";
      element.hidden = false;
      surround(ring, mark);
      const {left, top} = positionOf(element, {chart, mark, pointer});
      element.style.setProperty("left", `${left + scrollX}px`);
      element.style.setProperty("top", `${top + scrollY}px`);
    },
    hide() {
      element.hidden = true;
      ring.remove();
    }
  };
}

const ringGap = 4;

/** A ring in the drawing itself, so that it keeps its place whatever the window does. */
function surround(ring: SVGRectElement, mark: SVGGraphicsElement): void {
  const {x, y, width, height} = mark.getBBox();
  const half = Math.max(height / 2, 2) + ringGap;
  const shape = {
    x: x - ringGap - (width === 0 ? 2 : 0),
    y: y + height / 2 - half,
    width: Math.max(width, 4) + 2 * ringGap,
    height: 2 * half,
    rx: half
  };
  for (const [name, size] of Object.entries(shape)) ring.setAttribute(name, String(size));
  ring.setAttribute("transform", mark.getAttribute("transform") ?? "");
  mark.after(ring);
}

const edge = 8;
const gap = 10;

/** Beside a list, where the pointer goes up and down; above or below any other point, away from the pointer. */
function positionOf(
  element: HTMLElement,
  {chart, mark, pointer}: {chart: Chart; mark: Element; pointer: Place | null}
): {left: number; top: number} {
  const {width, height} = element.getBoundingClientRect();
  const [at, view] = [mark.getBoundingClientRect(), chart.svg.getBoundingClientRect()];
  const room = document.documentElement.clientWidth - edge;
  const middle = (at.top + at.bottom - height) / 2;
  if (chart.along === "y" && view.right + edge + width <= room) return {left: view.right + edge, top: middle};
  if (chart.along === "y" && view.left - edge - width >= edge) return {left: view.left - edge - width, top: middle};
  const above = at.top - gap - height;
  const isBelow = above < 0 || (pointer !== null && pointer.y < at.top);
  const left = Math.max(edge, Math.min((at.left + at.right - width) / 2, room - width));
  return {left, top: isBelow ? at.bottom + gap : above};
}
