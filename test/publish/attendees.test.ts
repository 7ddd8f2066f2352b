import fc from "fast-check";
import {afterAll, beforeAll, expect, it} from "vitest";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {measures} from "../../src/measures/index.ts";
import {peopleInMeetings} from "../../src/publish/attendees.ts";
import type {Group, Period} from "../../src/publish/lattice.ts";
import {readPrograms} from "../../src/publish/programs.ts";
import {resultOf} from "../../src/publish/result.ts";
import {rollUp} from "../../src/publish/roll_up.ts";
import {defaultSettings} from "../../src/settings.ts";
import {build} from "../../src/warehouse/build.ts";
import {factsOf} from "../second_reading/facts.ts";
import type {MeetingFacts} from "../second_reading/meetings.ts";
import {periodOf} from "../second_reading/periods.ts";
import {type RandomCases, randomCases} from "../second_reading/random_statement.ts";
import {buildOptions} from "../warehouse/build_options.ts";
import {joinStatements} from "../warehouse/join_statements.ts";
import {loadStatement} from "../warehouse/load_statement.ts";
import {forEachWarehouse, type TestWarehouse} from "../warehouses.ts";
import {protectResults} from "./protected.ts";

const ofMeetings = measures.filter(({grain}) => grain === "meeting");

/** Places of a meeting: all, its program and its site, by every length of period. */
function placesOf({groups, held_on}: MeetingFacts): (Group & Period)[] {
  return (["all", "program", "site"] as const).flatMap((breakdown) =>
    (["all", "year", "quarter", "month"] as const).map((period_type) => ({
      ...{breakdown, group: groups[breakdown]},
      ...{period_type, period: periodOf(held_on, period_type)}
    }))
  );
}

/** Distinct clients of the meetings of each place. */
function clientsByPlace(meetings: readonly MeetingFacts[]): Map<string, Set<string>> {
  const clients = new Map<string, Set<string>>();
  for (const meeting of meetings) {
    for (const place of placesOf(meeting)) {
      const there = clients.get(keyOf(place)) ?? new Set();
      clients.set(keyOf(place), there);
      for (const client of meeting.attendees) there.add(client);
    }
  }
  return clients;
}

function keyOf({breakdown, group, period_type, period}: Group & Period): string {
  return [breakdown, group, period_type, period].join(" | ");
}

forEachWarehouse((open) => {
  let opened: TestWarehouse;
  let warehouse: Warehouse;
  beforeAll(async () => {
    opened = await open();
    warehouse = opened.warehouse;
  });
  afterAll(() => opened.dispose());

  it("meetings of fewer than 11 distinct clients are hidden, however often they met", async () => {
    const seen = {few: 0, many: 0};
    await fc.assert(
      fc.asyncProperty(randomCases(5), async (cases) => {
        const {few, many} = await isHiddenAsRead(cases);
        seen.few += few;
        seen.many += many;
      }),
      {numRuns: 6, endOnFailure: true}
    );
    expect(seen.few).toBeGreaterThan(20);
    expect(seen.many).toBeGreaterThan(20);
  });

  async function isHiddenAsRead({statements, ...reading}: RandomCases): Promise<{few: number; many: number}> {
    const {as_of} = reading;
    const statement = joinStatements(statements);
    await loadStatement(warehouse, statement, as_of);
    const counts = {measures: ofMeetings, dimensions: ["all"], suffix: ""} as const;
    await build(warehouse, buildOptions({...reading, definition: crypto.randomUUID(), counts}));
    const expected = clientsByPlace(factsOf(statement, reading).meetings);
    const programs = await readPrograms(warehouse, "");
    const peopleIn = await peopleInMeetings(warehouse, programs, "");
    const cells = await rollUp(warehouse, {measures: ofMeetings, programs, crossed: [], as_of, suffix: ""});
    const results = protectResults(
      [...cells.values()].flatMap((cell) => {
        const measure = ofMeetings.find(({id}) => id === cell.place.measure);
        const result = measure === undefined ? null : resultOf(measure, cell, as_of, defaultSettings);
        return result === null ? [] : [result];
      }),
      programs
    );
    expect(new Set(results.map(keyOf))).toEqual(new Set(expected.keys()));
    for (const result of results) {
      const clients = expected.get(keyOf(result))?.size ?? 0;
      // eleven and more are told apart from fewer, not from each other
      expect(Math.min(peopleIn(result), 11), keyOf(result)).toBe(Math.min(clients, 11));
      if (clients < 11) expect(result, keyOf(result)).toMatchObject({status: "suppressed", units: null, value: null});
    }
    const sizes = [...expected.values()].map(({size}) => size);
    return {few: sizes.filter((size) => size < 11).length, many: sizes.filter((size) => size > 10).length};
  }
});
