import {describe, expect, it} from "vitest";
import {latticeOf, type MartCell} from "../../src/publish/lattice.ts";
import {groupPrograms} from "../../src/publish/programs.ts";

const row = {
  source: "ehr",
  program_key: "iop+eve",
  site_key: "north",
  name: "Evening IOP",
  population: "mh",
  level_of_care: "iop"
};
const cell: MartCell = {
  dimension: "all",
  group_key: "",
  source: "ehr",
  program_key: "iop+eve",
  period_type: "month",
  period_on: "2026-02-01"
};

describe("the published lattice", () => {
  it("takes a month's count of a program to all, program and site by every period, to its other groups by the longer ones", () => {
    const spots = latticeOf(groupPrograms([row]), [])(cell);
    const places = spots.map(({breakdown, group, period}) => `${breakdown} ${group} ${period}`);
    expect(places.filter((place) => place.startsWith("program"))).toEqual([
      "program iop+eve ",
      "program iop+eve 2026",
      "program iop+eve 2026-Q1",
      "program iop+eve 2026-02"
    ]);
    expect(places.filter((place) => place.startsWith("level_of_care"))).toEqual([
      "level_of_care iop ",
      "level_of_care iop 2026",
      "level_of_care iop 2026-Q1"
    ]);
  });

  it("joins the keys of a crossed breakdown by +, with a + inside a key written %2B, by year and all time only", () => {
    const payer = {
      ...cell,
      dimension: "payer",
      group_key: "a+b",
      period_type: "quarter",
      period_on: "2026-01-01"
    } as const;
    const crossed = latticeOf(groupPrograms([row]), ["program+payer"])(payer).filter(
      ({breakdown}) => breakdown === "program+payer"
    );
    expect(crossed.map(({group, period}) => [group, period])).toEqual([
      ["iop%2Beve+a%2Bb", ""],
      ["iop%2Beve+a%2Bb", "2026"]
    ]);
  });

  it("leaves a single key as it is", () => {
    const payer = {
      ...cell,
      dimension: "payer",
      group_key: "a+b",
      period_type: "quarter",
      period_on: "2026-01-01"
    } as const;
    const [single] = latticeOf(groupPrograms([row]), [])(payer);
    expect(single?.group).toBe("a+b");
  });

  it("adds a count that does not add up to its own length of period only", () => {
    const year = {...cell, period_type: "year", period_on: "2026-01-01"} as const;
    const periods = new Set(latticeOf(groupPrograms([row]), [])(year, true).map(({period_type}) => period_type));
    expect([...periods]).toEqual(["year"]);
  });

  it("tells programs and sites of two sources apart where they use the same key", () => {
    const [first, second] = groupPrograms([row, {...row, source: "other", site_key: "south"}]);
    expect([first?.group, second?.group]).toEqual(["ehr/iop+eve", "other/iop+eve"]);
    expect([first?.site, second?.site]).toEqual(["north", "south"]);
  });
});
