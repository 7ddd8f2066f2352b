import type {Histogram} from "../statistics/histogram.ts";
import type {Moments} from "../statistics/moments.ts";
import {type Group, type Period, type Spot, spotKey} from "./lattice.ts";

/** Where a published figure stands. */
export interface Place extends Group, Period {
  readonly measure: string;
}

/** Additive counts of one place; which of them are filled depends on the kind of measure. */
export interface Counts {
  n: number;
  numerator: number;
  /** Units, or cohort members of open quarters, left out because their time has not come. */
  n_immature: number;
  /** Cohort members of closed quarters, for measures of quarters. */
  n_cohort: number;
  moments: Moments;
  /** Units by event and by day (or another whole value); the event is "" where there is none. */
  days: Map<string, Map<number, number>>;
  /** Clients behind the units, where these are not people; null where the units are. */
  people: number | null;
}

export interface Cell {
  readonly place: Place;
  readonly counts: Counts;
}

/** Cells by place, added to one by one. */
export class Cells {
  readonly #cells = new Map<string, Cell>();

  /** The counts of a measure in a place, to add to; zero at first. */
  at(measure: string, spot: Spot): Counts {
    const key = `${measure}|${spot.key}`;
    const found = this.#cells.get(key);
    if (found !== undefined) return found.counts;
    const {breakdown, group, period_type, period} = spot;
    const cell = {place: {measure, breakdown, group, period_type, period}, counts: nothing()};
    this.#cells.set(key, cell);
    return cell.counts;
  }

  /** The cell of a measure in a place, if anybody was counted there. */
  find(measure: string, spotKey: string): Cell | undefined {
    return this.#cells.get(`${measure}|${spotKey}`);
  }

  /** The counts of everyone in a place's period who is not in its group; null where nobody is counted. */
  restOf(measure: string, place: Group & Period): Counts | null {
    const [all, group] = [{...place, ...everyone}, place].map((one) => this.find(measure, spotKey(one))?.counts);
    return all === undefined || group === undefined ? null : less(all, group);
  }

  values(): IterableIterator<Cell> {
    return this.#cells.values();
  }
}

function nothing(): Counts {
  const moments = {n: 0, sum_x: 0, sum_y: 0, sum_xx: 0, sum_yy: 0, sum_xy: 0};
  return {n: 0, numerator: 0, n_immature: 0, n_cohort: 0, moments, days: new Map(), people: null};
}

const everyone = {breakdown: "all", group: ""} as const;

function less(all: Counts, group: Counts): Counts {
  return {
    ...all,
    n: all.n - group.n,
    numerator: all.numerator - group.numerator,
    n_immature: all.n_immature - group.n_immature,
    moments: lessMoments(all.moments, group.moments)
  };
}

function lessMoments(all: Moments, group: Moments): Moments {
  return {
    n: all.n - group.n,
    sum_x: all.sum_x - group.sum_x,
    sum_y: all.sum_y - group.sum_y,
    sum_xx: all.sum_xx - group.sum_xx,
    sum_yy: all.sum_yy - group.sum_yy,
    sum_xy: all.sum_xy - group.sum_xy
  };
}

/** The units of one event, by day, in order of day. */
export function histogramOf(days: ReadonlyMap<number, number>): Histogram {
  return [...days.entries()].map(([value, count]) => ({value, count})).sort((a, b) => a.value - b.value);
}
