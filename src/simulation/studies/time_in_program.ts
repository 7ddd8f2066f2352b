import {cumulativeIncidence} from "../../statistics/cumulative_incidence.ts";
import {kaplanMeier, type SurvivalTime} from "../../statistics/kaplan_meier.ts";
import {kaplanMeierMedian} from "../../statistics/kaplan_meier_median.ts";
import type {Random} from "../../statistics/random.ts";
import {drawSeenStays, type Exit, leftBy, medianStay, stillIn} from "../stays.ts";
import {type IntervalStudy, promised} from "../study.ts";

const model =
  "Stays as for the median, of people admitted evenly over the half year before the data were made: those still open are cut off after 1 to 180 days.";
const sizes = [20, 40, 150, 600];
const stillInDay = 42;
const exitDay = 84;

export const medianTimeInProgram: IntervalStudy = {
  id: "median_time",
  figure: "median time in the program",
  interval: "Kaplan-Meier, log-log",
  model,
  unit: "days",
  truth: medianStay(),
  sizes,
  expected: {
    from: 0.94,
    to: 0.99,
    because: "conservative in large cohorts: its ends are whole days, and the interval is only a few days wide"
  },
  cohort: (random, size) => kaplanMeierMedian(survivalTimes(random, size))
};

export const stillInProgram: IntervalStudy = {
  id: "still_in_program",
  figure: `share still in the program after day ${stillInDay}`,
  interval: "Kaplan-Meier, log-log",
  model,
  unit: "share",
  truth: stillIn(stillInDay),
  sizes,
  expected: promised,
  cohort(random, size) {
    const step = kaplanMeier(survivalTimes(random, size)).findLast(({time}) => time <= stillInDay);
    return {value: step?.survival ?? null, lower: step?.lower ?? null, upper: step?.upper ?? null};
  }
};

export const plannedExit = exitStudy("planned");
export const unplannedExit = exitStudy("unplanned");

function exitStudy(exit: Exit): IntervalStudy {
  return {
    id: `${exit}_exit`,
    figure: `share that left ${exit} by day ${exitDay}`,
    interval: "Aalen-Johansen, log-log",
    model,
    unit: "share",
    truth: leftBy(exit, exitDay),
    sizes,
    expected: promised,
    cohort: (random, size) => cumulativeIncidence(drawSeenStays(random, size), exit, exitDay)
  };
}

function survivalTimes(random: Random, size: number): SurvivalTime[] {
  return drawSeenStays(random, size).map(({time, events, censored}) => ({
    time,
    events: events.planned + events.unplanned,
    censored
  }));
}
