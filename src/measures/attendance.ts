import type {SessionRatio} from "./measure.ts";

const common = {
  kind: "session_ratio",
  grain: "session",
  version: "1",
  domain: "efficiency",
  parameters: [],
  period_by: "held_on"
} as const;

const clustered =
  "Sessions of one episode resemble each other: the interval counts episodes, not sessions, as independent.";

export const attendance: SessionRatio = {
  ...common,
  id: "attendance",
  label: "Attendance",
  question: "Of the sessions that people were expected at, what share did they attend?",
  why: "Dose is the one thing that treatment and outcome share; missed sessions are also the first sign of someone leaving.",
  method:
    "Sessions attended for at least half of their minutes, over all sessions from admission to discharge that the program neither cancelled nor excused. A ratio of totals, not a mean of people's rates.",
  caveats: [
    "Sessions between the last visit and the discharge date stay in: dropping them would hide disengagement.",
    "Partial attendance does not count as attended.",
    clustered
  ],
  better: "higher",
  source: "AT-01, program definition",
  numerator: "attended_sessions",
  denominator: "expected_sessions",
  examples: [
    {
      because: "exactly half of the minutes counts, one minute less does not, and a partial session never does",
      course: {
        sessions: [
          [1, "attended", 90],
          [2, "attended", 89],
          [3, "partial", 170],
          [4, "attended"]
        ]
      },
      counts: "counted",
      value: 0.5
    },
    {
      because: "what the program cancelled or excused is not expected",
      course: {
        sessions: [
          [1, "attended"],
          [2, "program_cancel"],
          [3, "excused"],
          [4, "no_show"]
        ]
      },
      counts: "counted",
      value: 0.5
    },
    {
      because: "the day after discharge is treatment, but not attendance",
      course: {sessions: [[57, "attended"]]},
      counts: "neither"
    }
  ]
};

export const no_show: SessionRatio = {
  ...common,
  id: "no_show",
  label: "No-shows and late cancellations",
  question: "Of the sessions that people were expected at, what share did they miss without notice in time?",
  why: "A place that nobody could fill is lost to everyone.",
  method: "Sessions with no show or late cancellation, over the sessions that attendance is counted over.",
  caveats: ["What is late is the program's rule, usually 24 hours.", clustered],
  better: "lower",
  source: "AT-02, program definition",
  numerator: "missed_sessions",
  denominator: "expected_sessions",
  examples: [
    {
      because: "a late cancellation counts, one in time does not",
      course: {
        sessions: [
          [1, "attended"],
          [2, "no_show"],
          [3, "late_cancel"],
          [4, "client_cancel"]
        ]
      },
      counts: "counted",
      value: 0.5
    }
  ]
};

export const client_cancellation: SessionRatio = {
  ...common,
  id: "client_cancellation",
  label: "Cancellations by clients",
  question: "Of the sessions that people were expected at, what share did they cancel, late or in time?",
  why: "Cancelling is a choice that can be talked about; not turning up often is not.",
  method: "Sessions cancelled by the client, late or in time, over the sessions that attendance is counted over.",
  caveats: ["Late cancellations are also counted as no-shows and late cancellations.", clustered],
  better: "lower",
  source: "AT-03, program definition",
  numerator: "client_cancelled_sessions",
  denominator: "expected_sessions",
  examples: [
    {
      because: "late and in time both count",
      course: {
        sessions: [
          [1, "attended"],
          [2, "no_show"],
          [3, "late_cancel"],
          [4, "client_cancel"]
        ]
      },
      counts: "counted",
      value: 0.5
    }
  ]
};

export const program_cancellation: SessionRatio = {
  ...common,
  id: "program_cancellation",
  label: "Cancellations by the program",
  question: "Of all sessions planned, what share did the program cancel?",
  why: "This is the service's own reliability, not the clients' behaviour.",
  method: "Sessions cancelled by the program, over all sessions from admission to discharge.",
  caveats: ["Sessions that were never entered because the program was closed are not in it.", clustered],
  better: "lower",
  source: "AT-04, program definition",
  numerator: "program_cancelled_sessions",
  denominator: "sessions",
  examples: [
    {
      because: "excused sessions stay in the denominator here",
      course: {
        sessions: [
          [1, "attended"],
          [2, "program_cancel"],
          [3, "excused"],
          [4, "attended"]
        ]
      },
      counts: "counted",
      value: 0.25
    }
  ]
};
