import fc from "fast-check";
import {type Thresholds, thresholds} from "./instruments.ts";
import type {DayPlan} from "./random_days.ts";
import {type AssessmentPlan, manner} from "./random_scores.ts";
import type {Instrument} from "./rows.ts";

/** Scores at baseline, at the end and at follow-up. */
type Turn = (own: Thresholds, high: number) => [start: number, post: number, followup: number];

/** On and beside the edges of improved and maintained (FU-03). */
const gains: Turn[] = [
  ({reliable}, high) => [high, high - reliable + 1, high - reliable],
  ({reliable}, high) => [high, high - reliable, high - reliable],
  ({reliable}, high) => [high, high - reliable, high - reliable + 1],
  ({reliable}, high) => [high, high - reliable, high - reliable - 3],
  ({reliable}, high) => [high, high - reliable - 1, high - reliable],
  ({reliable}, high) => [high, high - 2 * reliable, high - reliable - 1],
  ({reliable}, high) => [high, high - 2 * reliable, high - reliable],
  ({reliable}, high) => [high, high - 2 * reliable, high - reliable + 1]
];

/** On and beside the edges of elevated, remission, response, MCID and deterioration. */
const ends: Turn[] = [
  ({elevated_from, remission_below}) => [elevated_from, remission_below, 0],
  ({elevated_from, remission_below}) => [elevated_from, remission_below - 1, 0],
  ({elevated_from}) => [elevated_from - 1, 0, 0],
  ({elevated_from}) => [elevated_from + 1, Math.floor((elevated_from + 1) / 2), 0],
  ({elevated_from}) => [elevated_from + 1, Math.floor((elevated_from + 1) / 2) + 1, 0],
  ({mcid}) => [mcid, 0, 0],
  ({mcid}) => [mcid - 1, 0, 0],
  ({mcid}, high) => [high, high - mcid, high],
  ({mcid}, high) => [high, high - mcid + 1, high],
  ({reliable}, high) => [high - reliable, high, high],
  ({reliable}, high) => [high - reliable + 1, high, high]
];

/** Baseline, end and follow-up by one instrument. */
export function course(instrument: Instrument): fc.Arbitrary<AssessmentPlan[]> {
  const own = fc.record({
    ...manner,
    given: fc.constantFrom<AssessmentPlan["given"]>("items", "items", "total"),
    assessment_sequence: fc.constantFrom(null, 3)
  });
  const plan = {
    turn: fc.oneof(fc.constantFrom(...gains), fc.constantFrom(...ends)),
    end: fc.constantFrom(0, 14),
    manners: fc.tuple(own, own, own)
  };
  return fc.record(plan).map(({turn, end, manners: [first, second, third]}) => {
    const [start, post, followup] = turn(thresholds[instrument], instrument === "pcl5" ? 60 : 21);
    const on = (base: DayPlan["base"], days: number, score: number, manner: typeof first) => {
      return {base, days, instrument, score, unanswered: 0, ...manner};
    };
    return [
      on("admitted", 0, start, first),
      on("discharged", end, post, second),
      on("discharged", 180, followup, third)
    ];
  });
}
