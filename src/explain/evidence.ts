import type {Facts, Row} from "./facts.ts";

/** Whether a condition holds, the values that decide in words, and the rows that they stand in. */
export interface Evidence {
  readonly holds: boolean;
  readonly because: string;
  readonly rows: readonly Row[];
}

/** Reads a condition from the rows of an episode, apart from the SQL that decided it. */
export type Witness = (facts: Facts) => Evidence;

export function says(holds: boolean, because: string, rows: readonly (Row | null | undefined)[] = []): Evidence {
  return {holds, because, rows: rows.filter((row) => row !== null && row !== undefined)};
}

/** "day 12 (2026-01-17)", counted from admission. */
export function onDay({day, on}: {readonly day: number; readonly on: string | null}): string {
  return `day ${day} (${on})`;
}

/** "1 session", "3 sessions". */
export function counted(n: number, one: string, several = `${one}s`): string {
  return `${n} ${n === 1 ? one : several}`;
}

/** "a, b and c" */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** A code as people say it: dropped_out is "dropped out". */
export function spoken(code: string): string {
  return code.replaceAll("_", " ");
}
