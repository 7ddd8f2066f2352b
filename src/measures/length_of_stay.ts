import type {Median} from "./measure.ts";

export const length_of_stay: Median = {
  kind: "median",
  grain: "episode",
  unit: "days",
  id: "length_of_stay",
  version: "1",
  label: "Length of stay",
  question: "How many days did people who were discharged stay?",
  why: "Shorter or longer than planned both call for a question; payers ask for it first.",
  method:
    "Days from admission to the last treated session, or to discharge where that is earlier, both days counted, at least 1; the median over treated episodes discharged in the period.",
  caveats: [
    "The discharge date itself is not used where the last session was earlier: administrative closings come weeks late and would lengthen the stay of those who left.",
    "People still in care are not in it: see time in program."
  ],
  domain: "efficiency",
  better: "neither",
  parameters: [],
  source: "LS-01; SAMHSA TEDS length of stay",
  period_by: "discharged_on",
  counted: ["is_discharged", "is_treated"],
  of_these: ["has_several_episodes"],
  value: "los_days",
  examples: [
    {
      because: "last seen on day 49, discharged on day 56",
      course: {},
      counts: "counted",
      value: 50
    },
    {
      because: "a session on the day after discharge does not lengthen the stay",
      course: {
        sessions: [
          [0, "attended"],
          [57, "attended"]
        ]
      },
      counts: "counted",
      value: 57
    },
    {
      because: "one session on the day of admission is one day",
      course: {sessions: [[0, "attended"]]},
      counts: "counted",
      value: 1
    },
    {
      because: "still in treatment",
      course: {discharged: null},
      counts: "neither"
    }
  ]
};
