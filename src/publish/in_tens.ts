import {checks} from "../checks/index.ts";
import type {PublishedCheck} from "../checks/protect_checks.ts";
import type {Manifest} from "./manifest.ts";

/**
 * What checks found of people, rounded up to tens: these counts are not held between releases as figures are, so from exact ones of
 * two nights a reader could tell that one more person came. Counts of files, programs and months stay exact.
 */
export function checksInTens(rows: readonly PublishedCheck[]): readonly PublishedCheck[] {
  const ofPeople = new Set(checks.filter(({counts}) => counts === "people").map(({name}) => name));
  return rows.map((row) =>
    ofPeople.has(row.check) ? {...row, violations: inTens(row.violations), checked: inTens(row.checked)} : row
  );
}

/** How many rows were delivered, what became of them, and how many wait, likewise. */
export function rowsInTens<Whole extends Pick<Manifest, "inputs" | "waiting">>(manifest: Whole): Whole {
  return {
    ...manifest,
    inputs: manifest.inputs.map((delivery) => ({...delivery, files: delivery.files.map(fileInTens)})),
    waiting: manifest.waiting.map((row) => ({...row, rows: inTens(row.rows)}))
  };
}

type InputFile = Manifest["inputs"][number]["files"][number];

function fileInTens({file, sha256, ...counts}: InputFile): InputFile {
  const rounded = Object.entries(counts).map(([name, rows]) => [name, inTens(rows)]);
  return {file, sha256, ...Object.fromEntries(rounded)};
}

/** A hidden count stays hidden, and none is none. */
function inTens(count: number | null): number | null {
  return count === null ? null : 10 * Math.ceil(count / 10);
}
