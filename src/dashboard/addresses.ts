import type {Catalogue} from "./catalogue.ts";

/** Address of a measure's page, which holds the counting rule of each of its figures. */
export function measurePath(measure: string): string {
  return `/measures/${measure}`;
}

export function programPath(group: string): string {
  return `/programs/${slug(group)}`;
}

/** Pages about one question each, in reading order. */
export const topics = [
  {path: "/compare", name: "Compare"},
  {path: "/access", name: "Access"},
  {path: "/follow-up", name: "Follow-up"},
  {path: "/equity", name: "Equity"},
  {path: "/trajectories", name: "Trajectories"}
] as const;

/** Every page of the site, in reading order. */
export function pagePaths(catalogue: Catalogue): string[] {
  const measures = catalogue.measures.map(({id}) => measurePath(id));
  const programs = catalogue.programs.map(({group}) => programPath(group));
  return ["/index", ...measures, ...programs, ...topics.map(({path}) => path), "/quality", "/about"];
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
