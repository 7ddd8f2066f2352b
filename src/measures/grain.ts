import type {
  WarehouseEpisodeOutcome,
  WarehouseEpisodeScore,
  WarehouseMeeting,
  WarehouseReferralOutcome
} from "../database/schema.ts";

/** What a measure counts: one row of these columns is one unit. */
export interface Grains {
  episode: WarehouseEpisodeOutcome;
  /** One episode and instrument: rules of the episode, and rules of its scores on that instrument. */
  score: WarehouseEpisodeOutcome & WarehouseEpisodeScore;
  referral: WarehouseReferralOutcome;
  /** A group meeting. */
  meeting: WarehouseMeeting;
}

export type Grain = keyof Grains;

/** What one unit is called, and several. */
export const unitWords: Readonly<Record<Grain, readonly [one: string, several: string]>> = {
  episode: ["episode", "episodes"],
  score: ["episode", "episodes"],
  referral: ["referral", "referrals"],
  meeting: ["meeting", "meetings"]
};

/** The tables that are counted: those of everyone, or rows set aside of some. */
export interface Relations {
  /** With the columns of warehouse.episode_outcome. */
  readonly episodes: string;
  /** With the columns of warehouse.episode_score. */
  readonly scores: string;
  /** With the columns of warehouse.session_period. */
  readonly session_periods: string;
  /** warehouse.assessment: joined to episodes. */
  readonly assessments: string;
  readonly instruments: string;
  readonly referrals: string;
  readonly meetings: string;
}

/** Rules of scores, as columns: false where an episode has no score of the instrument. */
const scoreFlags = [
  "has_baseline",
  "has_pair",
  "has_followup",
  "has_followup_pair",
  "has_followup_triple",
  "is_prorated",
  "is_short_interval",
  "is_reliably_improved",
  "is_reliably_worse",
  "was_elevated",
  "is_response",
  "is_remission",
  "was_above_mcid",
  "is_mcid",
  "is_still_better",
  "is_not_worse_since",
  "has_ideation_answer",
  "was_ideating",
  "has_ideation_pair",
  "is_newly_ideating",
  "is_no_longer_ideating"
] as const satisfies readonly (keyof WarehouseEpisodeScore)[];

/** Whether a condition is about one instrument's scores, not about the episode. */
export function isScoreFlag(condition: string): boolean {
  return (scoreFlags as readonly string[]).includes(condition.replace(/^not /, ""));
}

/**
 * SQL for the rows of a grain, to be selected from as e. Rows of `score` are those with a score of the instrument, or, where
 * `everyone` is asked for, one for every episode and instrument.
 */
export function rowsOf(grain: Grain, from: Relations, everyone = false): string {
  switch (grain) {
    case "episode":
      return from.episodes;
    case "referral":
      return from.referrals;
    case "meeting":
      return from.meetings;
    case "score":
      return everyone ? scoresOrNone(from) : scoresOnly(from);
  }
}

const scoreColumns = ["baseline", "post_last", "followup"];
const episodeColumns = [
  "person_key",
  "source",
  "episode_key",
  "program_key",
  "admitted_on",
  "discharged_on",
  "age_band",
  "sex",
  "gender",
  "race",
  "ethnicity",
  "language",
  "payer",
  "modality",
  "diagnosis_group",
  "co_occurring_sud",
  "discharge_reason",
  "referral_source",
  "attendance_band",
  "phq9_band",
  "gad7_band",
  "has_prior_episode",
  "is_discharged",
  "is_treated",
  "is_finished",
  "is_completed",
  "is_death",
  "is_of_age",
  "has_several_episodes",
  "is_followup_unit",
  "is_alive_at_followup"
] as const satisfies readonly (keyof WarehouseEpisodeOutcome)[];

function scoresOnly({episodes, scores}: Relations): string {
  const columns = [
    ...episodeColumns.map((column) => `o.${column}`),
    ...["instrument", "baseline_band", ...scoreColumns, ...scoreFlags].map((column) => `s.${column}`)
  ];
  return `(select ${columns.join(", ")} from ${episodes} as o join ${scores} as s using (person_key, source, episode_key))`;
}

function scoresOrNone({episodes, scores, instruments}: Relations): string {
  const columns = [
    ...episodeColumns.map((column) => `o.${column}`),
    "i.instrument",
    "coalesce(s.baseline_band, 0) as baseline_band",
    ...scoreColumns.map((column) => `s.${column}`),
    ...scoreFlags.map((flag) => `coalesce(s.${flag}, false) as ${flag}`)
  ];
  return `(
    select ${columns.join(", ")}
    from ${episodes} as o
    cross join ${instruments} as i
    left join ${scores} as s using (person_key, source, episode_key, instrument)
  )`;
}
