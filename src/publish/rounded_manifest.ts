import {checks} from "../checks/index.ts";
import type {PublishedCheck} from "../checks/protect_checks.ts";
import type {Profile} from "../disclosure/profile.ts";
import type {Manifest} from "./manifest.ts";

/**
 * What checks found of people, where a profile rounds counts: none of them, or how many is not said. The same people are counted in
 * results, by parts that are rounded for themselves; all at once, rounded once more, they would narrow down small parts.
 */
export function withoutChecked(
  rows: readonly PublishedCheck[],
  {base}: Pick<Profile, "base">
): readonly PublishedCheck[] {
  if (base === 1) return rows;
  const ofPeople = new Set(checks.filter(({counts}) => counts === "people").map(({name}) => name));
  return rows.map((row) =>
    ofPeople.has(row.check) ? {...row, violations: orNothing(row.violations), checked: orNothing(row.checked)} : row
  );
}

/** How many rows were delivered, and what became of them, likewise. */
export function withoutRows<Whole extends Pick<Manifest, "inputs" | "waiting">>(
  manifest: Whole,
  {base}: Pick<Profile, "base">
): Whole {
  if (base === 1) return manifest;
  return {
    ...manifest,
    inputs: manifest.inputs.map((delivery) => ({...delivery, files: delivery.files.map(withoutCounts)})),
    waiting: manifest.waiting.map((row) => ({...row, rows: orNothing(row.rows)}))
  };
}

type InputFile = Manifest["inputs"][number]["files"][number];

function withoutCounts({file, sha256, ...counts}: InputFile): InputFile {
  const hidden = Object.entries(counts).map(([name, rows]) => [name, orNothing(rows)]);
  return {file, sha256, ...Object.fromEntries(hidden)};
}

/** 0 as it is, and null for any other count. */
function orNothing(count: number | null): 0 | null {
  return count === 0 ? 0 : null;
}
