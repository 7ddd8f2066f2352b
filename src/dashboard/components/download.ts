import {csvFormat} from "d3-dsv";
import {html, Markup} from "./markup.ts";

/** Rows behind a chart: what the file is called below the site's `files`, and the published rows, column by column. */
export interface Download {
  readonly name: string;
  readonly rows: readonly object[];
}

/** A link to the rows as CSV: numbers in full, as published; what a row does not have is empty. */
export function download({name, rows}: Download): Markup {
  const path = `/files/${name}.csv`;
  const words = html`<p class="download"><a href="${path}" download="${name.replaceAll("/", "-")}.csv">Download the rows (CSV)<span class="visually-hidden">: ${name.replaceAll(/[/_-]/g, " ")}</span></a></p>`;
  return new Markup(words.text, [{path, content: `${csvFormat([...rows])}\n`}]);
}
