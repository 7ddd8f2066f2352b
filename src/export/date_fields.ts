import {type CohortField, field} from "./fields.ts";

export const movedInWords =
  "the date, moved by 1 to 26 weeks, earlier or later, the same for all dates of a person; weekdays stay, seasons do not";

/** Moved dates: given out only where the request names an expert's determination and asks for dates of this form. */
export const dateFields: readonly CohortField[] = (
  [
    ["admitted_on", "Day of admission, moved", "episodes.csv admitted_on"],
    ["discharged_on", "Day of discharge, moved; empty while open", "episodes.csv discharged_on"],
    ["first_service_on", "Day of the first session attended, moved; empty where there is none", "sessions.csv held_on"],
    ["last_session_on", "Day of the last session, moved; empty where there is none", "sessions.csv held_on"]
  ] as const
).map(([name, label, source]) =>
  field({
    name,
    label,
    type: "string",
    unit: "date, YYYY-MM-DD",
    derivation: movedInWords,
    source,
    of: ({episode}, {moved}) => moved(episode, episode[name])
  })
);
