import type {IntervalStudy} from "../study.ts";
import {attendanceRatio} from "./attendance_ratio.ts";
import {changeStudies} from "./change.ts";
import {changeDifference} from "./change_difference.ts";
import {imputedChange} from "./imputed_change.ts";
import {medianLengthOfStay} from "./median_stay.ts";
import {reliableDeterioration, reliableImprovement} from "./share.ts";
import {shareDifference} from "./share_difference.ts";
import {medianTimeInProgram, plannedExit, stillInProgram, unplannedExit} from "./time_in_program.ts";
import {weightedChange} from "./weighted_change.ts";
import {weightedByPerson, weightedInBands} from "./weighted_share.ts";

/** In the order of the table. */
export const intervalStudies: readonly IntervalStudy[] = [
  reliableImprovement,
  reliableDeterioration,
  shareDifference,
  attendanceRatio,
  ...changeStudies,
  changeDifference,
  medianLengthOfStay,
  medianTimeInProgram,
  stillInProgram,
  plannedExit,
  unplannedExit,
  weightedInBands,
  weightedByPerson,
  weightedChange,
  imputedChange
];
