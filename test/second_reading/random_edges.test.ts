import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {takingPart} from "./context.ts";
import {daysBetween} from "./days.ts";
import {minutesOf, weekOf} from "./dose.ts";
import {type Facts, factsOf} from "./facts.ts";
import {instruments, thresholds} from "./instruments.ts";
import {randomCase} from "./random_statement.ts";
import {keptReferrals} from "./referrals.ts";
import type {ReferralRow} from "./rows.ts";
import type {EpisodeFacts} from "./units.ts";

const cases = fc.sample(randomCase(), {numRuns: 300, seed: 42});
const facts = cases.map((one) => factsOf(one.statement, one));
const episodes = facts.flatMap((one) => one.episodes);

/** Edges among these that no random statement came to. */
function unreached(edges: string[], found: string[]): string[] {
  const reached = new Set(found);
  return edges.filter((edge) => !reached.has(edge));
}

describe("random statements reach", () => {
  it("services on the days of referral and after it, before and never", () => {
    const days = facts.flatMap((one) => one.referrals.map((r) => `${r.days_to_service}`));
    expect(unreached(["0", "1", "2", "3", "null"], days)).toEqual([]);
  });

  it("referrals 30 and 31 days after the last, dropped and kept, some of which lend their episode", () => {
    const found = cases.flatMap((one) => gapsOf(takingPart(one.statement).referrals));
    const edges = ["dropped after 30", "kept after 31", "kept after 30 from a dropped one", "lent an episode"];
    expect(unreached(edges, found)).toEqual([]);
  });

  it("admissions around the ends of the windows, and transfers that continue", () => {
    const found = facts.flatMap(admissionsOf);
    const edges = [0, 1, 30, 31, 90, 91].map((day) => `same ${day}`);
    const transfers = [0, 1, 2].map((day) => `transferred elsewhere ${day}`);
    expect(unreached([...edges, ...transfers], found)).toEqual([]);
  });

  it("meetings at both ends of the range, of few people and of many", () => {
    const sizes = facts.flatMap((one) => one.meetings.map((m) => `${m.attendees.length}`));
    expect(unreached(["5", "6", "15", "16"], sizes)).toEqual([]);
  });

  it("weeks exactly at dose, half a minute below and half a minute above", () => {
    const distances = episodes.flatMap(dosesOf);
    expect(unreached(["0", "-0.5", "0.5"], distances)).toEqual([]);
  });

  it("every change of item 9, and item 9 left out", () => {
    const found = episodes.flatMap(({phq9: {baseline, post_last}}) =>
      baseline === null ? [] : [`${baseline.item_9}`, `${baseline.item_9} to ${post_last?.item_9}`]
    );
    expect(unreached(["0", "1", "2", "3", "null", "0 to 0", "0 to 1", "1 to 0", "1 to 1", "0 to null"], found)).toEqual(
      []
    );
  });

  it.each(instruments)("gains of the %s at their edges", (instrument) => {
    const {reliable} = thresholds[instrument];
    const found = episodes.flatMap((one) => {
      const {baseline, post_last, followup} = one[instrument];
      if (!one.last_discharge_of_quarter || baseline === null || post_last === null || followup === null) return [];
      const beyond = [
        baseline.value - post_last.value,
        baseline.value - followup.value,
        followup.value - post_last.value
      ].map((points) => points - reliable);
      return [`fell ${beyond[0]}`, `still ${beyond[1]}`, `worse ${beyond[2]}`, `still 0 worse ${beyond[2]}`];
    });
    const edges = ["fell", "still", "worse"].flatMap((what) => [`${what} -1`, `${what} 0`]);
    expect(unreached([...edges, "still 0 worse 0"], found)).toEqual([]);
  });
});

function gapsOf(referrals: ReferralRow[]): string[] {
  const kept = keptReferrals(referrals);
  return referrals.flatMap((one) => {
    const own = kept.find((k) => k.source === one.source && k.referral_key === one.referral_key);
    const lent = own !== undefined && one.episode_key === null && own.episode_key !== null ? ["lent an episode"] : [];
    const before = referrals.filter(
      (r) =>
        r.client_key !== null &&
        r.source === one.source &&
        r.client_key === one.client_key &&
        r.program_key === one.program_key &&
        r.received_on < one.received_on
    );
    const gaps = before.map((r) => {
      const dropped = !kept.some((k) => k.source === r.source && k.referral_key === r.referral_key);
      const gap = daysBetween(r.received_on, one.received_on);
      return `${own === undefined ? "dropped" : "kept"} after ${gap}${own !== undefined && dropped ? " from a dropped one" : ""}`;
    });
    return [...lent, ...gaps];
  });
}

function admissionsOf({episodes}: Facts): string[] {
  return episodes.flatMap(({episode: index, closed_by_death}) => {
    const {discharged_on} = index;
    if (discharged_on === null || closed_by_death) return [];
    const others = episodes
      .map(({episode}) => episode)
      .filter((e) => e !== index && e.source === index.source && e.client_key === index.client_key);
    return others.map((e) => {
      const day = daysBetween(discharged_on, e.admitted_on);
      if (e.program_key === index.program_key) return `same ${day}`;
      return index.discharge_reason === "transferred" ? `transferred elsewhere ${day}` : "";
    });
  });
}

function dosesOf({episode, los_days, sessions}: EpisodeFacts): string[] {
  const {prescribed_hours_week: prescribed, admitted_on} = episode;
  if (prescribed === null) return [];
  return Array.from({length: Math.floor((los_days ?? 0) / 7)}, (_, week) => {
    const minutes = minutesOf(sessions.filter((s) => weekOf(admitted_on, s.held_on) === week));
    return `${minutes - 48 * prescribed}`;
  });
}
