import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {hashOf, spotInSite} from "../../src/dashboard/client/single_file/spot.ts";

/** What the single file takes of a built page. */
export interface PageParts {
  /** The element, as it stands. */
  readonly title: string;
  /** What is inside the body. */
  readonly body: string;
  /** Addresses of style and icon, as the page names them. */
  readonly style: string;
  readonly icon: string;
}

export async function pageOfSite(site: string, name: string): Promise<PageParts> {
  const text = await readFile(join(site, name), "utf8");
  const part = (pattern: RegExp) => {
    const [, found] = pattern.exec(text) ?? [];
    if (found === undefined) throw new Error(`${name}: expected ${pattern.source} in a built page`);
    return found;
  };
  return {
    title: part(/(<title>[^<]*<\/title>)/),
    body: part(/<body>\n?([\s\S]*?)\n?<\/body>/),
    style: part(/<link rel="stylesheet" href="([^"]*)">/),
    icon: part(/<link rel="icon" href="([^"]*)">/)
  };
}

/** The title and the main part of a page, with links as they lead within the single file. */
export function mainOf({title, body}: PageParts, name: string): string {
  const [main] = /<main [\s\S]*<\/main>/.exec(body) ?? [];
  if (main === undefined) throw new Error(`${name}: expected a main part in a built page`);
  return `${title}\n${withPlaces(main, name)}`;
}

/**
 * Links to pages and files of the site as places in the single file. Links within a page stay, so that they work without a script.
 * What was to be downloaded loses its mark: without a script, a browser would save the whole document under that name.
 */
export function withPlaces(markup: string, name: string): string {
  const placed = markup.replace(/ href="([^"]*)"/g, (whole, address: string) =>
    /^(?:#|\w+:)/.test(address) ? whole : ` href="${placeOf(address, name)}"`
  );
  return placed.replace(/(<a [^>]*?) download="[^"]*"/g, "$1");
}

function placeOf(address: string, name: string): string {
  return hashOf(spotInSite(address.replaceAll("&amp;", "&"), name)).replaceAll("&", "&amp;");
}
