import {addDays, daysBetween} from "./days.ts";
import type {Facts} from "./facts.ts";
import {type Measure, plain, type Unit} from "./measure.ts";

/** AC-01b and AC-02: referrals by received_on, 30 days on (17.6), in all, program and site (17.30). */
export const accessMeasures: Measure[] = [
  {id: "time_to_first_service", kind: "times", months: true, units: received},
  {id: "seen_within_48_hours", kind: "proportion", months: true, units: received}
];

function received({referrals, as_of}: Facts): Unit[] {
  return referrals.map((referral) => {
    const {received_on, groups, days_to_service: days} = referral;
    return {
      ...{...plain, of: referral, groups, on: received_on},
      matured: addDays(received_on, 30) <= as_of,
      met: days !== null && days <= 2, // 17.14: two calendar days
      time: days === null ? {time: daysBetween(received_on, as_of), event: "censored"} : {time: days, event: "served"}
    };
  });
}
