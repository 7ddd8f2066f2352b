/** A setting by its dotted name; null where a release does not have it. */
export interface SettingChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Settings = Readonly<Record<string, unknown>>;

/** Nested settings as dotted names, one value each; a list of plain values is one value. */
export function flatSettings(settings: Settings): [name: string, value: string][] {
  return Object.entries(settings).flatMap(([name, value]) => flatten(name, value));
}

/** Every setting that is not the same in both, by name. */
export function settingsChanged(before: Settings, after: Settings): SettingChange[] {
  const [old, now] = [new Map(flatSettings(before)), new Map(flatSettings(after))];
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  return names
    .map((name) => ({name, before: old.get(name) ?? null, after: now.get(name) ?? null}))
    .filter((change) => change.before !== change.after);
}

function flatten(name: string, value: unknown): [string, string][] {
  if (Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null))
    return [[name, value.length === 0 ? "none" : value.join(", ")]];
  if (typeof value === "object" && value !== null) {
    const inner = Object.entries(value);
    return inner.length === 0 ? [[name, "none"]] : inner.flatMap(([key, one]) => flatten(`${name}.${key}`, one));
  }
  return [[name, value === null ? "none" : String(value)]];
}
