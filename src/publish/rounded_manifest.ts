import {checks} from "../checks/index.ts";
import type {PublishedCheck} from "../checks/protect_checks.ts";
import type {Rounding} from "../disclosure/rounding.ts";
import {roundCount} from "../disclosure/rounding.ts";
import type {Manifest} from "./manifest.ts";

/** What checks found of people, where a profile rounds counts. */
export function roundChecks(rows: readonly PublishedCheck[], rounding: Rounding): PublishedCheck[] {
  const ofPeople = new Set(checks.filter(({counts}) => counts === "people").map(({name}) => name));
  return rows.map((row) => {
    if (!ofPeople.has(row.check)) return row;
    return {...row, violations: nearest(row.violations, rounding), checked: nearest(row.checked, rounding)};
  });
}

type Waiting = Pick<Manifest, "inputs" | "waiting">;

/** How many rows were delivered, and what became of them, likewise: as many were read as their parts are together. */
export function roundRows<Whole extends Waiting>(manifest: Whole, rounding: Rounding): Whole {
  return {
    ...manifest,
    inputs: manifest.inputs.map((delivery) => ({
      ...delivery,
      files: delivery.files.map((file) => roundFile(file, rounding))
    })),
    waiting: manifest.waiting.map((row) => ({...row, rows: nearest(row.rows, rounding)}))
  };
}

type InputFile = Manifest["inputs"][number]["files"][number];

function roundFile(file: InputFile, rounding: Rounding): InputFile {
  const {read, accepted, corrected, unchanged, deleted, quarantined, withdrawn} = file;
  const fates = {accepted, corrected, unchanged, deleted, quarantined};
  const rounded = Object.entries(fates).map(([fate, rows]) => [fate, nearest(rows, rounding)] as const);
  const parts = rounded.flatMap(([, rows]) => rows ?? []);
  const together =
    parts.length === rounded.length ? parts.reduce((sum, rows) => sum + rows, 0) : nearest(read, rounding);
  return {
    ...file,
    ...Object.fromEntries(rounded),
    read: read === null ? null : together,
    withdrawn: nearest(withdrawn, rounding)
  };
}

function nearest(count: number | null, rounding: Rounding): number | null {
  return count === null || rounding.base === 1 ? count : roundCount(count, rounding);
}
