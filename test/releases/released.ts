import type {CheckRow, FigureRow, Manifest, PublishedRelease} from "../../src/releases/published_release.ts";

/** Completion of everyone over all time, 281 of 450, with what a test gives it. */
export function figureRow(given: Partial<FigureRow> = {}): FigureRow {
  return {
    ...{measure: "completion", version: "1", breakdown: "all", group: "", period_type: "all", period: ""},
    ...{units: 450, denominator: 450, numerator: 281, value: 281 / 450, lower: 0.579, upper: 0.668},
    ...{unit: "share", status: "published", reason: "", as_of: "2026-03-31", ...given}
  };
}

/** The same row, hidden. */
export function hiddenRow(given: Partial<FigureRow> = {}): FigureRow {
  const nothing = {units: null, denominator: null, numerator: null, value: null, lower: null, upper: null};
  return figureRow({...nothing, status: "suppressed", reason: "hidden to protect people", ...given});
}

export function checkRow(given: Partial<CheckRow> = {}): CheckRow {
  return {check: "rows_are_placed", source: "north", subject: "rows", severity: "warning", status: "pass", ...given};
}

/** A release of two measures as of 2026-03-31, with what a test gives it. */
export function released({
  manifest = {},
  ...given
}: Partial<Omit<PublishedRelease, "manifest">> & {manifest?: Partial<Manifest>} = {}): PublishedRelease {
  return {
    manifest: {
      ...{release: "2026-03-31-aaaaaaaaaaaa", as_of: "2026-03-31", known_on: null, code_version: "0.3.0"},
      ...{inputs: [], refused: [], definitions: {completion: "1", attendance: "1"}, settings: {}, ...manifest}
    },
    measures: [
      {id: "completion", label: "Completion"},
      {id: "attendance", label: "Attendance"}
    ],
    ...{headline: ["completion"], figures: [], checks: [], ...given}
  };
}

/** The same as of a month before. */
export function releasedBefore(given: Parameters<typeof released>[0] = {}): PublishedRelease {
  return released({...given, manifest: {release: "2026-02-28-bbbbbbbbbbbb", as_of: "2026-02-28", ...given.manifest}});
}
