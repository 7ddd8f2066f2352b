import type {TopLevelSpec} from "vega-lite";
import {html, Markup} from "../components/markup.ts";

/** A chart without its rows; they are read from the data set `rows`. */
export type ChartSpec = Omit<TopLevelSpec, "data"> & Record<string, unknown>;

export type ChartRow = Readonly<Record<string, string | number | boolean | null>>;

/** What charts of one shape have in common, as a key. */
export function shapeOf(spec: ChartSpec): string {
  return JSON.stringify(spec);
}

/**
 * What Vega has drawn, as inline SVG whose one accessible name is the given words; a mark says its own row's `words` in
 * `data-point`, for the browser to show.
 */
export function chartSvg(svg: string, spec: ChartSpec, words: string): Markup {
  return new Markup(`${opening(spec, words)}${withPoints(svg).slice("<svg".length)}`);
}

function opening({usermeta}: ChartSpec, words: string): string {
  const {along} = (usermeta ?? {}) as {along?: string};
  return html`<svg role="img" aria-label="${words}"${along === undefined ? null : html` data-along="${along}"`}`.text;
}

/** Marks that stand for a published row carry its words; nothing inside an image has a role of its own. */
function withPoints(svg: string): string {
  const named = svg.replace(markName, (_, words: string) => (noWords.test(words) ? "" : ` data-point="${words}"`));
  return named.replace(innerRoles, "");
}

/** What Vega makes of a mark's description, which it escapes. */
const markName = / aria-label="([^"]*)"(?= role="graphics-symbol")/g;
const noWords = /^(?:undefined|null)?$/;
const innerRoles = / (?:role|aria-[a-z]+)="[^"]*"/g;
