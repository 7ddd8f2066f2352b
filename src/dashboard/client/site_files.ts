/** The site's own folder, whatever the page: modules lie in a folder of it. */
const root = new URL("../", import.meta.url);

/** The text of a file of the site, by its path from the root. The single-file edition has a module of its own in place of this one. */
export async function readSiteFile(path: string): Promise<string> {
  const response = await fetch(new URL(path, root));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

/** Where a link leads to what has this path from the site's root. */
export function addressInSite(path: string): string {
  return new URL(path, root).href;
}
