import type {Warehouse} from "../../src/database/warehouse.ts";
import {addDays} from "../second_reading/days.ts";
import {exampleRows} from "../second_reading/example_rows.ts";
import type {AssessmentRow, EpisodeRow, SessionRow} from "../second_reading/rows.ts";
import {episodeOf, type Source} from "./sound_source.ts";

/** One thing wrong with an otherwise sound source, and what the check named like it must find. */
export interface Fault {
  readonly check: string;
  readonly subject: string;
  readonly violations: number;
  readonly checked: number;
  /** Spoils what the source delivers. */
  readonly plant?: (source: Source) => void;
  /** Spoils what the build made of it. */
  readonly tamper?: (warehouse: Warehouse, source: string) => Promise<unknown>;
}

const program = {subject: "programs, p", violations: 1, checked: 1};

/** Of a sound source: 36 closed and 3 open episodes, 633 sessions, 222 assessments, 12 referrals, 5 follow-up contacts. */
export const faults: readonly Fault[] = [
  {
    check: "rows_end_somewhere",
    ...{subject: "files", violations: 1, checked: 7},
    tamper: (warehouse, source) =>
      warehouse.query(
        `update record.delivery_file set read = read + 1, quarantined = quarantined + 1
         where source = $1 and file = 'followups'`,
        [source]
      )
  },
  {
    check: "rows_are_placed",
    ...{subject: "rows, sessions", violations: 2, checked: 633},
    tamper: (warehouse, source) =>
      warehouse.query(
        "delete from warehouse.session where source = $1 and session_key in ('e0-2025-04-07', 'e1-2025-04-14')",
        [source]
      )
  },
  {
    check: "episodes_have_outcomes",
    ...{subject: "episodes", violations: 1, checked: 40},
    plant: (source) => addEpisode(source, episodeOf(source.name, 100, {admitted_on: "2026-03-20"})),
    tamper: (warehouse, source) =>
      warehouse.query("delete from warehouse.episode_outcome where source = $1 and episode_key = 'e100'", [source])
  },
  {
    check: "marts_match_flags",
    ...{subject: "totals", violations: 2, checked: 11},
    tamper: (warehouse, source) =>
      warehouse.query(
        `update mart.tally set n = n + 1, numerator = numerator + 1
         where ctid in (select distinct on (dimension) ctid from mart.tally where source = $1 and measure = 'completion')`,
        [source]
      )
  },
  {
    check: "breakdowns_add_up",
    // one group has one person too many, and one breakdown is gone
    ...{subject: "totals", violations: 2, checked: 0},
    tamper: async (warehouse, source) => {
      await warehouse.query(
        `update mart.tally set n = n + 1
         where ctid in (select ctid from mart.tally where source = $1 and measure = 'recovery' and dimension = 'payer' limit 1)`,
        [source]
      );
      await warehouse.query("delete from mart.tally where source = $1 and measure = 'recovery' and dimension = 'sex'", [
        source
      ]);
    }
  },
  {
    check: "numerators_within_denominators",
    ...{subject: "counts", violations: 1, checked: 0},
    tamper: (warehouse, source) =>
      warehouse.query(
        `update mart.tally set numerator = numerator + case when period_on = '2025-06-01' then 1 else -1 end
         where source = $1 and measure = 'completion' and dimension = 'all' and period_on in ('2025-06-01', '2025-07-01')`,
        [source]
      )
  },
  {
    check: "late_source",
    ...{subject: "sources", violations: 1, checked: 1},
    plant: (source) => source.delivered.splice(0, 1, "2026-02-13")
  },
  {
    check: "refused_deliveries",
    ...{subject: "deliveries", violations: 2, checked: 3},
    plant: (source) => {
      source.refused = 2;
    }
  },
  {
    check: "quarantined_rows",
    ...{subject: "rows, sessions", violations: 12, checked: 645},
    plant: (source) => {
      source.quarantined_sessions = 12;
    }
  },
  {
    check: "waiting_rows",
    ...{subject: "rows, sessions", violations: 12, checked: 645},
    plant: (source) =>
      source.sessions.push(
        ...Array.from({length: 12}, (_, day) =>
          exampleRows.session(addDays("2026-01-01", day), {source: source.name, episode_key: "of nobody"})
        )
      )
  },
  {
    check: "deliveries_on_one_date",
    ...{subject: "dates", violations: 1, checked: 1},
    plant: (source) => source.delivered.push(...source.delivered)
  },
  {
    check: "transfer_to_without_transferred",
    ...{subject: "episodes", violations: 4, checked: 39},
    plant: ({episodes}) => change(episodes.slice(0, 4), {transfer_to: "lateral"})
  },
  {
    check: "missing_reason_beside_score",
    ...{subject: "assessments", violations: 3, checked: 222},
    plant: ({assessments}) => change(assessments.slice(0, 3), {missing_reason: "refused"})
  },
  {
    check: "months_without_sessions",
    // May 2025 to January 2026: before and after, fewer than three are in care on the 15th
    ...{subject: "months, p", violations: 1, checked: 9},
    plant: (source) => keepSessions(source, ({held_on}) => !held_on.startsWith("2025-08"))
  },
  {
    check: "instrument_stopped",
    ...{subject: "questionnaires, p", violations: 1, checked: 2},
    // the quarter that ends on the as-of date is a whole one, and five people make it count
    plant: (source) => {
      for (const number of [100, 101]) {
        addEpisode(source, episodeOf(source.name, number, {admitted_on: "2026-03-05"}));
        source.sessions.push(exampleRows.session("2026-03-05", {source: source.name, episode_key: `e${number}`}));
      }
      keepAssessments(source, (one) => isPhq9(one) || numberOf(one) < 36);
    }
  },
  {
    check: "end_scores_stopped",
    ...program,
    plant: (source) => keepAssessments(source, (one) => numberOf(one) < 5 || numberOf(one) > 16 || !isAtEnd(one))
  },
  {
    check: "end_scores_missing",
    ...program,
    plant: (source) => keepAssessments(source, (one) => numberOf(one) % 2 === 0 || !isAtEnd(one))
  },
  {
    check: "unknown_discharge_reason",
    ...{subject: "episodes", violations: 12, checked: 36},
    plant: ({episodes}) => change(episodes.slice(0, 12), {discharge_reason: "unknown"})
  },
  {
    check: "unknown_characteristics",
    ...{subject: "episodes, race", violations: 12, checked: 39},
    plant: ({clients}) => change(clients.slice(0, 12), {race: null})
  },
  {
    check: "totals_without_items",
    ...{subject: "assessments", violations: 30, checked: 222},
    plant: ({assessments}) =>
      change(
        assessments.filter((one) => isPhq9(one) && numberOf(one) < 10),
        onlyTotal
      )
  },
  {
    check: "prorated_scores",
    ...{subject: "scores, phq9", violations: 12, checked: 111},
    plant: ({assessments}) => change(assessments.filter(isPhq9).slice(0, 12), {item_2: null})
  },
  {
    check: "stale_open_episodes",
    // one of them never had a session
    ...{subject: "episodes", violations: 5, checked: 8},
    plant: (source) => {
      change(source.episodes.slice(20, 24), {discharged_on: null, discharge_reason: null});
      addEpisode(source, episodeOf(source.name, 100, {admitted_on: "2026-02-28"}));
    }
  },
  {
    check: "discharged_long_after_last_session",
    ...{subject: "episodes", violations: 3, checked: 36},
    plant: ({episodes}) => {
      for (const one of episodes.slice(5, 8)) one.discharged_on = addDays(one.discharged_on ?? "", 31);
    }
  },
  {
    check: "overlapping_episodes",
    // each of the two that were planted overlaps one that was there
    ...{subject: "episodes", violations: 4, checked: 38},
    plant: (source) => {
      for (const one of source.episodes.slice(3, 5)) {
        const [admitted_on, discharged_on] = [addDays(one.admitted_on, 55), addDays(one.admitted_on, 70)];
        source.episodes.push({...one, episode_key: `${one.episode_key} again`, admitted_on, discharged_on});
      }
    }
  },
  {
    check: "identical_answers",
    ...{subject: "episodes", violations: 3, checked: 36},
    plant: ({assessments}) => {
      change(
        assessments.filter((one) => numberOf(one) < 3),
        allOnes
      );
      change(
        assessments.filter((one) => numberOf(one) < 3 && isPhq9(one)),
        {item_8: 1, item_9: 1}
      );
    }
  },
  {
    check: "attendance_without_variation",
    // May to December 2025
    ...{subject: "months, p", violations: 1, checked: 8},
    plant: ({sessions}) =>
      change(
        sessions.filter(({held_on}) => held_on.startsWith("2025-09")),
        {attendance: "attended"}
      )
  },
  {
    check: "attended_longer_than_scheduled",
    ...{subject: "sessions", violations: 42, checked: 0},
    plant: ({sessions}) =>
      change(
        sessions.filter((one) => numberOf(one) < 3 && one.attended_minutes !== null),
        {attended_minutes: 181}
      )
  }
];

