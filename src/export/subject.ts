/** A row of sql/export/cohort_episode.sql, with the names of its program and site among those of all sources. */
export interface EpisodeRow {
  readonly source: string;
  readonly client_key: string;
  readonly episode_key: string;
  readonly admitted_on: string;
  readonly discharged_on: string | null;
  readonly first_service_on: string | null;
  readonly last_session_on: string | null;
  readonly admission_year: number;
  readonly age_5_years: string;
  readonly age_band: string;
  readonly sex: string;
  readonly gender: string;
  readonly race: string;
  readonly ethnicity: string;
  readonly language: string;
  readonly payer: string;
  readonly diagnosis_group: string;
  readonly co_occurring_sud: string;
  readonly veteran: string;
  readonly zip3: string;
  readonly program_key: string;
  readonly program: string;
  readonly site: string;
  readonly level_of_care: string;
  readonly population: string;
  readonly modality: string;
  readonly referral_source: string;
  readonly has_prior_episode: boolean;
  /** "open" while open. */
  readonly discharge_reason: string;
  readonly transfer_to: string;
  /** Covered by 42 CFR Part 2, or taken for covered. */
  readonly is_part2: boolean;
  /** From discharge to the as-of date. */
  readonly days_since_discharge: number | null;
  /** Days since admission, like the other two. */
  readonly discharge_day: number | null;
  readonly first_service_day: number | null;
  readonly last_session_day: number | null;
  readonly los_days: number | null;
  readonly los_band: string;
  readonly prescribed_hours_week: string | null;
  readonly treated_sessions: number;
  readonly sessions: number;
  readonly expected_sessions: number;
  readonly attended_sessions: number;
  readonly missed_sessions: number;
  readonly client_cancelled_sessions: number;
  readonly program_cancelled_sessions: number;
  readonly half_minutes: number;
  /** Outcome of the last contact after discharge, up to day 240. */
  readonly contact: string | null;
}

/** The occasion that an assessment speaks for; "missed" is one without a score. */
export type Occasion = "before" | "baseline" | "during" | "end" | "after" | "followup" | "missed";

/** A row of sql/export/cohort_score.sql. */
export interface ScoreRow {
  readonly source: string;
  readonly episode_key: string;
  readonly instrument: string;
  readonly assessed_on: string;
  /** Days since admission. */
  readonly day: number;
  /** Days since discharge; null while open. */
  readonly day_after: number | null;
  readonly occasion: Occasion;
  readonly score: number | null;
  readonly is_prorated: boolean;
  /** Answer to the item that asks for thoughts of death. */
  readonly ideation: number | null;
  /** Why there is no score; null where there is one. */
  readonly missing_reason: string | null;
}

/** What a measure that counts an episode says of it. */
export interface Verdict {
  /** Null where the measure has no numerator. */
  readonly is_numerator: boolean | null;
  /** Earlier less later score, for measures of change. */
  readonly change: number | null;
}

/** One episode and all that was read of it for an export. */
export interface Subject {
  readonly episode: EpisodeRow;
  /** By instrument, in order of day. */
  readonly scores: ReadonlyMap<string, readonly ScoreRow[]>;
  /** By measure; one that does not count the episode is not in it. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
}
