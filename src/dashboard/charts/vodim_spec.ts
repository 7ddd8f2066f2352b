import {formatCount} from "../components/format.ts";
import {plain, upperFirst} from "../components/words.ts";
import type {VodimRow} from "../published.ts";
import type {ChartRow, ChartSpec} from "./chart_svg.ts";
import {narrow, pointsAlong, pointWords, theme} from "./theme.ts";

type Part = "valid" | "other" | "default" | "invalid" | "missing" | "hidden";

/** What a part of the bar looks like; its letter stands in it, so that no colour is needed to tell it. */
const parts: readonly {part: Part; letter: string; line: object | null; text: string}[] = [
  {part: "valid", letter: "V", line: {color: "var(--c1)"}, text: "var(--surface)"},
  {part: "other", letter: "O", line: {color: "var(--chart-line)", opacity: 0.45}, text: "currentColor"},
  {part: "default", letter: "D", line: {color: "var(--chart-grid)"}, text: "currentColor"},
  {part: "invalid", letter: "I", line: {color: "var(--target)"}, text: "var(--surface)"},
  {part: "hidden", letter: "", line: {color: "var(--chart-line)", strokeDash: [1, 2]}, text: "currentColor"},
  {part: "missing", letter: "M", line: null, text: "currentColor"}
];

const bar = {height: 14, yOffset: 17} as const;
const line = 52;
const padding = {left: 4, right: 4, top: 2, bottom: 2};
const width = narrow.width - padding.left - padding.right;
/** The narrowest part, as a share, that has room for its letter. */
const narrowest = 0.045;

/** One bar a column, under its name and its counts, divided by what the cells hold. */
export const vodimSpec: ChartSpec = {
  ...{width, height: {step: line}, padding, autosize: "none", config: theme},
  ...pointsAlong("y"),
  encoding: {y: {field: "order", type: "ordinal", sort: null, axis: null, scale: {padding: 0}}},
  layer: [
    text("label", {dy: -14, fontSize: 12.5, fontWeight: 600}, {value: 0}),
    text("detail", {dy: 1, fontSize: 11.5, color: "var(--muted)"}, {value: 0}),
    ...parts.flatMap(({part, line: look, text: color}) => [
      ...(look === null ? [] : [partLine(part, look)]),
      text(
        `${part}_letter`,
        {align: "center", dy: bar.yOffset + 0.5, fontSize: 10.5, fontWeight: 600, color},
        x(`${part}_middle`)
      )
    ]),
    {
      mark: {type: "bar", aria: true, fill: "transparent", stroke: "var(--chart-line)", strokeWidth: 1, ...bar},
      encoding: {x: x("from"), x2: {field: "to"}, description: pointWords}
    }
  ]
};

function x(field: string) {
  return {field, type: "quantitative", scale: {domain: [0, 1], nice: false}, axis: null} as const;
}

function partLine(part: Part, look: object): object {
  return {
    transform: [{filter: `datum.${part}_to > datum.${part}_from`}],
    mark: {type: "rule", strokeWidth: bar.height - 1, yOffset: bar.yOffset, ...look},
    encoding: {x: x(`${part}_from`), x2: {field: `${part}_to`}}
  };
}

function text(field: string, look: object, at: object): object {
  return {mark: {type: "text", align: "left", baseline: "middle", ...look}, encoding: {x: at, text: {field}}};
}

/**
 * Rows as drawn: each part from where to where, of 1. What is hidden has the length that the others leave. Counts are rounded up
 * one by one, so that the parts may be more than the whole: then they are drawn as parts of their sum.
 */
export function vodimRows(rows: readonly VodimRow[]): ChartRow[] {
  return rows.map((row, order) => {
    const told = parts.filter(({part}) => part !== "hidden");
    const sum = told.reduce((total, {part}) => total + countOf(row, part), 0);
    const whole = Math.max(row.checked ?? 0, sum, 1);
    const isHidden = row.checked === null || told.some(({part}) => part !== "hidden" && row[part] === null);
    let from = 0;
    const drawn = parts.map(({part, letter}) => {
      const share = part === "hidden" ? (isHidden ? (whole - sum) / whole : 0) : countOf(row, part) / whole;
      const start = from;
      from += share;
      return {
        [`${part}_from`]: start,
        [`${part}_to`]: from,
        [`${part}_middle`]: start + share / 2,
        [`${part}_letter`]: share < narrowest ? "" : letter
      };
    });
    const detail = detailOf(row);
    const label = upperFirst(plain(row.column));
    return Object.assign({order, label, detail, from: 0, to: 1, words: `${label}: ${detail}`}, ...drawn);
  });
}

function countOf(row: VodimRow, part: Part): number {
  return part === "hidden" ? 0 : (row[part] ?? 0);
}

/** "V 2,310, D 40, O hidden, of 2,360": what no cell holds is left out. */
function detailOf(row: VodimRow): string {
  const counts = parts.flatMap(({part, letter}) =>
    part === "hidden" || row[part] === 0 ? [] : [`${letter} ${told(row[part])}`]
  );
  return `${counts.join(", ")}, of ${told(row.checked)}`;
}

function told(count: number | null): string {
  return count === null ? "hidden" : formatCount(count);
}
