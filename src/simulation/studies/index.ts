import type {IntervalStudy} from "../study.ts";
import {attendanceRatio} from "./attendance_ratio.ts";
import {iopChange, iopEffectSize, mildChange, mildEffectSize} from "./change.ts";
import {medianLengthOfStay} from "./median_stay.ts";
import {reliableDeterioration, reliableImprovement} from "./share.ts";
import {shareDifference} from "./share_difference.ts";
import {medianTimeInProgram, plannedExit, stillInProgram, unplannedExit} from "./time_in_program.ts";

/** In the order of the table. */
export const intervalStudies: readonly IntervalStudy[] = [
  reliableImprovement,
  reliableDeterioration,
  shareDifference,
  attendanceRatio,
  iopChange,
  mildChange,
  iopEffectSize,
  mildEffectSize,
  medianLengthOfStay,
  medianTimeInProgram,
  stillInProgram,
  plannedExit,
  unplannedExit
];
