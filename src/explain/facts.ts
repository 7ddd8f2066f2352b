import type {Suffix} from "../measures/count.ts";
import type {Settings} from "../settings.ts";

/** A row of what was delivered: its file, key and date, and the delivery and line that state it. */
export interface Row {
  readonly file: "clients" | "episodes" | "sessions" | "assessments" | "followups" | "referrals";
  readonly key: string;
  /** The date that the row is about; null where it has none. */
  readonly on: string | null;
  readonly delivered_on: string | null;
  readonly sequence: number | null;
  readonly line: number | null;
}

/** The build that an explanation is read from. */
export interface Reading {
  readonly as_of: string;
  readonly suffix: Suffix;
  readonly settings: Settings;
}

export interface Session extends Row {
  /** Days since admission. */
  readonly day: number;
  readonly attendance: string;
  readonly scheduled_minutes: number | null;
  readonly attended_minutes: number | null;
  readonly is_treated: boolean;
  readonly is_attended: boolean;
  readonly is_in_range: boolean;
  readonly half_minutes: number;
  readonly group_key: string | null;
  /** Clients treated in the group meeting that the session is one of. */
  readonly attendees: number | null;
}

export interface Assessment extends Row {
  readonly on: string;
  readonly day: number;
  /** Days since discharge; null while open. */
  readonly day_after: number | null;
  readonly instrument: string;
  readonly complete_score: number | null;
  readonly prorated_score: number | null;
  readonly ideation: number | null;
  /** 1 speaks for its day. */
  readonly day_rank: number;
}

export interface Contact extends Row {
  readonly on: string;
  readonly outcome: string;
}

/** An episode, as far as other episodes of its client are judged by it. */
export interface Stay extends Row {
  readonly program_key: string;
  readonly admitted_on: string;
  readonly discharged_on: string | null;
  readonly is_treated: boolean;
}

export interface Referral extends Row {
  readonly on: string;
  readonly client_key: string | null;
  readonly program_key: string;
  readonly outcome: string;
  readonly episode_key: string | null;
  /** Place among the referrals of the client to the program, from 1. */
  readonly place: number | null;
  /** First treated session of the episode that it names. */
  readonly first_treated_on: string | null;
  /** Its row of warehouse.referral_outcome. */
  readonly columns: Columns;
}

/** Columns of one row of a table of the warehouse. */
export type Columns = Readonly<Record<string, unknown>>;

/** Everything that the warehouse holds of one episode. */
export interface Facts extends Reading {
  readonly source: string;
  readonly episode: Row & {
    readonly client_key: string;
    readonly program_key: string;
    readonly admitted_on: string;
    readonly discharged_on: string | null;
    /** "open" while open. */
    readonly discharge_reason: string;
    readonly transfer_to: string | null;
    readonly has_neutral_exit: boolean;
    readonly died_on: string | null;
    readonly age: number | null;
    readonly prescribed_hours_week: number | null;
  };
  readonly client: Row;
  readonly sessions: readonly Session[];
  readonly assessments: readonly Assessment[];
  readonly contacts: readonly Contact[];
  /** Every episode of the client in the source, this one too; the last discharge first. */
  readonly stays: readonly Stay[];
  /** Every referral of a client to a program of whom one names the episode, in order of place. */
  readonly referrals: readonly Referral[];
  /** Its row of warehouse.episode_outcome. */
  readonly outcome: Columns;
  /** Its rows of warehouse.episode_score, by instrument. */
  readonly scores: ReadonlyMap<string, Columns>;
  /** Its rows of warehouse.session_period. */
  readonly periods: readonly Columns[];
}
