import type {PublishedRelease} from "./published_release.ts";

export interface DefinitionChange {
  readonly measure: string;
  readonly label: string;
  /** Version; null where a release does not have the measure. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface DefinitionChanges {
  readonly changed: readonly DefinitionChange[];
  readonly added: readonly DefinitionChange[];
  readonly gone: readonly DefinitionChange[];
}

/** Measures that are counted by another version of their definition, and those that only one of the two has. */
export function definitionsChanged(before: PublishedRelease, after: PublishedRelease): DefinitionChanges {
  const [old, now] = [before.manifest.definitions, after.manifest.definitions];
  const labels = new Map([...before.measures, ...after.measures].map(({id, label}) => [id, label]));
  const all = [...new Set([...Object.keys(now), ...Object.keys(old)])].map((measure) => ({
    measure,
    label: labels.get(measure) ?? measure,
    before: old[measure] ?? null,
    after: now[measure] ?? null
  }));
  return {
    changed: all.filter((one) => one.before !== null && one.after !== null && one.before !== one.after),
    added: all.filter((one) => one.before === null),
    gone: all.filter((one) => one.after === null)
  };
}
