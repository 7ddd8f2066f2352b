import type {Catalogue} from "./catalogue.ts";

/** Where the site's menu lists a page; pages of single measures are listed on the page of all measures. */
export type MenuGroup = "figures" | "programs" | "trust";

/** A page of the site: its address without `.html`, its title, and what the menu calls it where it lists it. */
export interface SitePage {
  readonly path: string;
  readonly title: string;
  readonly menu: MenuGroup | null;
}

/** Every page of the site, in reading order. */
export function sitePages(catalogue: Catalogue): SitePage[] {
  return [
    ...figures.map((page) => ({...page, menu: "figures" as const})),
    ...catalogue.measures.map(({id, label}) => ({path: measurePath(id), title: label, menu: null})),
    ...catalogue.programs.map(({group, name}) => ({path: programPath(group), title: name, menu: "programs" as const})),
    ...trust.map((page) => ({...page, menu: "trust" as const}))
  ];
}

const figures = [
  {path: "/index", title: "Overview"},
  {path: "/compare", title: "Compare"},
  {path: "/equity", title: "Equity"},
  {path: "/follow-up", title: "Follow-up"},
  {path: "/access", title: "Access and attendance"},
  {path: "/trajectories", title: "Score trajectories"},
  {path: "/all-measures", title: "All measures"}
];

/** What moved since the release before. */
export const changesPath = "/changes";

/** The handbook. */
export const methodsPath = "/methods";

const trust = [
  {path: changesPath, title: "What changed"},
  {path: methodsPath, title: "Methods"},
  {path: "/quality", title: "Data quality"},
  {path: "/about", title: "About this release"}
];

/** Address of a measure's page, which holds the counting rule of each of its figures. */
export function measurePath(measure: string): string {
  return `/measures/${measure}`;
}

export function programPath(group: string): string {
  return `/programs/${slug(group)}`;
}

/** Where a word of the glossary is explained, by its id ("interval"). */
export function glossaryPath(term: string): string {
  return `${methodsPath}#glossary-${term}`;
}

/** Where a page's address leads in a link: the first page is the folder itself. */
export function linkTo({path}: Pick<SitePage, "path">): string {
  return path === "/index" ? "/" : path;
}

/**
 * A group's key as one part of an address and as a file name: small letters, digits, - and _ stay, anything else becomes
 * ~hex~, so that two keys never share a page, not even where case does not count ("east/iop" is "east~2f~iop").
 */
export function slug(group: string): string {
  const safe = Array.from(group, (sign) => (/[a-z0-9_-]/.test(sign) ? sign : escaped(sign))).join("");
  return safe === "index" ? `${escaped("i")}ndex` : safe;
}

function escaped(sign: string): string {
  return `~${sign.codePointAt(0)?.toString(16)}~`;
}
