/** The words a measure lends to the sentences about it. All are parts of one English sentence: no capital, no full stop. */
interface Named {
  /** The measure as a noun in mid-sentence: "completion", "PHQ-9 response". */
  readonly label: string;
  readonly better: "higher" | "lower" | "neither";
  /** Who is spoken of, up to the words that put them into the period: "people discharged". */
  readonly subject: string;
  /** Who among them, as a relative clause: "who began with a PHQ-9 score of 10 or more"; empty for all. */
  readonly restriction: string;
  /** What they must have been measured for: "were measured at admission and again later"; null where no score is needed. */
  readonly measured: Measured | null;
  /** An outcome after discharge, of which too few answers say nothing. */
  readonly follow_up: boolean;
  /** False where the figure favours programs that admit people less ill. */
  readonly comparable: boolean;
  /** What `units` counts: "episodes". */
  readonly units: string;
}

interface Measured {
  readonly predicate: string;
  /** What becomes of those who were not: they are not in the figure, or in it as not having achieved it. */
  readonly otherwise: "left_out" | "counted_against";
}

/** A share or a ratio of totals: "62.3% had completed treatment". */
export interface ShareFinding extends Named {
  readonly form: "share";
  readonly achieved: string;
  /** What `denominator` counts: "episodes", or "sessions" where units are episodes. */
  readonly counted: string;
}

/** A mean change or an effect size; a positive value is the gain: "PHQ-9 scores fell by 5.1 points". */
export interface ChangeFinding extends Named {
  readonly form: "change";
  readonly scores: string;
  /** "from admission to the last score" */
  readonly span: string;
  readonly gain: "fall" | "rise";
  /** The smallest change that matters to people, in points. */
  readonly matters: number;
}

/** A median: "the median length of stay was 42 days". */
export interface MedianFinding extends Named {
  readonly form: "median";
  readonly quantity: string;
}

export type Finding = ShareFinding | ChangeFinding | MedianFinding;
