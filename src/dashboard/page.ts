import type {Markup} from "./components/markup.ts";

/** What stands on a page, under the title that the site's map gives it. */
export interface Page {
  readonly body: Markup;
}

const place = '<div data-body=""></div>';

/**
 * A page as the Framework reads it: its title, and the place of its body. The Framework reads every element of a page twice, and
 * charts and tables have thousands, so it frames pages and does not see what is in them.
 */
export function frameworkMarkdown(title: string): string {
  return `---\ntitle: ${JSON.stringify(title)}\n---\n\n${place}\n`;
}

/** The framed page with its body in place; links that begin at the site's root lead on from the page's own folder. */
export function withBody(framed: string, path: string, body: string): string {
  return framed.replace(place, () => `<div class="page">\n${fromFolderOf(path, body)}\n</div>`);
}

/** Addresses from the root as addresses relative to a page, so that the site may stand in any folder of a server. */
export function fromFolderOf(path: string, body: string): string {
  const up = "../".repeat(path.split("/").length - 2);
  return body.replace(/ (href|src)="\/([^"]*)"/g, (_, name, rest) => ` ${name}="${up === "" ? "./" : up}${rest}"`);
}
