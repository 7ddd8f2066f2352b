import {describe, expect, it} from "vitest";
import {fieldOf} from "../../src/export/catalogue.ts";
import type {EpisodeRow, ScoreRow, Subject} from "../../src/export/subject.ts";
import {surrogatesOf} from "../../src/export/surrogates.ts";
import {madeUpSubject} from "./made_up_subject.ts";

const surrogates = surrogatesOf(Buffer.alloc(32), "days_since_admission");

function told(name: string, subject: Subject) {
  const field = fieldOf(name);
  if (field === undefined) throw new Error(`no field ${name}`);
  return field.of(subject, surrogates);
}

/** A PHQ-9 at admission, and one at the end. */
function pair(first: number, last: number): Subject {
  const end = {occasion: "end", day: 50, day_after: -6} as const;
  return madeUpSubject({}, {scores: [{score: first}, {...end, score: last}]});
}

const missed = (values: Partial<ScoreRow>): Partial<ScoreRow> => ({occasion: "missed", score: null, ...values});

describe("the class of a person's change", () => {
  it.each([
    [16, 10, "improved", "improved"],
    [16, 11, "unchanged", "unchanged"],
    [15, 9, "improved", "recovered"],
    [10, 4, "improved", "recovered"],
    [9, 3, "improved", "improved"],
    [9, 15, "worse", "deteriorated"],
    [9, 14, "unchanged", "unchanged"],
    [0, 0, "unchanged", "unchanged"]
  ])("from %i to %i on the PHQ-9 is %s, after Jacobson and Truax %s", (first, last, reliable, truax) => {
    expect(told("phq9_reliable_change", pair(first, last))).toBe(reliable);
    expect(told("phq9_jacobson_truax", pair(first, last))).toBe(truax);
  });

  it("is not measured without both scores", () => {
    const subject = madeUpSubject({}, {scores: [{score: 15}]});
    expect(told("phq9_reliable_change", subject)).toBe("not_measured");
    expect(told("phq9_jacobson_truax", madeUpSubject())).toBe("not_measured");
  });
});

describe("why there is no score", () => {
  const baseline = {score: 12};
  it.each<[string, string, Partial<EpisodeRow>, Partial<ScoreRow>[], string | null]>([
    ["there is one", "baseline", {}, [baseline], null],
    ["nothing was delivered", "baseline", {}, [], "none_delivered"],
    ["the source says why", "baseline", {}, [missed({day: 2, missing_reason: "refused"})], "refused"],
    ["too many items are missing", "baseline", {}, [missed({day: 2, missing_reason: "not_scorable"})], "not_scorable"],
    [
      "of two reasons the nearer one holds",
      "baseline",
      {},
      [missed({day: -9, missing_reason: "other"}), missed({day: 3, missing_reason: "refused"})],
      "refused"
    ],
    [
      "a reason on day 8 is none for admission",
      "baseline",
      {},
      [missed({day: 8, missing_reason: "refused"})],
      "none_delivered"
    ],
    ["the episode is open", "end", {discharged_on: null}, [baseline], "open"],
    ["there is none at admission to follow", "end", {}, [], "no_baseline"],
    [
      "declined at the end",
      "end",
      {},
      [baseline, missed({day: 55, day_after: -1, missing_reason: "refused"})],
      "refused"
    ],
    [
      "nothing near the end",
      "end",
      {},
      [baseline, missed({day: 20, day_after: -36, missing_reason: "refused"})],
      "none_delivered"
    ],
    ["its time has not come", "followup", {days_since_discharge: 209}, [baseline], "not_yet"],
    ["its time has come", "followup", {days_since_discharge: 210}, [baseline], "none_delivered"],
    ["declined when asked", "followup", {contact: "declined"}, [baseline], "refused"],
    ["not reached", "followup", {contact: "unreachable"}, [baseline], "not_reached"],
    ["reached, but no score came", "followup", {contact: "reached"}, [baseline], "none_delivered"],
    ["dead is told as not reached", "followup", {contact: "deceased"}, [baseline], "not_reached"],
    ["in jail is told as not reached", "followup", {contact: "incarcerated"}, [baseline], "not_reached"]
  ])("%s", (_because, occasion, values, scores, reason) => {
    const subject = madeUpSubject(values, {scores});
    expect(told(`phq9_${occasion}_missing`, subject)).toBe(reason);
    expect(told(`phq9_${occasion}`, subject) === null).toBe(reason !== null);
  });
});

describe("the score of a week", () => {
  const scores = [
    {occasion: "baseline", day: -1, day_after: -57, score: 20},
    {occasion: "during", day: 0, day_after: -56, score: 18},
    {occasion: "during", day: 6, day_after: -50, score: 17},
    missed({day: 6, day_after: -50}),
    {occasion: "during", day: 7, day_after: -49, score: 16},
    {occasion: "end", day: 56, day_after: 0, score: 9},
    {occasion: "after", day: 57, day_after: 1, score: 8}
  ] as const;
  const subject = madeUpSubject({}, {scores});

  it("is the last of its seven days, counted from admission", () => {
    expect(told("phq9_week_0", subject)).toBe(17);
    expect(told("phq9_week_1", subject)).toBe(16);
    expect(told("phq9_week_2", subject)).toBeNull();
  });

  it("is one of those up to discharge", () => {
    expect(told("phq9_week_8", subject)).toBe(9);
  });
});

describe("days and hours", () => {
  it("are empty for a reason that stands beside them", () => {
    const open = madeUpSubject({discharged_on: null, discharge_day: null, los_days: null});
    expect([told("discharge_day", open), told("discharge_missing", open)]).toEqual([null, "open"]);
    expect([told("los_days", open), told("los_missing", open)]).toEqual([null, "open"]);
    const never = madeUpSubject({los_days: null, treated_sessions: 0, first_service_day: null});
    expect(told("los_missing", never)).toBe("not_treated");
    expect(told("first_service_missing", never)).toBe("not_treated");
    expect(told("los_missing", madeUpSubject())).toBeNull();
  });

  it("are hours of sixty minutes, of which the warehouse has halves", () => {
    expect(told("attended_hours", madeUpSubject({half_minutes: 7290}))).toBe(60.75);
    expect(told("prescribed_hours_week", madeUpSubject({prescribed_hours_week: "10.5"}))).toBe(10.5);
  });
});
