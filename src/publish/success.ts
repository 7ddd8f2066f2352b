import type {Warehouse} from "../database/warehouse.ts";
import {hidden, type Protectable} from "../disclosure/primary.ts";
import {instruments} from "../instruments/index.ts";
import type {Suffix} from "../measures/count.ts";
import {unitSet} from "../measures/count_sets.ts";
import {type SuccessDefinition, successDefinitions, successPopulation} from "../measures/success.ts";
import type {Settings} from "../settings.ts";
import {notEstimable} from "../statistics/estimate.ts";
import {summarizePairs} from "../statistics/moments.ts";
import {wilsonInterval} from "../statistics/wilson_interval.ts";
import type {Candidate, Shows} from "./candidates.ts";
import type {Cells, Place} from "./cells.ts";
import {latticeOf, type MartCell, type Spot, spotKey} from "./lattice.ts";
import {hasPatterns} from "./patterns.ts";
import type {Program} from "./programs.ts";
import {rankBeside} from "./result_candidates.ts";

/** One row of success.csv: the share of the same episodes that succeeded by one definition. */
export interface SuccessRow extends Place, Protectable {
  readonly instrument: string;
  readonly definition: SuccessDefinition;
  readonly is_registered: "yes" | "no";
  readonly status: "published" | "unstable" | "suppressed" | "insufficient";
}

interface MartRow extends MartCell {
  readonly measure: string;
  /** Three digits: response, reliable improvement, remission. */
  readonly event: string;
  /** Fall in points. */
  readonly value: number;
  readonly n: number;
}

export interface SuccessOptions {
  readonly cells: Cells;
  readonly programs: readonly Program[];
  readonly settings: Pick<Settings, "success" | "minimum_units">;
  readonly suffix: Suffix;
}

/** A fall counts as an effect from this many baseline standard deviations on. */
const effect = 0.8;

/**
 * Four definitions of success on the same episodes (baseline moderate or worse, measured again), for all, programs and sites, over
 * all time and by year. The standard deviation is that of the baselines of all pairs of the release, so that no program's own
 * spread decides.
 *
 * Source: four definitions compared in Psychiatr Serv 2020;71:312.
 */
export async function successes(warehouse: Warehouse, options: SuccessOptions): Promise<SuccessRow[]> {
  const {cells, programs, settings, suffix} = options;
  const rows = await warehouse.query<MartRow>(`select * from mart${suffix}.histogram where measure like '%\\_success'`);
  const spotsOf = latticeOf(programs, []);
  return instruments.flatMap(({id}) => {
    const own = rows.filter(({measure}) => measure === `${id}_success`);
    const sd = baselineSpread(cells, id);
    return placesOf(own, spotsOf).flatMap(({spot, rows: there}) =>
      successDefinitions.map((definition) => rowOf({instrument: id, spot, definition, rows: there, sd}, settings))
    );
  });
}

/** What each row would tell: those asked, and those who succeeded by its definition. */
export function successCandidates(rows: readonly SuccessRow[]): Candidate[] {
  return rows.map((row) => {
    const kind = {grain: "score", period_by: "discharged_on", instrument: row.instrument} as const;
    const asked = row.denominator ?? row.guarded[0] ?? 0;
    const succeeded = unitSet(kind, [...successPopulation, flags[row.definition]]);
    return {
      key: successKey(row),
      place: row,
      tells: [
        [unitSet(kind, successPopulation), asked],
        ...(row.numerator === null ? [] : [[succeeded, row.numerator] as const])
      ],
      ...{rank: rankBeside(row, 300), must_hide: false, hides_extremes: false}
    };
  });
}

/** The rows; those that may not be shown as they last were, or hidden. */
export function shownSuccesses(
  rows: readonly SuccessRow[],
  shows: Shows,
  earlier: readonly unknown[] = []
): SuccessRow[] {
  const last = new Map((earlier as readonly SuccessRow[]).map((row) => [successKey(row), row]));
  return rows.map((row) => (shows(successKey(row)) ? row : (last.get(successKey(row)) ?? hidden(row))));
}

export function successKey(row: SuccessRow): string {
  return `success|${row.measure}|${spotKey(row)}`;
}

const flags: Readonly<Record<SuccessDefinition, string>> = {
  effect: "is_effect",
  response: "is_response",
  reliable_improvement: "is_reliably_improved",
  remission: "is_remission"
};

/** SD of the baselines of everyone with a later score, in all programs and over all time. */
function baselineSpread(cells: Cells, instrument: string): number | null {
  const everywhere = spotKey({breakdown: "all", group: "", period_type: "all", period: ""});
  const all = cells.find(`${instrument}_change`, everywhere);
  return all === undefined ? null : summarizePairs(all.counts.moments).sd_x;
}

function placesOf(rows: readonly MartRow[], spotsOf: (row: MartRow) => readonly Spot[]) {
  const places = new Map<string, {spot: Spot; rows: MartRow[]}>();
  for (const row of rows) {
    for (const spot of spotsOf(row).filter(hasPatterns)) {
      const place = places.get(spot.key) ?? {spot, rows: []};
      place.rows.push(row);
      places.set(spot.key, place);
    }
  }
  return [...places.values()].sort((a, b) => (a.spot.key < b.spot.key ? -1 : 1));
}

interface Asked {
  readonly instrument: string;
  readonly spot: Spot;
  readonly definition: SuccessDefinition;
  readonly rows: readonly MartRow[];
  readonly sd: number | null;
}

function rowOf({instrument, spot, definition, rows, sd}: Asked, settings: SuccessOptions["settings"]): SuccessRow {
  const {breakdown, group, period_type, period} = spot;
  const is_registered = settings.success?.definition === definition ? "yes" : "no";
  const measure = `${instrument}_success_${definition}`;
  const row = {instrument, measure, breakdown, group, period_type, period, definition, is_registered} as const;
  const denominator = total(rows);
  if (definition === "effect" && sd === null) {
    const nothing = {units: null, denominator: null, numerator: null, ...notEstimable, guarded: [denominator]};
    return {...row, ...nothing, status: "insufficient", reason: "no baseline standard deviation"};
  }
  const numerator = total(rows.filter((one) => succeeds(one, definition, sd ?? 0)));
  const isFew = denominator < settings.minimum_units;
  return {
    ...row,
    ...{units: denominator, denominator, numerator, ...wilsonInterval(numerator, denominator), guarded: []},
    status: isFew ? "unstable" : "published",
    reason: isFew ? `fewer than ${settings.minimum_units} episodes: read the interval, not the figure` : ""
  };
}

function succeeds({event, value}: MartRow, definition: SuccessDefinition, sd: number): boolean {
  switch (definition) {
    case "effect":
      return value >= effect * sd;
    case "response":
      return event[0] === "1";
    case "reliable_improvement":
      return event[1] === "1";
    case "remission":
      return event[2] === "1";
  }
}

function total(rows: readonly MartRow[]): number {
  return rows.reduce((sum, {n}) => sum + n, 0);
}
