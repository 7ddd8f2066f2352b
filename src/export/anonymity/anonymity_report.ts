/** How far one headline figure moved between the rows as asked for and the rows as they leave. Small counts are hidden. */
export interface MovedFigure {
  readonly table: string;
  readonly field: string;
  /** Of a long table: the codes of the rows, such as "instrument phq9"; empty for all rows. */
  readonly of: string;
  /** The code whose share it is; null for a mean. */
  readonly level: string | null;
  readonly kind: "mean" | "share";
  readonly before: number | null;
  readonly after: number | null;
  readonly difference: number | null;
  /** The movement in standard deviations of the rows before, rounded up to 0.05. */
  readonly moved_by_sd: number | null;
}

/** What is said of a sensitive column over all classes; people whose value is empty are not counted. */
export interface DiversityFigure {
  readonly field: string;
  /** Fewest values in a class; null where no class tells anything. */
  readonly l: number | null;
  /** The exponential of the entropy of the least even class, rounded down to 0.1. */
  readonly entropy_l: number | null;
  /** Largest distance between a class and everybody (half the sum of differences of shares), rounded up to 0.05. */
  readonly closeness: number | null;
}

/** What was done to the rows, what it reached and what it does not cover. Holds no count of 1 to 10 people and names no class. */
export interface AnonymityReport {
  readonly k: {readonly asked: number; readonly reached: number | null};
  readonly l: {readonly asked: number; readonly reached: number | null};
  /** Whether a class is one of persons with all their episodes, or of episodes that are not linked. */
  readonly classes_of: "persons" | "episodes";
  readonly classes: number;
  /** People in the rows that leave. */
  readonly persons: number;
  readonly quasi_identifiers: readonly {readonly field: string; readonly values: number}[];
  readonly steps_applied: readonly string[];
  readonly steps_not_needed: readonly string[];
  readonly suppressed: {
    readonly allowed: number;
    /** Share of people (of episodes, where these are not linked) left out; null where they are 1 to 10. */
    readonly share: number | null;
    readonly in_words: string;
  };
  readonly sensitive: readonly DiversityFigure[];
  readonly uniqueness: {
    readonly columns: number;
    /** Share of people whose values in all other columns nobody else has, rounded down; null where people are too few to say. */
    readonly share: number | null;
  };
  readonly distortion: {
    readonly figures: readonly MovedFigure[];
    /** The figures that moved most, where any moved. */
    readonly largest_difference: MovedFigure | null;
    readonly largest_in_sd: MovedFigure | null;
  };
  readonly notes: readonly string[];
}
