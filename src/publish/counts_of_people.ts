import {checks} from "../checks/index.ts";
import type {PublishedCheck} from "../checks/protect_checks.ts";
import type {Manifest} from "./manifest.ts";

/** How a count of people beside the figures is told; null is a count that is not. */
export type Tell = (count: number | null) => number | null;

/** Checks with what they found of people told so; their counts of files, programs and months as they are. */
export function tellChecks(rows: readonly PublishedCheck[], tell: Tell): readonly PublishedCheck[] {
  const ofPeople = new Set(checks.filter(({counts}) => counts === "people").map(({name}) => name));
  return rows.map((row) =>
    ofPeople.has(row.check) ? {...row, violations: tell(row.violations), checked: tell(row.checked)} : row
  );
}

/** What of a manifest counts rows about people. */
export type CountedRows = Pick<Manifest, "inputs" | "quarantine" | "waiting">;

/** A manifest with how many rows were delivered, what became of them, and how many are quarantined or wait, told so. */
export function tellRows<Whole extends CountedRows>(manifest: Whole, tell: Tell): Whole {
  const fileOf = ({file, sha256, ...counts}: InputFile): InputFile => {
    const told = Object.entries(counts).map(([name, rows]) => [name, tell(rows)]);
    return {file, sha256, ...Object.fromEntries(told)};
  };
  return {
    ...manifest,
    inputs: manifest.inputs.map((delivery) => ({...delivery, files: delivery.files.map(fileOf)})),
    quarantine: manifest.quarantine.map((row) => ({...row, rows: tell(row.rows)})),
    waiting: manifest.waiting.map((row) => ({...row, rows: tell(row.rows)}))
  };
}

type InputFile = Manifest["inputs"][number]["files"][number];
