import {describe, expect, it} from "vitest";
import {addDays} from "./days.ts";
import {exampleRows} from "./example_rows.ts";
import {readExample} from "./read_example.ts";
import {keptReferrals} from "./referrals.ts";
import type {ReferralRow, SessionRow} from "./rows.ts";

const {client, episode, program, referral, session} = exampleRows;

/** Referrals of the client of an episode admitted on 2025-01-10, whose first session is on 2025-01-13. */
function read(referrals: ReferralRow[], sessions: SessionRow[] = [session("2025-01-13")], as_of = "2026-03-31") {
  const programs = [program(), program({program_key: "q", site_key: "t"})];
  const clients = [client(), client({client_key: "d"})];
  const episodes = [episode({admitted_on: "2025-01-10"})];
  return readExample({programs, clients, episodes, sessions, referrals}, {as_of});
}

const named = {episode_key: "e"};

describe("seen within 48 hours (AC-02)", () => {
  it("of the 64 worked inquiries 39 are", () => {
    const numbers = Array.from({length: 64}, (_, i) => i);
    const keys = (i: number) => ({client_key: `c${i}`, episode_key: `e${i}`});
    const counts = readExample({
      clients: numbers.map((i) => client(keys(i))),
      episodes: numbers.map((i) => episode(keys(i))),
      sessions: numbers.map((i) => session(addDays("2025-01-01", i < 39 ? 2 : 3), keys(i))),
      referrals: numbers.map((i) => referral("2025-01-01T16:00", {referral_key: `r${i}`, ...keys(i)}))
    });
    expect(counts("seen_within_48_hours")).toMatchObject({units: 64, numerator: 39, denominator: 64});
  });

  it("is two calendar days, whatever the hour", () => {
    expect(read([referral("2025-01-11T00:00", named)])("seen_within_48_hours")?.numerator).toBe(1);
    expect(read([referral("2025-01-10T23:59", named)])("seen_within_48_hours")?.numerator).toBe(0);
    expect(read([referral("2025-01-11", named)])("seen_within_48_hours")?.numerator).toBe(1);
  });
});

describe("time to first service (AC-01b)", () => {
  const time = (...args: Parameters<typeof read>) => read(...args)("time_to_first_service")?.times;

  it("runs to the first treated session of the referral's episode", () => {
    const missed = session("2025-01-11", {attendance: "no_show"});
    const later = session("2025-01-20");
    expect(
      time([referral("2025-01-08", named)], [missed, later, session("2025-01-13", {attendance: "partial"})])
    ).toEqual([{time: 5, event: "served"}]);
  });

  it("is 0 days where the service came before the referral", () => {
    expect(time([referral("2025-01-14", named)])).toEqual([{time: 0, event: "served"}]);
  });

  it("of those who never start runs to as-of", () => {
    expect(time([referral("2025-01-08")], [], "2025-02-08")).toEqual([{time: 31, event: "censored"}]);
    expect(time([referral("2025-01-08", named)], [], "2025-02-08")).toEqual([{time: 31, event: "censored"}]);
  });

  it("is mature 30 days after the referral", () => {
    const on = (as_of: string) => read([referral("2025-01-08", named)], [], as_of)("time_to_first_service");
    expect(on("2025-02-06")).toMatchObject({units: 0, denominator: 0, immature: true});
    expect(on("2025-02-07")).toMatchObject({units: 1, immature: false});
  });

  it("leaves out who was ineligible, referred elsewhere or came later by own wish", () => {
    const outcomes = ["ineligible", "referred_elsewhere", "client_delayed"];
    for (const outcome of outcomes) expect(time([referral("2025-01-08", {...named, outcome})])).toBeUndefined();
    for (const outcome of ["admitted", "declined", "lost", "waiting", null]) {
      expect(time([referral("2025-01-08", {...named, outcome})])).toHaveLength(1);
    }
  });

  it("counts under the referral's own program, in no other breakdowns than program and site", () => {
    const counts = read([referral("2025-01-08", {...named, program_key: "q"})]);
    expect(counts("time_to_first_service", {breakdown: "program", group: "q"})?.units).toBe(1);
    expect(counts("time_to_first_service", {breakdown: "program", group: "p"})).toBeUndefined();
    expect(counts("time_to_first_service", {breakdown: "site", group: "t", period: "2025-01"})?.units).toBe(1);
    expect(counts("time_to_first_service", {breakdown: "payer", group: "unknown"})).toBeUndefined();
  });
});

describe("duplicate referrals", () => {
  const kept = (...referrals: ReferralRow[]) => keptReferrals(referrals).map(({referral_key}) => referral_key);

  it("are within 30 days of the last one that was kept, not of the last one", () => {
    const days = ["2025-01-01", "2025-01-31", "2025-02-01", "2025-03-01", "2025-03-03", "2025-03-04"];
    expect(kept(...days.map((day) => referral(day)))).toEqual(["2025-01-01", "2025-02-01", "2025-03-04"]);
  });

  it("are of one client and program", () => {
    const other = referral("2025-01-02", {program_key: "q"});
    const another = referral("2025-01-03", {client_key: "d"});
    const elsewhere = referral("2025-01-04", {source: "south"});
    expect(kept(referral("2025-01-01"), other, another, elsewhere)).toHaveLength(4);
  });

  it("are never found where the client is not named", () => {
    const nobody = {client_key: null};
    expect(kept(referral("2025-01-01", nobody), referral("2025-01-02", nobody), referral("2025-01-03"))).toHaveLength(
      3
    );
  });

  it("of one date come after the date alone, then by time, then by key", () => {
    const received = (received_at: string, referral_key: string) => referral(received_at, {referral_key});
    const timed = [received("2025-01-01T00:00", "a"), received("2025-01-01", "b")];
    expect(kept(...timed)).toEqual(["b"]);
    expect(kept(received("2025-01-01T09:00", "a"), received("2025-01-01T08:00", "b"))).toEqual(["b"]);
    expect(kept(received("2025-01-01", "\u{1D4B3}"), received("2025-01-01", "～"))).toEqual(["～"]);
  });

  it("give their episode to the kept one that has none, the earliest first", () => {
    const first = referral("2025-01-01");
    const asks = [
      first,
      referral("2025-01-02"),
      referral("2025-01-03", named),
      referral("2025-01-04", {episode_key: "f"})
    ];
    expect(keptReferrals(asks)).toEqual([{...first, episode_key: "e"}]);
    const own = referral("2025-01-01", {episode_key: "g"});
    expect(keptReferrals([own, ...asks.slice(1)])).toEqual([own]);
  });

  it("are judged before exclusions: a duplicate of an excluded one does not count", () => {
    const excluded = referral("2025-01-01", {outcome: "ineligible"});
    expect(read([excluded, referral("2025-01-31", named)])("seen_within_48_hours")).toBeUndefined();
    expect(read([excluded, referral("2025-02-01", named)])("seen_within_48_hours")?.units).toBe(1);
    const late = referral("2025-01-31", {outcome: "ineligible"});
    expect(read([referral("2025-01-01", named), late])("seen_within_48_hours")?.units).toBe(1);
  });
});
