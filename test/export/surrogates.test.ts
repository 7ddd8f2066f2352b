import {describe, expect, it} from "vitest";
import type {EpisodeRow} from "../../src/export/subject.ts";
import {surrogatesOf} from "../../src/export/surrogates.ts";
import {daysBetween} from "../second_reading/days.ts";
import {madeUpSubject} from "./made_up_subject.ts";

const secret = Buffer.alloc(32, 1);

/** One episode each of so many people. */
function people(count: number): EpisodeRow[] {
  return Array.from(
    {length: count},
    (_, number) => madeUpSubject({client_key: `c${number}`, episode_key: `e${number}`}).episode
  );
}

describe("the keys of an export", () => {
  const {personOf, episodeOf} = surrogatesOf(secret, "days_since_admission");

  it("are one for each person and each episode, and hold nothing of the delivered keys", () => {
    const episodes = people(2000);
    expect(new Set(episodes.map(personOf)).size).toBe(2000);
    expect(new Set(episodes.map(episodeOf)).size).toBe(2000);
    expect(
      [...episodes.map(personOf), ...episodes.map(episodeOf)].filter((key) => !/^[pe][0-9a-f]{16}$/.test(key))
    ).toEqual([]);
  });

  it("are the same for all episodes of a person, and other ones where the person is another source's", () => {
    const [first, second, elsewhere] = [
      madeUpSubject({episode_key: "e1"}),
      madeUpSubject({episode_key: "e2"}),
      madeUpSubject({episode_key: "e1", source: "south"})
    ].map(({episode}) => episode) as [EpisodeRow, EpisodeRow, EpisodeRow];
    expect(personOf(first)).toBe(personOf(second));
    expect(episodeOf(first)).not.toBe(episodeOf(second));
    expect(personOf(elsewhere)).not.toBe(personOf(first));
  });

  it("are other ones in each export, so that two cannot be joined, and their order is no order of the data", () => {
    const episodes = people(200);
    const other = surrogatesOf(Buffer.alloc(32, 2), "days_since_admission");
    expect(episodes.filter((one) => other.personOf(one) === personOf(one))).toEqual([]);
    const ranks = episodes.map(episodeOf).map((key, _index, keys) => keys.filter((one) => one < key).length);
    const inOrder = ranks.filter((rank, index) => rank === index).length;
    expect(inOrder).toBeLessThan(10);
  });

  it("say the year of admission as it is", () => {
    const {yearOf} = surrogatesOf(secret, "days_since_admission");
    expect(people(50).map(yearOf)).toEqual(Array(50).fill(2025));
  });
});

describe("moved dates", () => {
  const {moved, yearOf} = surrogatesOf(secret, "shifted");
  const daysOf = (episode: EpisodeRow) => daysBetween("2025-06-01", moved(episode, "2025-06-01") ?? "");

  it("move by whole weeks, from 1 to 26 either way, never by none, each about as often", () => {
    const shifts = people(5200).map(daysOf);
    const counts = [...Map.groupBy(shifts, (days) => days)].map(([days, own]) => ({days, count: own.length}));
    expect(counts.map(({days}) => days).sort((a, b) => a - b)).toEqual([
      ...Array.from({length: 26}, (_, week) => 7 * (week - 26)),
      ...Array.from({length: 26}, (_, week) => 7 * (week + 1))
    ]);
    expect(counts.filter(({count}) => count < 50 || count > 160)).toEqual([]);
  });

  it("keep all days between dates of a person", () => {
    const [one, two] = [madeUpSubject({episode_key: "e1"}).episode, madeUpSubject({episode_key: "e2"}).episode];
    expect(daysOf(one)).toBe(daysOf(two));
    expect(daysBetween(moved(one, "2025-01-05") ?? "", moved(two, "2025-03-01") ?? "")).toBe(55);
    expect(moved(one, null)).toBeNull();
  });

  it("have their own year beside them, lest the true one narrow how far they were moved", () => {
    const years = people(300).map((episode) => [
      yearOf(episode),
      Number(moved(episode, episode.admitted_on)?.slice(0, 4))
    ]);
    expect(years.filter(([year, own]) => year !== own)).toEqual([]);
    expect(new Set(years.map(([year]) => year)).size).toBeGreaterThan(1);
  });
});
