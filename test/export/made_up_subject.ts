import type {EpisodeRow, ScoreRow, Subject, Verdict} from "../../src/export/subject.ts";

interface Parts {
  readonly scores?: readonly Partial<ScoreRow>[];
  readonly verdicts?: Readonly<Record<string, Partial<Verdict>>>;
}

/** A closed episode of one ordinary person; what a test does not say is one ordinary thing. */
export function madeUpSubject(values: Partial<EpisodeRow> = {}, {scores = [], verdicts = {}}: Parts = {}): Subject {
  const rows = scores.map((row) => ({...score, ...row}));
  const said = Object.entries(verdicts).map(
    ([id, verdict]) => [id, {is_numerator: null, change: null, ...verdict}] as const
  );
  return {
    episode: {...episode, ...values},
    scores: Map.groupBy(rows, ({instrument}) => instrument),
    verdicts: new Map(said)
  };
}

const episode: EpisodeRow = {
  ...{source: "north", client_key: "c", episode_key: "e", program_key: "iop", program: "iop", site: "town"},
  ...{admitted_on: "2025-06-15", discharged_on: "2025-08-10", first_service_on: "2025-06-16"},
  ...{last_session_on: "2025-08-08", admission_year: 2025, age_5_years: "30-34", age_band: "26-44"},
  ...{sex: "female", gender: "woman", race: "white", ethnicity: "not_hispanic", language: "en", veteran: "no"},
  ...{payer: "commercial", diagnosis_group: "depressive", co_occurring_sud: "no", zip3: "021"},
  ...{level_of_care: "iop", population: "mh", modality: "in_person", referral_source: "self"},
  ...{has_prior_episode: false, discharge_reason: "completed", transfer_to: "none", is_part2: false},
  ...{days_since_discharge: 233, discharge_day: 56, first_service_day: 1, last_session_day: 54},
  ...{los_days: 55, los_band: "28-55", prescribed_hours_week: "9", treated_sessions: 20, sessions: 24},
  ...{expected_sessions: 23, attended_sessions: 20, missed_sessions: 2, client_cancelled_sessions: 1},
  ...{program_cancelled_sessions: 1, half_minutes: 7200, contact: null}
};

const score: ScoreRow = {
  ...{source: "north", episode_key: "e", instrument: "phq9", assessed_on: "2025-06-15", day: 0, day_after: -56},
  ...{occasion: "baseline", score: 15, is_prorated: false, ideation: 0, missing_reason: null}
};
