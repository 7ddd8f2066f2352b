import type {UnitMeasure} from "../measures/measure.ts";
import {daysBetween} from "./dates.ts";
import type {Dictionary} from "./dictionary.ts";
import {counted, type Evidence, says, spoken} from "./evidence.ts";
import type {Facts, Referral} from "./facts.ts";
import {judge, type Unit} from "./judge_unit.ts";
import {daysPassed} from "./stay_evidence.ts";
import type {UnitVerdict, Value} from "./verdict.ts";

/** A kept referral and the second requests within 30 days of it, itself the first. */
type Request = readonly [kept: Referral, ...again: Referral[]];

/** The verdicts on the referrals that led to the episode, second requests too, in the order in which they came. */
export function judgeReferrals(measure: UnitMeasure, facts: Facts, dictionary: Dictionary): UnitVerdict[] {
  const requests = requestsAmong(facts.referrals).filter((request) =>
    request.some(({episode_key}) => episode_key === facts.episode.key)
  );
  return requests.flatMap((request) =>
    request.map((referral) => judge(measure, unitOf(referral, request, facts), facts, dictionary))
  );
}

function requestsAmong(referrals: readonly Referral[]): Request[] {
  const requests: [Referral, ...Referral[]][] = [];
  for (const referral of referrals) {
    const current = requests.at(-1);
    if (current !== undefined && isAgain(referral, current[0])) current.push(referral);
    else requests.push([referral]);
  }
  return requests;
}

/** Without a client nobody can say that it is the same one. */
function isAgain({client_key, program_key, on}: Referral, kept: Referral): boolean {
  return (
    client_key !== null &&
    client_key === kept.client_key &&
    program_key === kept.program_key &&
    daysBetween(kept.on, on) <= 30
  );
}

function unitOf(referral: Referral, request: Request, facts: Facts): Unit {
  const {as_of} = facts;
  const served = servedBy(referral, request);
  const evidence: Readonly<Record<string, () => Evidence>> = {
    is_kept: () => kept(referral, request),
    is_eligible: () => {
      const isLeftOut = ["ineligible", "referred_elsewhere", "client_delayed"].includes(referral.outcome);
      return says(!isLeftOut, `outcome ${spoken(referral.outcome)}`, [referral]);
    },
    is_seen_within_48_hours: () => {
      const {because, rows, number} = waitOf(referral, served, as_of);
      return says(served?.first_treated_on != null && (number ?? 0) <= 2, `${because}; two days count`, rows);
    }
  };
  const passed = (column: string) => daysPassed(column, {referral: referral.on}, as_of);
  return {
    unit: `referral ${referral.key} of ${facts.source}`,
    on: referral.on,
    columnOf: (_table, column) => referral.columns[column],
    evidenceOf: (_table, column) => {
      const waited = passed(column);
      return waited === null ? (evidence[column]?.() ?? null) : {...waited.evidence, rows: [referral]};
    },
    fromOf: (column) => passed(column)?.from ?? null,
    value: waitOf(referral, served, as_of)
  };
}

function kept(referral: Referral, [first]: Request): Evidence {
  if (referral === first) return says(true, `received on ${referral.on}, the first request`, [referral]);
  const days = daysBetween(first.on, referral.on);
  return says(false, `received on ${referral.on}, ${counted(days, "day")} after the request that is kept`, [
    first,
    referral
  ]);
}

/** The referral whose episode counts: its own or, where the kept one has none, that of the earliest repetition that has one. */
function servedBy(referral: Referral, request: Request): Referral | null {
  if (referral.episode_key !== null) return referral;
  return referral === request[0] ? (request.find(({episode_key}) => episode_key !== null) ?? null) : null;
}

function waitOf(referral: Referral, served: Referral | null, as_of: string): Value {
  const seen = served?.first_treated_on ?? null;
  const rows = served === null || served === referral ? [referral] : [referral, served];
  if (seen === null) {
    const days = daysBetween(referral.on, as_of);
    return {number: days, because: `nobody was seen yet: ${counted(days, "day")} up to ${as_of}, censored`, rows};
  }
  const days = Math.max(0, daysBetween(referral.on, seen));
  return {
    number: days,
    because: `first treated session on ${seen}, ${counted(days, "day")} after the referral on ${referral.on}`,
    rows
  };
}
