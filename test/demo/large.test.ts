import {describe, expect, it} from "vitest";
import type {DemoDelivery} from "../../src/demo/deliveries.ts";
import {largeOrganisation} from "../../src/demo/large.ts";
import {isDefective} from "./judge_row.ts";
import {type Cells, keyOf, type ReadRow, readDelivery, textOf} from "./read_example.ts";

const episodes = 1000;
const deliveries = largeOrganisation({episodes});
const [first, night] = deliveries.map(readDelivery);

function rowsOf(name: string, delivery = first): ReadRow[] {
  return delivery?.rows.filter(({file}) => file === `${name}.csv`) ?? [];
}

function byKey(name: string, delivery = first): Map<string, Cells> {
  return new Map(rowsOf(name, delivery).map((row) => [keyOf(row), row.cells]));
}

function allText(all: readonly DemoDelivery[]): string {
  return all.flatMap((delivery) => delivery.files.map(({name}) => textOf(delivery, name))).join("");
}

describe("a large organisation", () => {
  it("has 24 sessions and 8 assessments an episode, as its control totals say", () => {
    expect([rowsOf("episodes"), rowsOf("sessions"), rowsOf("assessments")].map(({length}) => length)).toEqual([
      episodes,
      24 * episodes,
      8 * episodes
    ]);
    expect(first?.counts).toEqual({episodes, sessions: 24 * episodes, assessments: 8 * episodes});
    expect(night?.counts).toEqual({episodes: 10, sessions: 240, assessments: 80});
  });

  it("is the same text for the same seed, and each file can be read twice", () => {
    const text = allText(deliveries);
    expect(allText(deliveries) === text).toBe(true);
    expect(allText(largeOrganisation({episodes})) === text).toBe(true);
    expect(allText(largeOrganisation({episodes, seed: 2})) === text).toBe(false);
  });

  it("has no defective row and no key twice in a file", () => {
    for (const delivery of [first, night]) {
      const rows = delivery?.rows ?? [];
      expect(rows.filter((row) => isDefective(row, delivery?.delivered_on ?? "")).length).toBe(0);
      expect(new Set(rows.map((row) => `${row.file}/${keyOf(row)}`)).size).toBe(rows.length);
    }
  });

  it("names only clients, programs and episodes that are there, and sessions within their episode", () => {
    const [clients, programs, known] = [byKey("clients"), byKey("programs"), byKey("episodes")];
    for (const {client_key = "", program_key = ""} of known.values())
      expect([clients.has(client_key), programs.has(program_key)]).toEqual([true, true]);
    const outside = rowsOf("sessions").filter(({cells: {episode_key = "", held_on = ""}}) => {
      const {admitted_on = "9999", discharged_on = ""} = known.get(episode_key) ?? {};
      return held_on < admitted_on || (discharged_on !== "" && held_on > discharged_on);
    });
    expect(outside).toEqual([]);
  });

  it("gives a person at most one open episode in a program", () => {
    const open = [...byKey("episodes").values()].filter(({discharged_on}) => discharged_on === "");
    expect(open.length).toBeGreaterThan(5);
    expect(new Set(open.map(({client_key, program_key}) => `${client_key} ${program_key}`)).size).toBe(open.length);
  });

  it("changes half of the night's episodes and adds the other half", () => {
    const [before, after] = [byKey("episodes"), byKey("episodes", night)];
    const known = [...after].filter(([key]) => before.has(key));
    expect(known.length).toBe(5);
    expect(known.every(([key, cells]) => cells.payer !== before.get(key)?.payer)).toBe(true);
    const sessions = byKey("sessions");
    const again = [...byKey("sessions", night)].filter(([key]) => sessions.has(key));
    const corrected = again.filter(([key, cells]) => cells.attended_minutes !== sessions.get(key)?.attended_minutes);
    expect(again.length).toBe(120);
    expect(corrected.length).toBeGreaterThan(10);
    expect(corrected.length).toBeLessThan(60);
  });

  it("comes in pieces, none of which is a whole file", () => {
    const file = deliveries[0]?.files.find(({name}) => name === "sessions.csv");
    const lengths = [...(file?.chunks ?? [])].map(({length}) => length);
    expect(lengths.length).toBeGreaterThan(20);
    expect(Math.max(...lengths)).toBeLessThan(80000);
  });
});
