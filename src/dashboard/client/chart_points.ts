import type {Along, Place} from "./nearest.ts";

/** A drawing whose points can be reached. */
export interface Chart {
  /** Holds the drawing and the control. */
  readonly view: HTMLElement;
  readonly svg: SVGSVGElement;
  /** Its value is the chosen point, from 1: a slider is what screen readers and fingers know to step with. */
  readonly control: HTMLInputElement;
  /** The marks in the order in which the keyboard visits them. */
  readonly marks: readonly SVGGraphicsElement[];
  readonly along: Along;
}

/** Puts a control over a drawing: one tab stop, its name, and the words of the first point as its value. */
export function chartOf(svg: SVGSVGElement): Chart {
  const along = (svg.dataset.along ?? "x") as Along;
  const marks = [...svg.querySelectorAll<SVGGraphicsElement>("[data-point]")].sort(
    (one, other) => drawnAt(one)[along === "y" ? "y" : "x"] - drawnAt(other)[along === "y" ? "y" : "x"]
  );
  const control = document.createElement("input");
  const settings = {type: "range", min: "1", max: String(marks.length), value: "1", autocomplete: "off"} as const;
  Object.assign(control, settings);
  control.setAttribute("aria-label", `Points of the chart: ${nameOf(svg)}`);
  control.setAttribute("aria-describedby", hint().id);
  if (along === "y") control.setAttribute("aria-orientation", "vertical");
  const view = document.createElement("div");
  view.className = "points";
  svg.replaceWith(view);
  view.append(svg, control);
  const chart = {view, svg, control, marks, along};
  choose(chart, 0);
  return chart;
}

/** Makes a point the chosen one: its words are the control's value. */
export function choose({control, marks}: Chart, index: number): void {
  // words first: a new value is said in the words that stand there
  control.setAttribute("aria-valuetext", marks[index]?.dataset.point ?? "");
  control.value = String(index + 1);
}

export function chosen({control}: Chart): number {
  return Number(control.value) - 1;
}

/** The middle of a mark in the window, in pixels. */
export function middleOf(mark: Element): Place {
  const {left, right, top, bottom} = mark.getBoundingClientRect();
  return {x: (left + right) / 2, y: (top + bottom) / 2};
}

/** Where a mark stands in its drawing: marks of a hidden drawing have no place in the window. All marks share one origin. */
function drawnAt(mark: SVGGraphicsElement): Place {
  const [, x = "0", y = "0"] = /translate\((-?[\d.]+),(-?[\d.]+)\)/.exec(mark.getAttribute("transform") ?? "") ?? [];
  return {x: Number(x), y: Number(y)};
}

/** The chart's title; a small one without a title is named for what its words begin with. */
function nameOf(svg: SVGSVGElement): string {
  const title = svg.closest("figure")?.querySelector("figcaption strong")?.textContent;
  return title ?? svg.getAttribute("aria-label")?.split(":")[0] ?? "";
}

/** What the keys do, said once on a page and pointed to by every chart. */
function hint(): HTMLElement {
  const found = document.getElementById("points-hint");
  if (found !== null) return found;
  const made = document.createElement("p");
  made.id = "points-hint";
  made.hidden = true;
  made.textContent =
    "The arrow keys go from point to point, Home and End to the first and the last; Escape closes the box.";
  document.body.append(made);
  return made;
}
