import fc from "fast-check";
import {instruments, thresholds} from "./instruments.ts";
import {course} from "./random_courses.ts";
import {type DayPlan, daysFrom} from "./random_days.ts";
import {type AssessmentPlan, manner} from "./random_scores.ts";
import type {Instrument} from "./rows.ts";

const baselineDay = daysFrom("admitted", -15, -14, -8, -7, -3, -1, 0, 0, 1, 3, 6, 7, 8);
const endDay = daysFrom("discharged", -15, -14, -13, -1, 0, 1, 13, 14, 15);
const followupDay = daysFrom("discharged", 119, 120, 149, 150, 150, 170, 179, 180, 181, 190, 210, 210, 211, 240, 241);
const weekDay = fc.oneof(
  daysFrom("admitted", 6, 7, 8, 13, 14, 15, 20, 21, 27, 28),
  daysFrom("discharged", 1, 2, 3, 4, 5, 6)
);

/** Scores on and beside the thresholds. */
const likely: Record<Instrument, Record<"before" | "after", number[]>> = {
  phq9: {before: [8, 9, 10, 11, 14, 15, 16, 20], after: [0, 3, 4, 5, 7, 8, 9]},
  gad7: {before: [7, 8, 9, 10, 11, 14, 15, 20], after: [0, 3, 4, 5, 7, 8, 9]},
  pcl5: {before: [32, 33, 34, 43, 44, 45, 60, 80], after: [0, 16, 17, 18, 22, 28, 29, 30]}
};

/** Assessments of an episode: many around its edges, or a course of each instrument and a few others. */
export const assessmentPlans: fc.Arbitrary<AssessmentPlan[]> = fc.oneof(
  {weight: 1, arbitrary: fc.tuple(...around(6)).map((plans) => plans.flat())},
  {weight: 2, arbitrary: fc.tuple(...instruments.map(course), ...around(1)).map((plans) => plans.flat())}
);

/** So many at most around admission, discharge, the half year and the weeks. */
function around(most: number): fc.Arbitrary<AssessmentPlan[]>[] {
  return [
    fc.array(someday(baselineDay, "before"), {maxLength: most}),
    fc.array(someday(endDay, "after"), {maxLength: most}),
    fc.array(someday(followupDay, "after"), {maxLength: most}),
    fc.array(someday(weekDay, "after"), {maxLength: 3})
  ];
}

/** None in most, else one, or as many as a prorated total allows, or one more. */
function unanswered(instrument: Instrument): fc.Arbitrary<number> {
  const allowed = thresholds[instrument].items - thresholds[instrument].answers_needed;
  return fc.constantFrom(0, 0, 0, 0, 0, 1, allowed, allowed + 1);
}

function someday(day: fc.Arbitrary<DayPlan>, when: "before" | "after"): fc.Arbitrary<AssessmentPlan> {
  return fc.oneof(
    ...instruments.map((instrument) => {
      const score = fc.oneof(
        fc.constantFrom(...likely[instrument][when]),
        fc.integer({min: 0, max: thresholds[instrument].items * thresholds[instrument].highest_answer})
      );
      return fc
        .record({day, score, ...manner, unanswered: unanswered(instrument)})
        .map(({day, ...rest}) => ({...day, instrument, ...rest}));
    })
  );
}
