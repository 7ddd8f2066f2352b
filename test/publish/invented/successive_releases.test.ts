import {describe, expect, inject, it} from "vitest";
import {Random} from "../../../src/statistics/random.ts";
import {type Clinic, correct, drawClinic, drawPerson, kinds, type Person} from "./people.ts";
import {type Leak, Reader} from "./reader.ts";
import {measures, publishUnprotected, Releases, timedMeasures} from "./releases.ts";

/** Organisations of a long run by hand. */
const runs = Number(process.env.RELEASE_CHAINS ?? 0);
const drawn = inject("seed");

interface Organisation {
  readonly random: Random;
  readonly clinic: Clinic;
  readonly people: readonly Person[];
}

function organisation(index: number, {largest = 220, seed = drawn} = {}): Organisation {
  const random = new Random(seed, index);
  const clinic = drawClinic(random);
  return {random, clinic, people: Array.from({length: random.between(30, largest)}, () => drawPerson(random, clinic))};
}

/** What somebody learns who reads two to five releases, between any two of which one to three people differ. */
async function readChain({random, clinic, people: first}: Organisation, releases: Releases): Promise<[Leak[], Reader]> {
  const reader = new Reader(releases.measures);
  const leaks: Leak[] = [];
  let people = first;
  const count = random.between(2, 5);
  for (let index = 0; index < count; index += 1) {
    if (index > 0) people = correct(random, clinic, people, someKinds(random));
    leaks.push(...reader.read(await releases.publish(people, `2026-04-${10 + index}`)));
  }
  return [leaks, reader];
}

function someKinds(random: Random) {
  return Array.from({length: random.between(1, 3)}, () => random.pick(kinds));
}

describe("somebody who keeps every release of a small organisation, and subtracts", () => {
  it.each([
    ["who completed and got better, and what they attended", measures, 2],
    ["when they left", timedMeasures, 2]
  ])(
    "learns of no one to ten people: %s",
    async (_, own, usual) => {
      let known = 0;
      for (let index = 0; index < (runs || usual); index += 1) {
        const [leaks, reader] = await readChain(organisation(index), new Releases(own));
        expect(leaks, `organisation ${index} of PLUMBLINE_SEED=${drawn}`).toEqual([]);
        known += reader.known[0] ?? 0;
      }
      expect(known).toBeGreaterThan(0);
    },
    7_200_000
  );

  it("learns nothing of one person, in whichever way they are corrected from one night to the next", async () => {
    const {random, clinic, people: first} = organisation(0, {largest: 50});
    const releases = new Releases();
    const reader = new Reader(releases.measures);
    let people = first;
    reader.read(await releases.publish(people, "2026-04-10"));
    for (const [night, kind] of kinds.entries()) {
      people = correct(random, clinic, people, [kind]);
      expect(reader.read(await releases.publish(people, `2026-04-${11 + night}`)), kind).toEqual([]);
    }
  });

  const usual = organisation(0, {seed: 1});

  it("would learn of some if each release were protected by itself", async () => {
    const releases = new Releases(measures, {forgets: true});
    const [leaks] = await readChain(usual, releases);
    expect(leaks.filter(({count}) => Math.abs(count) <= 3).length).toBeGreaterThan(10);
  });

  it("would learn of many if none were", () => {
    const leaks = new Reader(measures).read(publishUnprotected(usual.people, "2026-04-10"));
    expect(leaks.length).toBeGreaterThan(100);
  });
});
