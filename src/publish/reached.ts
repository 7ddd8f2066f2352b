import type {Warehouse} from "../database/warehouse.ts";
import {isSmall} from "../disclosure/primary.ts";
import {followup_retention} from "../measures/followup.ts";
import {isScore, reachedCharacteristics} from "../measures/reached_statement.ts";
import type {SampleSums} from "../statistics/sample_sums.ts";
import {standardisedMeanDifference, standardisedShareDifference} from "../statistics/standardised_mean_difference.ts";
import type {Tally} from "../statistics/tally.ts";
import {type Group, latticeOf, type MartCell, type Period, type Spot} from "./lattice.ts";
import {hasPatterns, type PatternOptions} from "./patterns.ts";
import {isQuarterOpen} from "./roll_up.ts";

/** One row of reached.csv: those reached at six months beside those not reached, in one characteristic. */
export interface ReachedRow extends Group, Period {
  readonly characteristic: string;
  readonly level: string;
  readonly reached_units: number | null;
  readonly reached: number | null;
  readonly not_reached_units: number | null;
  readonly not_reached: number | null;
  readonly unit: "points" | "share";
  /** Standardised difference, reached less not reached. */
  readonly difference: number | null;
  readonly weight: "" | "differs" | "seriously";
  readonly status: "published" | "suppressed";
}

interface MartRow extends MartCell, SampleSums {
  readonly characteristic: string;
  readonly level: string;
  readonly is_reached: boolean;
}

/** Sums by level, of those reached and those not. */
type Sides = Map<string, {reached: SampleSums; not_reached: SampleSums}>;

/** FU-04: above the first a standardised difference is worth a word, above the second it is serious. */
const differs = 0.1;
const seriously = 0.25;

/**
 * What people of the follow-up cohort had in common who were reached, and who were not, for all, programs and sites, over all
 * time and by year; quarters whose window is open are left out. A standardised difference is no test: it does not grow with n.
 */
export async function reachedAndNot(
  warehouse: Warehouse,
  {programs, as_of, suffix}: PatternOptions
): Promise<ReachedRow[]> {
  const spotsOf = latticeOf(programs, []);
  const places = new Map<string, {spot: Spot; byCharacteristic: Map<string, Sides>}>();
  for (const row of await warehouse.query<MartRow>(`select * from mart${suffix}.reached`)) {
    if (isQuarterOpen(followup_retention, row, as_of)) continue;
    for (const spot of spotsOf(row).filter(hasPatterns)) {
      const place = places.get(spot.key) ?? {spot, byCharacteristic: new Map<string, Sides>()};
      places.set(spot.key, place);
      addTo(place.byCharacteristic, row);
    }
  }
  return [...places.values()]
    .sort((a, b) => (a.spot.key < b.spot.key ? -1 : 1))
    .flatMap(({spot, byCharacteristic}) => rowsOf(spot, byCharacteristic));
}

function addTo(byCharacteristic: Map<string, Sides>, {characteristic, level, is_reached, ...row}: MartRow): void {
  const sides: Sides = byCharacteristic.get(characteristic) ?? new Map();
  byCharacteristic.set(characteristic, sides);
  const both = sides.get(level) ?? {reached: none, not_reached: none};
  const side = is_reached ? "reached" : "not_reached";
  sides.set(level, {...both, [side]: plus(both[side], row)});
}

const none: SampleSums = {n: 0, sum_x: 0, sum_xx: 0};

function plus(a: SampleSums, b: SampleSums): SampleSums {
  return {n: a.n + b.n, sum_x: a.sum_x + b.sum_x, sum_xx: a.sum_xx + b.sum_xx};
}

function rowsOf({breakdown, group, period_type, period}: Spot, byCharacteristic: Map<string, Sides>): ReachedRow[] {
  const place = {breakdown, group, period_type, period};
  return reachedCharacteristics.flatMap((characteristic) => {
    const sides = [...(byCharacteristic.get(characteristic) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    const compare = isScore(characteristic) ? scoreRow : shareRow(sides);
    const rows = sides.map(([level, both]) => ({
      ...place,
      characteristic,
      level,
      ...compare(both.reached, both.not_reached)
    }));
    return isScore(characteristic) ? rows : withCompany(rows);
  });
}

/** One hidden level alone would follow from the others: the one with the smallest share goes with it. */
function withCompany(rows: readonly ReachedRow[]): ReachedRow[] {
  const shown = rows.filter(({status}) => status === "published");
  if (rows.length - shown.length !== 1) return [...rows];
  const smallest = shown.reduce<ReachedRow | null>(
    (least, row) => (least === null || (row.reached ?? 0) < (least.reached ?? 0) ? row : least),
    null
  );
  return rows.map((row) => (row === smallest ? {...row, ...hidden} : row));
}

type Compared = Omit<ReachedRow, keyof Group | keyof Period | "characteristic" | "level">;

function scoreRow(reached: SampleSums, not_reached: SampleSums): Compared {
  const unit = "points" as const;
  if (isSmall(reached.n) || isSmall(not_reached.n)) return {...hidden, unit};
  const difference = standardisedMeanDifference(reached, not_reached);
  return {
    reached_units: reached.n,
    reached: reached.n === 0 ? null : reached.sum_x / reached.n,
    not_reached_units: not_reached.n,
    not_reached: not_reached.n === 0 ? null : not_reached.sum_x / not_reached.n,
    unit,
    difference,
    weight: weightOf(difference),
    status: "published"
  };
}

/** Shares of a level among all levels of the characteristic. */
function shareRow(sides: readonly (readonly [string, {reached: SampleSums; not_reached: SampleSums}])[]) {
  const all = (side: "reached" | "not_reached") => sides.reduce((sum, [, both]) => sum + both[side].n, 0);
  const totals = {reached: all("reached"), not_reached: all("not_reached")};
  return (reached: SampleSums, not_reached: SampleSums): Compared => {
    const unit = "share" as const;
    const [a, b]: [Tally, Tally] = [
      {numerator: reached.n, denominator: totals.reached},
      {numerator: not_reached.n, denominator: totals.not_reached}
    ];
    const counts = [a, b].flatMap(({numerator, denominator}) => [numerator, denominator, denominator - numerator]);
    if (counts.some(isSmall)) return {...hidden, unit};
    const difference = standardisedShareDifference(a, b);
    return {
      reached_units: a.denominator,
      reached: a.denominator === 0 ? null : a.numerator / a.denominator,
      not_reached_units: b.denominator,
      not_reached: b.denominator === 0 ? null : b.numerator / b.denominator,
      unit,
      difference,
      weight: weightOf(difference),
      status: "published"
    };
  };
}

const hidden = {
  reached_units: null,
  reached: null,
  not_reached_units: null,
  not_reached: null,
  difference: null,
  weight: "",
  status: "suppressed"
} as const;

function weightOf(difference: number | null): ReachedRow["weight"] {
  const size = Math.abs(difference ?? 0);
  return size > seriously ? "seriously" : size > differs ? "differs" : "";
}
