import {dayOf, isoOf} from "./calendar.ts";
import type {Field} from "./field.ts";
import {likeness} from "./fresh.ts";
import type {FileName, Row} from "./layout.ts";
import type {Statement} from "./statements.ts";

/** Rows, with keys of their own, that are accepted and wait for ever: what they name is not there, or dates do not fit. */
export function waitingRows(field: Field, months: number): Statement[] {
  return [
    nobody(field, "referrals", 4, "client_key"),
    nobody(field, "referrals", 9, "program_key"),
    nobody(field, "referrals", 11, "episode_key"),
    nobody(field, "episodes", 2, "client_key"),
    nobody(field, "episodes", 10, "program_key"),
    nobody(field, "sessions", 4, "episode_key"),
    nobody(field, "sessions", 15, "episode_key"),
    nobody(field, "assessments", 6, "episode_key"),
    nobody(field, "followups", 9, "episode_key"),
    ...outsideEpisode(field),
    ...withParentGone(field),
    ...withParentQuarantined(field),
    ...secondOpen(field, months)
  ];
}

function nobody(field: Field, file: FileName, month: number, column: string): Statement {
  const parent = column === "client_key" ? "clients" : column === "program_key" ? "programs" : "episodes";
  const change = {[column]: field.keys(parent)};
  return waits(likeness(field.once(file, month, isClosedOrNoEpisode), field.keys, change), "unknown_parent", column);
}

/** A session two days before the admission and one two days after the discharge, and a questionnaire 30 days too early. */
function outsideEpisode(field: Field): Statement[] {
  const before = field.once("episodes", 5, isClosed);
  const after = field.once("episodes", 12, isClosed);
  return [
    sessionOf(field, before, moved(before.row.admitted_on, -2)),
    {...sessionOf(field, after, moved(after.row.discharged_on, 2)), month: after.month + 1}
  ]
    .map((session) => waits(session, "session_outside_episode", "held_on"))
    .concat(tooEarly(field, field.once("episodes", 14, isClosed)));
}

function tooEarly(field: Field, episode: Statement): Statement {
  const model = field.once("assessments", episode.month);
  const change = {episode_key: episode.key, assessed_on: moved(episode.row.admitted_on, -30)};
  return waits(likeness(model, field.keys, change), "assessment_too_early", "assessed_on");
}

/** An episode that is deleted two months later while its two sessions stay. */
function withParentGone(field: Field): Statement[] {
  const episode = likeness(field.once("episodes", 8, isClosed), field.keys, {});
  const sessions = [0, 1].map(() => sessionOf(field, episode, episode.row.admitted_on ?? ""));
  const gone: Statement = {...episode, month: episode.month + 2, row: {episode_key: episode.key}, form: "delete"};
  return [episode, ...sessions.map((session) => waits(session, "unknown_parent", "episode_key")), gone];
}

/** An episode whose only row is quarantined was never there for its session. */
function withParentQuarantined(field: Field): Statement[] {
  const model = likeness(field.once("episodes", 7, isClosed), field.keys, {discharge_reason: "finished"});
  const plant = {code: "bad_value", column: "discharge_reason", kind: "defect", mended: false} as const;
  const session = sessionOf(field, model, model.row.admitted_on ?? "");
  return [{...model, plant}, waits(session, "unknown_parent", "episode_key")];
}

/** A copy of an open episode under another key and a week later, with a session that waits with it. */
function secondOpen(field: Field, months: number): Statement[] {
  const first = field.any("episodes", (one) => !isClosed(one) && one.month < months - 1);
  const copy = {...likeness(first, field.keys, {admitted_on: moved(first.row.admitted_on, 7)}), month: months - 1};
  const session = sessionOf(field, copy, copy.row.admitted_on ?? "");
  return [waits(copy, "second_open_episode", "episode_key"), waits(session, "unknown_parent", "episode_key")];
}

/** A session of an episode, told with it. */
function sessionOf(field: Field, episode: Statement, heldOn: string): Statement {
  const change = {episode_key: episode.key, held_on: heldOn};
  return {...likeness(field.once("sessions", episode.month), field.keys, change), month: episode.month};
}

function waits(statement: Statement, code: string, column: string): Statement {
  return {...statement, plant: {code, column, kind: "context", mended: false}};
}

function isClosed({row}: Statement): boolean {
  return row.discharged_on !== undefined;
}

/** An open copy of an open episode would be a second open episode, whatever else is wrong with it. */
function isClosedOrNoEpisode(one: Statement): boolean {
  return one.file !== "episodes" || isClosed(one);
}

function moved(iso: Row[string] | undefined, days: number): string {
  return isoOf(dayOf(iso ?? "") + days);
}
