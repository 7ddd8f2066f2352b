import type {Warehouse} from "../database/warehouse.ts";
import {isSmall} from "../disclosure/primary.ts";
import {instruments} from "../instruments/index.ts";
import type {Suffix} from "../measures/count.ts";
import {type SuccessDefinition, successDefinitions} from "../measures/success.ts";
import type {Settings} from "../settings.ts";
import {type Estimate, notEstimable} from "../statistics/estimate.ts";
import {summarizePairs} from "../statistics/moments.ts";
import {wilsonInterval} from "../statistics/wilson_interval.ts";
import type {Cells} from "./cells.ts";
import {type Group, latticeOf, type MartCell, type Period, type Spot, spotKey} from "./lattice.ts";
import {hasPatterns} from "./patterns.ts";
import type {Program} from "./programs.ts";

/** One row of success.csv: the share of the same episodes that succeeded by one definition. */
export interface SuccessRow extends Group, Period, Estimate {
  readonly instrument: string;
  readonly definition: SuccessDefinition;
  readonly is_registered: "yes" | "no";
  readonly denominator: number | null;
  readonly numerator: number | null;
  readonly status: "published" | "unstable" | "suppressed" | "insufficient";
  readonly reason: string;
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
    const all = cells.find(`${id}_change`, spotKey({breakdown: "all", group: "", period_type: "all", period: ""}));
    const sd = all === undefined ? null : summarizePairs(all.counts.moments).sd_x;
    const places = new Map<string, {spot: Spot; rows: MartRow[]}>();
    for (const row of rows.filter(({measure}) => measure === `${id}_success`)) {
      for (const spot of spotsOf(row).filter(hasPatterns)) {
        const place = places.get(spot.key) ?? {spot, rows: []};
        place.rows.push(row);
        places.set(spot.key, place);
      }
    }
    const inOrder = [...places.values()].sort((a, b) => (a.spot.key < b.spot.key ? -1 : 1));
    return inOrder.flatMap(({spot, rows}) =>
      successDefinitions.map((definition) => rowOf({instrument: id, spot, definition, rows, sd}, settings))
    );
  });
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
  const row = {instrument, breakdown, group, period_type, period, definition, is_registered} as const;
  const denominator = total(rows);
  if (isSmall(denominator)) return {...row, ...nothing, ...hidden};
  if (definition === "effect" && sd === null)
    return {...row, ...nothing, status: "insufficient", reason: "no baseline standard deviation"};
  const numerator = total(rows.filter((one) => succeeds(one, definition, sd ?? 0)));
  if (isSmall(numerator) || isSmall(denominator - numerator)) return {...row, ...nothing, ...hidden};
  const few = denominator < settings.minimum_units;
  return {
    ...row,
    denominator,
    numerator,
    ...wilsonInterval(numerator, denominator),
    status: few ? "unstable" : "published",
    reason: few ? `fewer than ${settings.minimum_units} episodes: read the interval, not the figure` : ""
  };
}

const nothing = {denominator: null, numerator: null, ...notEstimable};
const hidden = {status: "suppressed", reason: "hidden to protect people: a count behind it is 1 to 10"} as const;

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
