/** A setting by its dotted name; null where a release does not have it. */
export interface SettingChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Settings = Readonly<Record<string, unknown>>;

/** Nested settings as dotted names, one value each; a list is one value, so that an item more does not move the others. */
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
  if (!isRecord(value)) return [[name, words(value)]];
  const inner = Object.entries(value);
  return inner.length === 0 ? [[name, "none"]] : inner.flatMap(([key, one]) => flatten(`${name}.${key}`, one));
}

/** One value as text; items of a list that have several parts name them. */
function words(value: unknown): string {
  if (value === null) return "none";
  if (isRecord(value))
    return Object.entries(value)
      .map(([key, one]) => `${key} ${words(one)}`)
      .join(", ");
  if (!Array.isArray(value)) return String(value);
  return value.length === 0 ? "none" : value.map(words).join(value.some(isRecord) ? "; " : ", ");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
