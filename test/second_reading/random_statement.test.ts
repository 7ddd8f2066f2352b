import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {whatWaits} from "./context.ts";
import {thresholds} from "./instruments.ts";
import {answersOf} from "./items.ts";
import {type RandomCase, randomCase} from "./random_statement.ts";
import {measures, secondReading} from "./results.ts";
import type {AssessmentRow, Statement} from "./rows.ts";

const cases = fc.sample(randomCase(), {numRuns: 300, seed: 42});

describe("random statements", () => {
  it("hold no row with a defect of its own", () => {
    fc.assert(fc.property(randomCase(), hasNoDefect), {numRuns: 200});
  });

  it("reach every way to wait", () => {
    const codes = new Set(cases.flatMap((c) => whatWaits(c.statement).map((w) => `${w.file} ${w.code}`)));
    const parents = ["referrals", "episodes", "sessions", "assessments", "followups"].map(
      (file) => `${file} unknown_parent`
    );
    const others = ["episodes second_open_episode", "sessions session_outside_episode"];
    expect([...codes].sort()).toEqual([...parents, ...others, "assessments assessment_too_early"].sort());
  });

  it("reach every measure, with some of the units met and some not, and every kind of exit", () => {
    const rows = cases
      .slice(0, 150)
      .flatMap((c) => secondReading(c.statement, c))
      .filter((r) => r.breakdown === "all");
    for (const {id, kind} of measures) {
      const own = rows.filter((r) => r.measure === id && !r.immature);
      expect(own.length, id).toBeGreaterThan(5);
      if (kind !== "proportion" && kind !== "ratio") continue;
      const met = new Set(own.map((r) => (r.numerator ?? 0) > 0));
      expect([...met].sort(), id).toEqual([false, true]);
    }
    const events = new Set(rows.flatMap((r) => r.times ?? []).map((t) => t.event));
    expect([...events].sort()).toEqual(["censored", "death", "planned", "served", "unplanned"]);
  });
});

/** The row-level rules of the delivery format, as far as a statement can break them. */
function hasNoDefect({statement, as_of}: RandomCase): void {
  const {clients, episodes, sessions, assessments} = statement;
  expect((Object.values(statement).flat() as object[]).filter((row) => isLate(row, as_of))).toEqual([]);
  expect(episodes.filter((e) => (e.discharged_on === null) !== (e.discharge_reason === null))).toEqual([]);
  expect(episodes.filter((e) => e.discharged_on !== null && e.discharged_on < e.admitted_on)).toEqual([]);
  expect(clients.filter((c) => (c.birth_year ?? 1900) > Number(as_of.slice(0, 4)))).toEqual([]);
  expect(sessions.filter((s) => (s.attended_minutes ?? 0) < 0)).toEqual([]);
  expect(assessments.filter((a) => !isSound(a))).toEqual([]);
  expectDistinctKeys(statement);
}

function isLate(row: object, as_of: string): boolean {
  return Object.entries(row).some(([column, value]) => column.endsWith("_on") && value > as_of);
}

function isSound(a: AssessmentRow): boolean {
  const {items: length, highest_answer} = thresholds[a.instrument];
  const items = answersOf(a, length);
  const answered = items.filter((item) => item !== null);
  const sum = answered.reduce((x, y) => x + y, 0);
  const highest = sum + highest_answer * (length - answered.length);
  const inRange = answered.every((item) => Number.isInteger(item) && item >= 0 && item <= highest_answer);
  const noOthers = answersOf(a, 20)
    .slice(length)
    .every((item) => item === null);
  const totalAllowed = a.total === null || (a.total >= sum && a.total <= highest);
  return inRange && noOthers && totalAllowed && (answered.length > 0 || a.total !== null || a.missing_reason !== null);
}

function expectDistinctKeys(statement: Statement): void {
  const keys = [
    statement.programs.map((r) => [r.source, r.program_key]),
    statement.clients.map((r) => [r.source, r.client_key]),
    statement.referrals.map((r) => [r.source, r.referral_key]),
    statement.episodes.map((r) => [r.source, r.episode_key]),
    statement.sessions.map((r) => [r.source, r.session_key]),
    statement.assessments.map((r) => [r.source, r.assessment_key]),
    statement.followups.map((r) => [r.source, r.followup_key])
  ];
  for (const file of keys) expect(new Set(file.map((key) => key.join("/"))).size).toBe(file.length);
}
