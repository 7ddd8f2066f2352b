import {describe, expect, inject, it} from "vitest";
import {Random} from "../../../src/statistics/random.ts";
import {drawClinic, drawPerson, type Person} from "../invented/people.ts";
import {measures, type Published, publishUnprotected, Releases, timedMeasures} from "../invented/releases.ts";
import {type Attacked, attack} from "./attack.ts";

/** Organisations of a long run by hand. */
const runs = Number(process.env.RELEASE_CHAINS ?? 0);
const drawn = inject("seed");
const as_of = "2026-04-10";

function peopleOf(index: number, seed = drawn): Person[] {
  const random = new Random(seed, "one release", index);
  const clinic = drawClinic(random);
  return Array.from({length: random.between(30, 220)}, () => drawPerson(random, clinic));
}

function attacked({tables, programs}: Published): Attacked {
  return attack((name) => tables[name] ?? [], programs);
}

describe("somebody who reads the files of one release of a small organisation, and adds up what is hidden", () => {
  it.each([
    ["who completed and got better, and what they attended", measures, 4],
    ["when they left", timedMeasures, 2]
  ])(
    "finds no one to ten people: %s",
    async (_, own, usual) => {
      let derived = 0;
      for (let index = 0; index < (runs || usual); index += 1) {
        const found = attacked(await new Releases(own).publish(peopleOf(index), as_of));
        expect(found.leaks, `organisation ${index} of PLUMBLINE_SEED=${drawn}`).toEqual([]);
        derived += found.derived.size;
      }
      expect(derived).toBeGreaterThan(0);
    },
    7_200_000
  );

  it("would find some if nobody were protected", () => {
    expect(attacked(publishUnprotected(peopleOf(0, 1), as_of)).leaks.length).toBeGreaterThan(100);
  });

  it("finds the one program of three that is hidden by itself", () => {
    const row = (breakdown: string, group: string, units: string, numerator: string) => ({
      ...{measure: "completion", breakdown, group, period_type: "all", period: ""},
      ...{units, denominator: units, numerator, status: units === "" ? "suppressed" : "published"}
    });
    const results = [row("all", "", "60", "36"), row("program", "a", "30", "18"), row("program", "b", "25", "13")];
    const tables = {results: [...results, row("program", "c", "", "")]};
    const {leaks} = attacked({as_of, tables, programs: []});
    expect(leaks).toContain("episode discharged_on: is_discharged & is_treated @ program|c|all|: 5");
    expect(leaks).toContain("episode discharged_on: is_completed & is_discharged & is_treated @ program|c|all|: 5");
  });
});
