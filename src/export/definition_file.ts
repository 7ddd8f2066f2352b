import {closest} from "fastest-levenshtein";
import {UserError} from "../errors.ts";

/** A request as it was read, and where in it a value stands. */
export interface DefinitionFile {
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** "line:column" of the value at a path, or of what is nearest above it. */
  positionOf(path: readonly PropertyKey[]): string;
}

export interface Difference {
  readonly expected: string;
  readonly found: unknown;
  readonly hint?: string | undefined;
}

/** A mistake in a request: file, line and column, the path in words, what was expected and what was found. */
export function mistakeAt(
  file: DefinitionFile,
  path: readonly PropertyKey[],
  {expected, found, hint}: Difference
): UserError {
  const words = path.map((key) => (typeof key === "number" ? `number ${key + 1}` : String(key))).join(", ");
  const place = `${file.name}:${file.positionOf(path)}${words === "" ? "" : `: ${words}`}`;
  return new UserError("usage", `${place}: expected ${expected}, found ${shown(found)}`, {
    hint: hint ?? "docs/cohort-exports.md says what a request may hold"
  });
}

/** A name that is not among those known: which was probably meant. */
export function unknownName(
  file: DefinitionFile,
  path: readonly PropertyKey[],
  {expected, found, known}: {readonly expected: string; readonly found: string; readonly known: readonly string[]}
): UserError {
  const list = known.length > 20 ? "" : ` They are ${known.join(" ")}`;
  const meant = known.length === 0 ? undefined : `did you mean ${closest(found, [...known])}?${list}`;
  return mistakeAt(file, path, {expected, found, hint: meant});
}

/** The value in the file at a path; undefined where there is none. */
export function valueAt({values}: DefinitionFile, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    values
  );
}

function shown(found: unknown): string {
  if (typeof found === "string") return found;
  if (Array.isArray(found)) return `a list of ${found.length}`;
  return typeof found === "object" && found !== null ? "a table" : (JSON.stringify(found) ?? "nothing");
}
