export type Status = "published" | "suppressed" | "unstable" | "insufficient" | "immature";

/** A row of results.csv, as far as two releases are compared by it; null is an empty cell. */
export interface FigureRow {
  readonly measure: string;
  readonly version: string;
  readonly breakdown: string;
  readonly group: string;
  readonly period_type: string;
  readonly period: string;
  readonly units: number | null;
  readonly denominator: number | null;
  readonly numerator: number | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly unit: string;
  readonly status: Status;
  readonly reason: string;
  readonly as_of: string;
}

/** A result of quality.csv. */
export interface CheckRow {
  readonly check: string;
  readonly source: string;
  readonly subject: string;
  readonly severity: string;
  readonly status: string;
}

export interface Delivery {
  readonly source: string;
  readonly delivered_on: string;
  readonly sequence: number | string;
  readonly mode: string;
  readonly files: readonly {readonly file: string; readonly sha256: string}[];
}

export interface Refused {
  readonly folder: string;
  readonly code: string;
}

/** What of release.json two releases are compared by. */
export interface Manifest {
  readonly release: string;
  readonly as_of: string;
  readonly known_on: string | null;
  readonly code_version: string;
  readonly inputs: readonly Delivery[];
  readonly refused: readonly Refused[];
  readonly definitions: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A release as it was published, as far as it is compared: figures of everyone and of programs only. */
export interface PublishedRelease {
  readonly manifest: Manifest;
  /** Names of measures, programs and statuses, and which figures come first. */
  readonly measures: readonly {readonly id: string; readonly label: string}[];
  readonly headline: readonly string[];
  readonly figures: readonly FigureRow[];
  readonly checks: readonly CheckRow[];
}
