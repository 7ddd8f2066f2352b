import {type Chart, chartOf, choose, chosen, middleOf} from "./chart_points.ts";
import {nearest, type Place} from "./nearest.ts";
import {type WordsBox, wordsBox} from "./words_box.ts";

/** A point of a chart; the pointer where it was pointed at. */
interface Pointed {
  readonly chart: Chart;
  readonly index: number;
  readonly pointer: Place | null;
}

/** What is pointed at goes before what has the focus. */
let pointed: Pointed | null = null;
let focused: Chart | null = null;
/** What Escape closed stays closed until another point is meant. */
const closed = {pointed: false, focused: false};
let leaving: ReturnType<typeof setTimeout> | undefined;
let box: WordsBox | null = null;

/** How long the words stay when the pointer is on its way from the chart to them. */
const graceMilliseconds = 300;

/** Lets pointer, finger and keyboard reach the points of every drawing below `root` that has some and is not reached yet. */
export function enhanceCharts(root: ParentNode): void {
  const drawings = [...root.querySelectorAll<SVGSVGElement>("svg[data-along]")];
  for (const svg of drawings)
    if (svg.closest(".points") === null && svg.querySelector("[data-point]")) listen(chartOf(svg));
  if (box !== null) render();
}

function listen(chart: Chart): void {
  const {view, control} = chart;
  view.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch") point(chart, event);
  });
  view.addEventListener("pointerleave", leave);
  view.addEventListener("click", (event) => {
    const index = pointAt(chart, event);
    if (index === null) return;
    control.focus({preventScroll: true});
    step(chart, index);
  });
  control.addEventListener("focus", () => {
    focused = chart;
    closed.focused = false;
    render();
  });
  control.addEventListener("blur", () => {
    focused = null;
    render();
  });
  control.addEventListener("input", () => step(chart, chosen(chart)));
  control.addEventListener("keydown", (event) => {
    const by = steps[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    step(chart, Math.max(0, Math.min(chart.marks.length - 1, chosen(chart) + by)));
  });
}

/** A slider takes up as more; a chart is read from left to right and from top to bottom. */
const steps: Readonly<Record<string, number>> = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1};

function step(chart: Chart, index: number): void {
  choose(chart, index);
  pointed = null;
  closed.focused = false;
  render();
}

function point(chart: Chart, {clientX: x, clientY: y}: PointerEvent): void {
  clearTimeout(leaving);
  const index = pointAt(chart, {clientX: x, clientY: y});
  if (index === null) leave();
  else if (pointed?.chart !== chart || pointed.index !== index) {
    pointed = {chart, index, pointer: {x, y}};
    closed.pointed = false;
    render();
  }
}

function pointAt(
  {svg, marks, along}: Chart,
  {clientX: x, clientY: y}: {clientX: number; clientY: number}
): number | null {
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return nearest(marks.map(middleOf), {x, y}, along, scale);
}

function leave(): void {
  clearTimeout(leaving);
  leaving = setTimeout(() => {
    pointed = null;
    render();
  }, graceMilliseconds);
}

function render(): void {
  const shown = meant();
  const mark = shown?.chart.marks[shown.index];
  // a drawing that is not displayed, or was replaced, has no place
  const isSeen = mark !== undefined && mark.getClientRects().length > 0;
  box ??= openBox();
  if (shown !== null && isSeen) box.show(shown.chart, mark, shown.pointer);
  else box.hide();
}

function meant(): Pointed | null {
  if (pointed !== null && !closed.pointed) return pointed;
  return focused === null || closed.focused ? null : {chart: focused, index: chosen(focused), pointer: null};
}

/** The box of the page, which the pointer may rest on, Escape closes, and whatever moves the charts moves too. */
function openBox(): WordsBox {
  const opened = wordsBox();
  opened.element.addEventListener("pointerenter", () => clearTimeout(leaving));
  opened.element.addEventListener("pointerleave", leave);
  document.addEventListener("keydown", ({key}) => {
    if (key !== "Escape") return;
    Object.assign(closed, {pointed: true, focused: true});
    render();
  });
  // not every browser takes the focus away when a finger taps elsewhere
  document.addEventListener("click", ({target}) => {
    const isElsewhere = target instanceof Node && !focused?.view.contains(target) && !opened.element.contains(target);
    if (isElsewhere) focused?.control.blur();
  });
  document.addEventListener("toggle", render, {capture: true});
  window.addEventListener("resize", render);
  return opened;
}
