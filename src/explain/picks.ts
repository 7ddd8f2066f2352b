import type {Assessment, Facts} from "./facts.ts";

/** The scores of one instrument that an episode is judged by; null where there is none. */
export interface Picks {
  /** Every assessment with it that takes part, scored or not, in order of date. */
  readonly all: readonly Assessment[];
  /** Closest to admission, from 14 days before to 7 days after. */
  readonly baseline: Assessment | null;
  /** The latest up to 14 days after discharge. */
  readonly post: Assessment | null;
  /** The same, where it is dated later than the baseline. */
  readonly later: Assessment | null;
  /** The latest from 14 days before to 14 days after discharge. */
  readonly end: Assessment | null;
  /** First and last complete scores up to 14 days after discharge. */
  readonly first: Assessment | null;
  readonly last: Assessment | null;
  /** Closest to day 180 after discharge, from day 150 to 210, and from day 120 to 240. */
  readonly followup: Assessment | null;
  readonly wide: Assessment | null;
}

/** The score that counts, where few items may be missing. */
export function scoreOf({complete_score, prorated_score}: Assessment, prorate: boolean): number | null {
  return complete_score ?? (prorate ? prorated_score : null);
}

/** Picks as sql/warehouse/episode_score.sql does: the smallest in order of what decides. */
export function pick({assessments, settings: {prorate}}: Facts, instrument: string): Picks {
  const all = assessments.filter((one) => one.instrument === instrument);
  const scored = all.filter((one) => scoreOf(one, prorate) !== null);
  const beforeEnd = (one: Assessment) => one.day_after !== null && one.day_after <= 14;
  const complete = all.filter((one) => one.complete_score !== null && beforeEnd(one));
  const near180 = (from: number, to: number) =>
    smallest(scored.filter(isFrom(from, to)), ({day_after}) => [Math.abs((day_after ?? 0) - 180), day_after ?? 0]);
  const baseline = smallest(
    scored.filter(({day}) => day >= -14 && day <= 7),
    ({day}) => [Math.abs(day), day]
  );
  const post = smallest(scored.filter(beforeEnd), ({day}) => [-day]);
  return {
    all,
    baseline,
    post,
    later: post !== null && baseline !== null && post.day > baseline.day ? post : null,
    end: smallest(scored.filter(isFrom(-14, 14)), ({day}) => [-day]),
    first: smallest(complete, ({day}) => [day]),
    last: smallest(complete, ({day}) => [-day]),
    followup: near180(150, 210),
    wide: near180(120, 240)
  };
}

function isFrom(from: number, to: number) {
  return ({day_after}: Assessment) => day_after !== null && day_after >= from && day_after <= to;
}

/** The one with the smallest key; of one day, the one that speaks for it. */
function smallest(among: readonly Assessment[], keyOf: (one: Assessment) => number[]): Assessment | null {
  const keys = new Map(among.map((one) => [one, [...keyOf(one), one.day_rank]]));
  return among.toSorted((a, b) => compare(keys.get(a) ?? [], keys.get(b) ?? []))[0] ?? null;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}
