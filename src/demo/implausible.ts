import {Random} from "../statistics/random.ts";
import {type ImplausibleFault, implausibleFaults} from "./implausible_faults.ts";
import type {Organisation, Story} from "./organisation.ts";

/** Something that loads without a defect and is not to be believed; a check should name exactly these keys. */
export interface Implausible {
  readonly fault: string;
  readonly because: string;
  readonly file: ImplausibleFault["file"];
  readonly keys: readonly string[];
}

export interface Planted {
  readonly organisation: Organisation;
  readonly implausible: readonly Implausible[];
}

/** The organisation with faults that only a plausibility check can see, each on episodes of its own. */
export function plantImplausible(organisation: Organisation): Planted {
  const taken = new Set<number>();
  const implausible: Implausible[] = [];
  let stories = organisation.stories;
  for (const fault of implausibleFaults) {
    const victims = pickVictims(organisation, stories, fault, taken);
    const changed = new Map(victims.map((story) => [story.episode.number, fault.spoil(story, organisation)]));
    stories = stories.flatMap((story) => changed.get(story.episode.number) ?? [story]);
    const keys = [...changed.values()].flatMap((after) => fault.keys(after)).sort();
    implausible.push({
      fault: fault.fault,
      because: fault.because,
      file: fault.file,
      keys
    });
  }
  return {organisation: {...organisation, stories}, implausible};
}

/** People with a single episode, so that a fault touches no other one; in an order of the seed's own. */
function pickVictims(
  organisation: Organisation,
  stories: readonly Story[],
  fault: ImplausibleFault,
  taken: Set<number>
): Story[] {
  const random = new Random(organisation.span.seed, "implausible", fault.fault);
  const fitting = stories.filter((story) => story.episode.last_attended_on !== null && fault.fits(story, organisation));
  const stays = Map.groupBy(stories, ({episode}) => episode.client.client_key);
  const lone = fitting.filter(
    ({episode}) => stays.get(episode.client.client_key)?.length === 1 && !taken.has(episode.number)
  );
  const victims = fault.count === Number.POSITIVE_INFINITY ? fitting : sample(random, lone, fault.count);
  for (const {episode} of victims) taken.add(episode.number);
  return victims;
}

function sample(random: Random, stories: readonly Story[], count: number): Story[] {
  const ordered = stories.map((story) => ({story, place: random.bits()})).sort((a, b) => a.place - b.place);
  return ordered.slice(0, count).map(({story}) => story);
}
