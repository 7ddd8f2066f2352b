import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {AttachedFile} from "./components/markup.ts";
import {givenPath} from "./given_names.ts";
import type {TableName} from "./published.ts";

/** Published tables whose rows each belong to one measure, named in their first column. */
const byMeasure = [
  ...["results", "ladder", "curves", "spc", "funnel", "missing", "comparison", "claims"],
  ...["adjusted", "models", "calibration", "natural_course"]
] as TableName[];

/** Small tables that several measures share; they are given whole. */
const whole = ["reached", "success"] as const;

/** What the site gives of the published tables, line for line as published: for people to keep, and for filters to choose from. */
export interface GivenFiles {
  /** By measure, each table that has a row of it. */
  readonly ofMeasure: ReadonlyMap<string, readonly AttachedFile[]>;
  readonly shared: readonly AttachedFile[];
}

export function givenFiles(folder: string): GivenFiles {
  const ofMeasure = new Map<string, AttachedFile[]>();
  for (const table of byMeasure) {
    for (const [measure, content] of linesByMeasure(folder, table))
      ofMeasure.set(measure, [...(ofMeasure.get(measure) ?? []), {path: givenPath(`${measure}/${table}`), content}]);
  }
  const shared = whole.flatMap((table) => {
    const file = join(folder, `${table}.csv`);
    return existsSync(file) ? [{path: givenPath(table), content: readFileSync(file, "utf8")}] : [];
  });
  return {ofMeasure, shared};
}

/** The lines of each measure under the table's head. A line with a break inside a cell would be two: no published cell has one. */
function linesByMeasure(folder: string, table: TableName): Map<string, string> {
  const file = join(folder, `${table}.csv`);
  if (!existsSync(file)) return new Map();
  const [head = "", ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  const groups = Map.groupBy(lines, (line) => line.slice(0, line.indexOf(",")));
  return new Map([...groups].map(([measure, own]) => [measure, `${[head, ...own].join("\n")}\n`]));
}
