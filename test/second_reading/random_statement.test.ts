import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {whatWaits} from "./context.ts";
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
    const rows = cases.flatMap((c) => secondReading(c.statement, c)).filter((r) => r.breakdown === "all");
    for (const {id, kind} of measures) {
      const own = rows.filter((r) => r.measure === id && !r.immature);
      expect(own.length, id).toBeGreaterThan(5);
      if (kind !== "proportion" && kind !== "ratio") continue;
      expect(
        own.some((r) => r.numerator === 0),
        id
      ).toBe(true);
      expect(
        own.some((r) => (r.numerator ?? 0) > 0),
        id
      ).toBe(true);
    }
    const events = new Set(rows.flatMap((r) => r.times ?? []).map((t) => t.event));
    expect([...events].sort()).toEqual(["censored", "death", "planned", "unplanned"]);
  });
});

/** The row-level rules of the delivery format, as far as a statement can break them. */
function hasNoDefect({statement, as_of}: RandomCase): void {
  for (const row of Object.values(statement).flat() as Record<string, unknown>[]) {
    for (const [column, value] of Object.entries(row)) {
      if (column.endsWith("_on") && typeof value === "string") expect(value <= as_of, column).toBe(true);
    }
  }
  for (const e of statement.episodes) {
    expect(e.discharged_on === null).toBe(e.discharge_reason === null);
    expect(e.discharged_on === null || e.discharged_on >= e.admitted_on).toBe(true);
  }
  for (const c of statement.clients) expect(c.birth_year ?? 1900).toBeLessThanOrEqual(Number(as_of.slice(0, 4)));
  for (const s of statement.sessions) expect(s.attended_minutes ?? 0).toBeGreaterThanOrEqual(0);
  statement.assessments.forEach(isSound);
  expectDistinctKeys(statement);
}

function isSound(a: AssessmentRow): void {
  const items = [a.item_1, a.item_2, a.item_3, a.item_4, a.item_5, a.item_6, a.item_7];
  if (a.instrument === "phq9") items.push(a.item_8, a.item_9);
  else expect([a.item_8, a.item_9]).toEqual([null, null]);
  const answered = items.filter((item) => item !== null);
  const sum = answered.reduce((x, y) => x + y, 0);
  for (const item of answered) expect([0, 1, 2, 3]).toContain(item);
  if (a.total !== null) {
    expect(a.total).toBeLessThanOrEqual(sum + 3 * (items.length - answered.length));
    expect(a.total).toBeGreaterThanOrEqual(sum);
  }
  expect(answered.length === 0 && a.total === null && a.missing_reason === null).toBe(false);
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
