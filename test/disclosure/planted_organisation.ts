import {addDays} from "../second_reading/days.ts";
import {exampleRows, exampleStatement, threePrograms} from "../second_reading/example_rows.ts";
import type {
  AssessmentRow,
  ClientRow,
  DischargeReason,
  FollowupRow,
  SessionRow,
  Statement
} from "../second_reading/rows.ts";

const {client, episode, followup, referral, session, total} = exampleRows;

export const as_of = "2026-03-31";

const programs = threePrograms("north-iop", "north-php", "south-iop");

/** One stay of one person. */
interface Stay {
  readonly key: string;
  readonly program: number;
  readonly admitted_on: string;
  readonly days: number;
  readonly reason: DischargeReason;
  /** Points by which scores fall from admission to discharge. */
  readonly fall: number;
  readonly severity: number;
  /** Every so many sessions one is missed. */
  readonly misses: number;
  readonly is_followed_up: boolean;
  readonly payer: string;
  readonly person: Partial<ClientRow>;
}

/** 150 admissions a year, one a week in each program, and everybody measured. */
function ordinary(index: number): Stay {
  const week = Math.floor(index / 3);
  return {
    key: `p${index}`,
    program: index % 3,
    admitted_on: addDays("2024-01-01", 7 * week),
    days: 49 + 7 * ((index * 5) % 4),
    reason:
      (["completed", "dropped_out", "completed", "transferred", "completed"] as const)[(index * 7) % 5] ?? "other",
    fall: ((index * 11) % 13) - 3,
    severity: 13 + ((index * 3) % 7),
    misses: 4 + (index % 5),
    is_followed_up: index % 2 === 0,
    payer: index % 2 === 0 ? "commercial" : "medicaid",
    person: {
      ...{race: index % 4 === 0 ? "black" : "white", gender: index % 3 === 0 ? "man" : "woman"},
      birth_year: 1960 + (index % 40)
    }
  };
}

/** Those who differ between the organisation and its twin. */
const [b, c, d, e, p, q] = [90, 93, 126, 129, 80, 89];

/**
 * An organisation with three pairs of people of whom nothing but hidden figures may tell which is which, and its twin, in which
 * they are exchanged: two of the same program and dates in races of 9 and 8 people, one who completed and got well and one who
 * did neither; two alike in all else, in genders of 25 people of whom few completed, of whom one completed; and two alike in all
 * else, discharged in two months of one quarter, of whom one completed.
 */
export function plantedOrganisation(which: "organisation" | "twin"): Statement {
  const swap = which === "twin";
  const stays = Array.from({length: 288}, (_, index) => plant(ordinary(index), index, swap));
  return exampleStatement({
    programs,
    clients: stays.map(({key, person}) => client({client_key: key, ...person})),
    referrals: stays.map(({key, program: at, admitted_on}) =>
      referral(addDays(admitted_on, -5), {referral_key: key, client_key: key, episode_key: key, ...programOf(at)})
    ),
    episodes: stays.map(({key, program: at, admitted_on, days, reason, payer}) =>
      episode({
        ...{episode_key: key, client_key: key, ...programOf(at), admitted_on},
        ...{discharged_on: addDays(admitted_on, days), discharge_reason: reason},
        payer
      })
    ),
    sessions: stays.flatMap(sessionsOf),
    assessments: stays.flatMap(scoresOf),
    followups: stays.flatMap(contactOf)
  });
}

function programOf(index: number) {
  return {program_key: programs[index]?.program_key ?? ""};
}

function plant(stay: Stay, index: number, swap: boolean): Stay {
  const planted = {
    ...stay,
    person: {...stay.person, ...raceOf(index, swap), ...genderOf(index)},
    ...reasonAmongFew(index)
  };
  if (index === b) return {...planted, ...together, reason: "completed", fall: 12, misses: 9};
  if (index === c) return {...planted, ...together, reason: "dropped_out", fall: -4, misses: 2};
  const like = {...planted, ...alike, person: {...white, ...genderOf(index)}};
  if (index === d || index === e) return {...like, reason: completedIf((index === d) !== swap)};
  if (index === p) return {...like, ...early, reason: completedIf(!swap)};
  if (index === q) return {...like, ...early, admitted_on: "2024-08-05", reason: completedIf(swap)};
  return planted;
}

const together = {program: 0, admitted_on: "2024-07-29", days: 56, severity: 16, is_followed_up: false};
const alike = {
  ...{program: 0, admitted_on: "2024-10-07", days: 56, severity: 15, misses: 5, fall: 4},
  ...{is_followed_up: false, payer: "medicaid"}
};
const white = {race: "white", gender: "woman", birth_year: 1980};
const early = {program: 2, admitted_on: "2024-07-08", days: 42};

function completedIf(isSo: boolean): DischargeReason {
  return isSo ? "completed" : "dropped_out";
}

/** The 9 and 8 of two races, b and c among them, all of one program and admitted within four months. */
function raceOf(index: number, swap: boolean): Partial<ClientRow> {
  const place = (index - 72) / 3;
  if (!Number.isInteger(place) || place < 0 || place >= 17) return {};
  const isFirst = index === b || index === c ? (index === b) !== swap : place % 2 === 0;
  return {race: isFirst ? "asian" : "american_indian"};
}

/** 25 of each of two genders, in turns, d and e among them. */
function genderOf(index: number): Partial<ClientRow> {
  if (index < 100 || index >= 150) return {};
  return {gender: index % 2 === 0 ? "nonbinary" : "other"};
}

/** Of each of these genders about five completed. */
function reasonAmongFew(index: number): Partial<Stay> {
  if (index < 100 || index >= 150) return {};
  return {reason: completedIf(index % 10 < 2)};
}

function sessionsOf({key, program: at, admitted_on, days, misses}: Stay): SessionRow[] {
  return Array.from({length: Math.floor(days / 7)}, (_, week) => {
    const held_on = addDays(admitted_on, 7 * week);
    const attendance = week % misses === misses - 1 ? "no_show" : "attended";
    return session(held_on, {episode_key: key, group_key: `${programOf(at).program_key} ${held_on}`, attendance});
  });
}

function scoresOf({key, admitted_on, days, severity, fall, is_followed_up}: Stay): AssessmentRow[] {
  const discharged_on = addDays(admitted_on, days);
  const occasions = [
    [admitted_on, severity],
    [addDays(admitted_on, 28), severity - Math.round(fall / 2)],
    [discharged_on, severity - fall],
    ...(is_followed_up ? ([[addDays(discharged_on, 180), severity - fall + 1]] as const) : [])
  ] as const;
  return occasions
    .filter(([on]) => on <= as_of)
    .flatMap(([on, score]) =>
      (["phq9", "gad7"] as const).map((instrument) => total(instrument, on, score, {episode_key: key}))
    );
}

function contactOf({key, admitted_on, days, is_followed_up}: Stay): FollowupRow[] {
  const contacted_on = addDays(admitted_on, days + 180);
  if (contacted_on > as_of) return [];
  return [
    followup(contacted_on, {
      ...{followup_key: key, episode_key: key, attempts: 2},
      outcome: is_followed_up ? "reached" : "unreachable"
    })
  ];
}
