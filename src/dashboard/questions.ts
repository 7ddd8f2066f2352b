/** A question that a quality committee asks, and the measures that answer it: the first shown large, the others beside it. */
export interface Question {
  readonly id: string;
  readonly question: string;
  readonly measures: readonly string[];
}

/** The five questions of the overview, in the order of a person's way through a program. */
export const questions: readonly Question[] = [
  {
    id: "better",
    question: "Are people getting better?",
    measures: ["reliable_improvement", "phq9_effect_size", "gad7_effect_size", "reliable_deterioration"]
  },
  {
    id: "staying",
    question: "Do they stay?",
    measures: ["completion", "length_of_stay", "unplanned_exit", "early_dropout"]
  },
  {id: "coming", question: "Do they come?", measures: ["attendance", "no_show", "attended_hours_per_week"]},
  {id: "in-time", question: "Are they seen in time?", measures: ["seen_within_48_hours", "time_to_first_service"]},
  {
    id: "well",
    question: "Are they still well at six months?",
    measures: ["phq9_gains_maintained", "followup_retention", "gad7_gains_maintained", "phq9_change_since_discharge"]
  }
];
