import {dayOf, isoOf} from "./calendar.ts";
import type {Field} from "./field.ts";
import type {Organisation} from "./organisation.ts";
import {isPlain, mended, type Statement} from "./statements.ts";

/*
 * Rows that wait at first and take part when a later delivery puts their context right. Each function takes the
 * statements and gives them back with such a story told in the wrong order.
 */

/** Four episodes, with their persons and referrals, come a month after their first sessions and questionnaires. */
export function plantOrphans(statements: readonly Statement[], {stories, incidents}: Organisation): Statement[] {
  const {month, to} = incidents.orphans;
  const late = stories
    .filter(({episode}) => episode.came === "new" && episode.admitted_on <= to && episode.admitted_on > to - 12)
    .filter(({sessions}) => sessions.filter((session) => session.held_on <= to).length > 2)
    .slice(0, 4);
  const episodes = new Set(late.map(({episode}) => episode.episode_key));
  const clients = new Set(late.map(({episode}) => episode.client.client_key));
  return statements.map((one) => {
    if (one.month !== month) return one;
    if (isCare(one) && episodes.has(one.row.episode_key ?? "")) return mended(one, "unknown_parent", "episode_key");
    const isTheirs = !isCare(one) && (clients.has(one.row.client_key ?? "") || episodes.has(one.row.episode_key ?? ""));
    return isTheirs ? {...one, month: month + 1} : one;
  });
}

/** Two discharges are first told seven days too early, so that the sessions of the last days wait. */
export function plantEarlyDischarges(statements: readonly Statement[], field: Field): Statement[] {
  const wrong = new Map([6, 16].map((month) => field.once("episodes", month, isLongStay)).map((one) => [one.key, one]));
  return statements.flatMap((one) => {
    const told = wrong.get(one.row.episode_key ?? "");
    if (told === undefined) return [one];
    const until = dayOf(told.row.discharged_on ?? "") - 7;
    if (one.file === "episodes")
      return [
        {...one, row: {...one.row, discharged_on: isoOf(until)}},
        {...one, month: one.month + 1}
      ];
    const isOutside = one.file === "sessions" && one.month <= told.month && dayOf(one.row.held_on ?? "") > until + 1;
    return [isOutside && isPlain(one) ? mended(one, "session_outside_episode", "held_on") : one];
  });
}

/** Two questionnaires are first told with a date 40 days before the admission. */
export function plantEarlyAssessments(
  statements: readonly Statement[],
  field: Field,
  {stories}: Organisation
): Statement[] {
  const admitted = new Map(stories.map(({episode}) => [episode.episode_key, episode.admitted_on]));
  const wrong = new Set([5, 13].map((month) => field.once("assessments", month)));
  return statements.flatMap((one) => {
    if (!wrong.has(one)) return [one];
    const assessed_on = isoOf((admitted.get(one.row.episode_key ?? "") ?? 0) - 40);
    const early = mended({...one, row: {...one.row, assessed_on}}, "assessment_too_early", "assessed_on");
    return [early, {...one, month: one.month + 1}];
  });
}

function isCare({file}: Statement): boolean {
  return file === "sessions" || file === "assessments" || file === "followups";
}

function isLongStay({row}: Statement): boolean {
  const stay = dayOf(row.discharged_on ?? "1970-01-01") - dayOf(row.admitted_on ?? "");
  return row.discharge_reason === "completed" && stay >= 14;
}
