import {parse, View} from "vega";
import {compile, type TopLevelSpec} from "vega-lite";
import {html, Markup} from "./markup.ts";

/** Draws a chart as inline SVG whose one accessible name is the given words; a warning of Vega-Lite is an error. */
export async function draw(spec: TopLevelSpec, words: string): Promise<Markup> {
  const view = new View(parse(compile(spec, {logger: strict}).spec), {renderer: "none"});
  const svg = await view.toSVG();
  view.finalize();
  const name = html`<svg role="img" aria-label="${words}"`.text;
  return new Markup(svg.replace(innerRoles, "").replace("<svg", name));
}

/** What is inside an image has no role of its own. */
const innerRoles = / (?:role|aria-[a-z]+)="[^"]*"/g;

const strict = {level: () => strict, error: refuse, warn: refuse, info: () => strict, debug: () => strict};

function refuse(...words: readonly unknown[]): never {
  throw new Error(`chart: ${words.join(" ")}`);
}
