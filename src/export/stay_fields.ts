import {type CohortField, coded, field, levelsOf, quasi} from "./fields.ts";
import type {EpisodeRow, Subject} from "./subject.ts";

const reasons = ["completed", "dropped_out", "terminated", "transferred", "incarcerated", "death", "other", "unknown"];
const days = "days since admission";
const openReasons = [{code: "open", label: "the episode is open"}];
const untreatedReasons = [{code: "not_treated", label: "no session was attended"}];

/** How long, how it ended, and what was attended. */
export const stayFields: readonly CohortField[] = [
  coded({
    name: "discharge_reason",
    label: "Discharge reason",
    levels: levelsOf(...reasons, "open"),
    derivation: "as delivered; open while the episode is open",
    source: "episodes.csv discharge_reason",
    sensitivity: "sensitive",
    harms: ["death", "incarcerated"]
  }),
  coded({
    name: "transfer_to",
    label: "Where a transfer went",
    levels: levelsOf("step_down", "step_up", "lateral", "none"),
    derivation: "as delivered; none where there was no transfer, or it is not said",
    source: "episodes.csv transfer_to"
  }),
  ...orReason(
    field({
      name: "discharge_day",
      label: "Day of discharge",
      unit: days,
      missing_reason: "discharge_missing",
      derivation: "day of discharge less day of admission",
      source: "episodes.csv discharged_on"
    }),
    openReasons,
    () => "open"
  ),
  ...orReason(
    field({
      name: "first_service_day",
      label: "Day of the first session attended",
      unit: days,
      missing_reason: "first_service_missing",
      derivation: "first session attended or attended in part",
      source: "sessions.csv held_on, attendance"
    }),
    untreatedReasons,
    () => "not_treated"
  ),
  ...orReason(
    field({
      name: "last_session_day",
      label: "Day of the last session",
      unit: days,
      missing_reason: "last_session_missing",
      derivation: "last session of any attendance",
      source: "sessions.csv held_on"
    }),
    [{code: "no_session", label: "no session was planned"}],
    () => "no_session"
  ),
  ...orReason(
    field({
      name: "los_days",
      label: "Length of stay",
      unit: "days, the first and the last counted",
      missing_reason: "los_missing",
      derivation: "from admission to the last session attended or the discharge, whichever was first; at least 1",
      source: "measure length_of_stay"
    }),
    [...openReasons, ...untreatedReasons],
    ({treated_sessions}) => (treated_sessions === 0 ? "not_treated" : "open")
  ),
  coded({
    name: "los_band",
    label: "Length of stay, in bands",
    levels: levelsOf("1-13", "14-27", "28-55", "56-83", "84+", "open", "never treated"),
    unit: "days",
    derivation: "los_days in bands of two, four, eight and twelve weeks",
    source: "measure length_of_stay",
    sensitivity: quasi
  }),
  coded({
    name: "modality",
    label: "Modality",
    levels: levelsOf("in_person", "video", "phone", "mixed", "unknown"),
    derivation: "that of more than 80 % of the sessions attended, else mixed; unknown without one",
    source: "sessions.csv modality"
  }),
  counted("sessions", "Sessions planned", "sessions from admission to discharge, of any attendance"),
  counted("expected_sessions", "Sessions expected", "sessions without those the program cancelled or excused"),
  counted("attended_sessions", "Sessions attended", "expected sessions attended for half of their minutes or more"),
  counted("missed_sessions", "Sessions missed", "expected sessions with no show or late cancellation"),
  counted("client_cancelled_sessions", "Sessions the client cancelled", "expected sessions, cancelled late or in time"),
  counted("program_cancelled_sessions", "Sessions the program cancelled", "sessions cancelled by the program"),
  counted("treated_sessions", "Sessions of treatment", "sessions attended or attended in part"),
  field({
    name: "attended_hours",
    label: "Hours of treatment received",
    type: "number",
    unit: "hours",
    derivation: "minutes attended; scheduled minutes where none are given, half of them for attendance in part",
    source: "sessions.csv attended_minutes, scheduled_minutes",
    of: ({episode}) => episode.half_minutes / 120
  }),
  ...orReason(
    field({
      name: "prescribed_hours_week",
      label: "Hours prescribed a week",
      type: "number",
      unit: "hours a week",
      missing_reason: "prescribed_hours_missing",
      derivation: "as delivered",
      source: "episodes.csv prescribed_hours_week",
      of: ({episode}) => (episode.prescribed_hours_week === null ? null : Number(episode.prescribed_hours_week))
    }),
    [{code: "not_given", label: "the source does not say"}],
    () => "not_given"
  )
];

function counted(name: string, label: string, derivation: string): CohortField {
  return field({name, label, unit: "sessions", derivation, source: "sessions.csv attendance"});
}

/** A field that may be empty, and the field that says why. */
function orReason(
  one: CohortField,
  levels: readonly {code: string; label: string}[],
  reasonOf: (episode: EpisodeRow) => string
): CohortField[] {
  const {name, label, source, missing_reason, of} = one;
  const reason = coded({
    name: missing_reason ?? `${name}_missing`,
    label: `Why there is none: ${label}`,
    levels,
    derivation: `empty where ${name} is not`,
    source,
    of: (subject: Subject, surrogates) => (of(subject, surrogates) === null ? reasonOf(subject.episode) : null)
  });
  return [one, reason];
}
