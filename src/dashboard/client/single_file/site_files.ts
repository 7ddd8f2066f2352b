import {hashOf, spotInSite} from "./spot.ts";

/** The text of a file of the site, or of a page, by its path from the root. */
export async function readSiteFile(path: string): Promise<string> {
  return (await unpack(path)).text();
}

/** The bytes that lie packed in the document under this path. */
export async function unpack(path: string): Promise<Blob> {
  const packed = document.querySelector(`script[data-path="${CSS.escape(path)}"]`)?.textContent;
  if (packed === undefined) throw new Error(`${path}: not in this file`);
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).blob();
}

/** Where a link leads to what has this path from the site's root. */
export function addressInSite(path: string): string {
  return hashOf(spotInSite(path));
}
