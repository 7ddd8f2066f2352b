import {siteHeaders} from "../serve.ts";
import {fillTemplate} from "./fill_template.ts";

/** docs/hosting.md: the prose of the template, with the headers that `npm run serve` sends as each web server spells them. */
export function hostingDocument(): string {
  return fillTemplate("hosting.md", {
    nginx_headers: headerLines(8, (name, value) => `add_header ${name} "${value}" always;`),
    apache_headers: headerLines(8, (name, value) => `Header always set ${name} "${value}"`),
    caddy_headers: headerLines(12, (name, value) => `${name} "${value}"`)
  });
}

/** One line for each header, indented; the first takes the indent of its place in the template. */
function headerLines(indent: number, line: (name: string, value: string) => string): string {
  return Object.entries(siteHeaders)
    .map(([name, value]) => line(name, value))
    .join(`\n${" ".repeat(indent)}`);
}
