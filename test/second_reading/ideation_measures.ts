import type {Facts} from "./facts.ts";
import {type Measure, type Unit, unit} from "./measure.ts";
import type {EpisodeFacts} from "./units.ts";

/** PHQ-03: treated episodes by discharged_on; nobody is left out for age or death (17.2). */
export const ideationMeasures: Measure[] = [
  {id: "ideation_at_baseline", kind: "proportion", months: true, units: atBaseline},
  {id: "ideation_new", kind: "proportion", months: true, units: (all) => atBoth(all, isNew)},
  {id: "ideation_resolved", kind: "proportion", months: true, units: (all) => atBoth(all, isResolved)}
];

function discharged({episodes}: Facts): {facts: EpisodeFacts; on: string}[] {
  return episodes.flatMap((facts) => {
    const on = facts.episode.discharged_on;
    return facts.treated && on !== null ? [{facts, on}] : [];
  });
}

/** 17.8: of G-06's baseline, item 9 answered; any answer but "not at all". */
function atBaseline(all: Facts): Unit[] {
  return discharged(all).flatMap(({facts, on}) => {
    const before = facts.phq9.baseline?.item_9 ?? null;
    return before === null ? [] : [unit(facts, on, before >= 1)];
  });
}

/** 17.8: item 9 answered at baseline and at post_last, whatever the answer at baseline. */
function atBoth(all: Facts, met: (before: number, after: number) => boolean): Unit[] {
  return discharged(all).flatMap(({facts, on}) => {
    const before = facts.phq9.baseline?.item_9 ?? null;
    const after = facts.phq9.post_last?.item_9 ?? null;
    return before === null || after === null ? [] : [unit(facts, on, met(before, after))];
  });
}

function isNew(before: number, after: number): boolean {
  return before === 0 && after >= 1;
}

function isResolved(before: number, after: number): boolean {
  return before >= 1 && after === 0;
}
