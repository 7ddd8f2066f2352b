import {ratioOfTotals} from "../../statistics/ratio_of_totals.ts";
import {attendanceTruth, drawAttendance} from "../attendance.ts";
import type {IntervalStudy} from "../study.ts";

export const attendanceRatio: IntervalStudy = {
  id: "attendance",
  figure: "attendance, sessions attended over scheduled",
  interval: "Wilson with the effective number of sessions",
  model:
    "n episodes: 68 of 100 complete, with about 24 sessions of which they attend 84 of 100; the others have about 9 and attend 62 of 100. Every episode has an attendance of its own (beta-binomial), so its sessions are alike.",
  unit: "share",
  truth: attendanceTruth(),
  sizes: [20, 40, 150, 600],
  expected: {
    from: 0.915,
    to: 0.97,
    because: "a little too narrow in cohorts of 20, where few episodes tell how much episodes differ"
  },
  cohort: (random, size) => ratioOfTotals(drawAttendance(random, size))
};
