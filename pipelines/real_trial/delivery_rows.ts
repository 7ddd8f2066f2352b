import type {Trial, TrialPatient, TrialScore} from "./read_trial.ts";

/**
 * How a randomised trial is told in the neutral format. The scores are the trial's; what the raw file does not hold is made up
 * here, the same for everybody, and nothing that hangs on it means anything (docs/real-trial.md lists which figures do):
 *
 * - each arm is a program, each patient one client with one episode, whether scored or not;
 * - the dates are made up: everybody is admitted on one day, and month m is the same day of the month m months later;
 * - the episode ends at month 6, when the trial's treatment had ended, so that month 6 is the last score of the episode and
 *   month 12, day 184 after discharge, the six-month follow-up; the reason of the discharge is unknown;
 * - the file holds no sessions, and only an episode with a session counts as treated: one session on the day of admission stands
 *   in for everybody, in both arms;
 * - a total is handed over as it stands. Those that are not whole were imputed by whoever prepared the file: no questionnaire
 *   gives them, and the road puts them in quarantine.
 */
export const admittedOn = "2024-01-15";
export const monthOfDischarge = 6;

type Rows = readonly (readonly string[])[];

/** What the first delivery holds besides scores: header and rows of each file, by its name. */
export function organisationRows({patients}: Trial): Readonly<Record<string, Rows>> {
  const arms = [...new Set(patients.map(({arm}) => arm))];
  return {
    programs: [
      ["program_key", "site_key", "name", "population", "age_group", "level_of_care"],
      ...arms.map((arm) => [programKey(arm), "trial", arm, "mh", "adult", "op"])
    ],
    clients: [["client_key", "birth_year", "sex"], ...patients.map(clientRow)],
    episodes: [
      [
        "episode_key",
        "client_key",
        "program_key",
        "admitted_on",
        "discharged_on",
        "discharge_reason",
        "diagnosis_group"
      ],
      ...patients.map(episodeRow)
    ],
    sessions: [
      ["session_key", "episode_key", "held_on", "kind", "scheduled_minutes", "attendance"],
      ...patients.map(({patient}) => [`${patient}-stand-in`, patient, admittedOn, "assessment", "60", "attended"])
    ]
  };
}

/** Header and rows of assessments.csv, in the order of the scores. */
export function assessmentRows(scores: readonly TrialScore[]): Rows {
  return [
    ["assessment_key", "episode_key", "instrument", "assessed_on", "total"],
    ...scores.map(({patient, month, phq9}) => [`${patient}-month-${month}`, patient, "phq9", dateOfMonth(month), phq9])
  ];
}

/** Admission and m calendar months; its day is in every month. */
export function dateOfMonth(month: number): string {
  const [year = 0, first = 0] = admittedOn.split("-").map(Number);
  const months = first - 1 + month;
  return `${year + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}${admittedOn.slice(7)}`;
}

/** "RO-DBT" is the program ro-dbt. */
export function programKey(arm: string): string {
  return arm.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function clientRow({patient, female, age_years}: TrialPatient): string[] {
  const sex = {"1": "female", "0": "male"}[female] ?? "unknown";
  const birthYear = age_years === "" ? "" : String(Number(admittedOn.slice(0, 4)) - Math.floor(Number(age_years)));
  return [patient, birthYear, sex];
}

function episodeRow({patient, arm}: TrialPatient): string[] {
  return [patient, patient, programKey(arm), admittedOn, dateOfMonth(monthOfDischarge), "unknown", "depressive"];
}