function change<Row extends object>(rows: readonly Row[], values: Partial<Row>): void {
  for (const row of rows) Object.assign(row, values);
}

function addEpisode(source: Source, episode: EpisodeRow): void {
  const [client] = source.clients;
  source.episodes.push(episode);
  if (client !== undefined) source.clients.push({...client, client_key: episode.client_key});
}

function keepSessions(source: Source, keeps: (session: SessionRow) => boolean): void {
  source.sessions = source.sessions.filter(keeps);
}

function keepAssessments(source: Source, keeps: (assessment: AssessmentRow) => boolean): void {
  source.assessments = source.assessments.filter(keeps);
}

function numberOf({episode_key}: {episode_key: string}): number {
  return Number(episode_key.slice(1));
}

function isPhq9({instrument}: AssessmentRow): boolean {
  return instrument === "phq9";
}

function isAtEnd({assessment_key}: AssessmentRow): boolean {
  return assessment_key.endsWith("-56");
}

const noItems = {item_1: null, item_2: null, item_3: null, item_4: null, item_5: null, item_6: null, item_7: null};
const onlyTotal = {...noItems, item_8: null, item_9: null, total: 12};
const allOnes = {item_1: 1, item_2: 1, item_3: 1, item_4: 1, item_5: 1, item_6: 1, item_7: 1};
