import type {AttachedFile} from "./components/markup.ts";

/** Address of a published table, or of the rows of one measure, on the site. */
export function givenPath(name: string): string {
  return `/files/${name}.csv`;
}

/** The name of a given file without folder and ending: "completion/results". */
export function givenName({path}: AttachedFile): string {
  return path.replace(/^\/files\//, "").replace(/\.csv$/, "");
}
