/** A place in the single file. */
export interface Spot {
  /** Path of a page from the site's root, empty for the overview; or of a file. */
  readonly page: string;
  /** The view that is asked for, `?program=north-iop`; empty for what the page shows anyway. */
  readonly search: string;
  /** The id of an element of the page, or empty. */
  readonly anchor: string;
}

/** `#/measures/completion?program=north-iop::definition`; what does not begin with `#/` is an element of the overview. */
export function spotOf(hash: string): Spot {
  const [, page, search = "", anchor = ""] = /^#\/([^?]*?)(\?.*?)?(?:::(.*))?$/.exec(hash) ?? [];
  return page === undefined ? {page: "", search: "", anchor: hash.slice(1)} : {page, search, anchor};
}

export function hashOf({page, search, anchor}: Spot): string {
  return `#/${page}${search}${anchor === "" ? "" : `::${anchor}`}`;
}

/** The place that an address of the site leads to, seen from a page: `../measures/completion#definition`. */
export function spotInSite(address: string, page = ""): Spot {
  const {pathname, search, hash} = new URL(address, `file:///${page}`);
  return {page: pathname.slice(1), search, anchor: hash.slice(1)};
}
