import type {Proportion} from "./measure.ts";

export const readmission_30: Proportion = readmissionWithin(
  30,
  "is_30_days_since_discharge",
  "is_readmitted_within_30_days"
);
export const readmission_90: Proportion = readmissionWithin(
  90,
  "is_90_days_since_discharge",
  "is_readmitted_within_90_days"
);

function readmissionWithin(
  days: 30 | 90,
  matures: "is_30_days_since_discharge" | "is_90_days_since_discharge",
  flag: "is_readmitted_within_30_days" | "is_readmitted_within_90_days"
): Proportion {
  return {
    kind: "proportion",
    grain: "episode",
    id: `readmission_${days}`,
    version: "1",
    label: `Readmission within ${days} days`,
    question: `Of people discharged, what share came back to the same program within ${days} days?`,
    why: "Coming back soon may mean that a discharge came too early, or that the door stayed open.",
    method: `A new admission of the client to the program that discharged them on day 1 to ${days} after discharge, over all discharges but deaths at least ${days} days before the as-of date, never-started episodes too. A transfer into another program of the organisation on the same or the next day is no discharge from care.`,
    caveats: ["To our programs only: hospitals and other organisations are not seen."],
    domain: "safety",
    better: "lower",
    parameters: [],
    source: "RA-01a, program definition",
    period_by: "discharged_on",
    counted: ["is_discharged", "not is_death", "not is_continued", matures],
    matures,
    of_these: ["has_several_episodes"],
    numerator: [flag],
    examples: [
      {
        because: `admitted again ${days} days after discharge`,
        course: {admitted_again: {day: 56 + days}},
        counts: "numerator"
      },
      {
        because: `admitted again ${days + 1} days after discharge`,
        course: {admitted_again: {day: 57 + days}},
        counts: "denominator"
      },
      {
        because: "never attended a session, and never came back",
        course: {sessions: []},
        counts: "denominator"
      },
      {
        because: "transferred, and in another program the next day",
        course: {reason: "transferred", transfer_to: "step_down", admitted_again: {day: 57, elsewhere: true}},
        counts: "neither"
      },
      {
        because: `discharged ${days - 1} days before the as-of date`,
        course: {seen_from: 55 + days},
        counts: "neither"
      }
    ]
  };
}
