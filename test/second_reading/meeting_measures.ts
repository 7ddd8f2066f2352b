import type {Facts} from "./facts.ts";
import {type Measure, plain, type Unit} from "./measure.ts";

/** Meetings of groups by held_on, in all, program and site (section 16). */
export const meetingMeasures: Measure[] = [
  {id: "group_size", kind: "values", months: true, units: held},
  {id: "group_size_in_range", kind: "proportion", months: true, units: held}
];

function held({meetings}: Facts): Unit[] {
  return meetings.map((meeting) => {
    const {groups, held_on: on, attendees: people} = meeting;
    const value = people.length;
    return {...plain, of: meeting, groups, on, value, met: value >= 6 && value <= 15, people};
  });
}
