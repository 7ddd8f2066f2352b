import type {Facts} from "./facts.ts";
import {thresholds} from "./instruments.ts";
import {type Measure, type Unit, unit} from "./measure.ts";
import type {Instrument} from "./rows.ts";

/** ES-01, ES-02 and RC- of one instrument: pairs of baseline and post_last by discharged_on. */
export function scoreMeasures(instrument: Instrument): Measure[] {
  const {reliable, mcid, elevated_from, remission_below} = thresholds[instrument];
  const pairs = (all: Facts) => pairsOf(all, instrument);
  return [
    {id: `${instrument}_change`, kind: "pairs", months: true, units: pairs},
    {
      id: `${instrument}_effect_size`,
      kind: "pairs",
      months: true,
      units: pairs
    },
    proportion(`${instrument}_reliable_improvement`, pairs, 0, (baseline, post) => baseline - post >= reliable),
    proportion(`${instrument}_reliable_deterioration`, pairs, 0, (baseline, post) => baseline - post <= -reliable),
    proportion(`${instrument}_response`, pairs, elevated_from, (baseline, post) => post * 2 <= baseline),
    proportion(`${instrument}_remission`, pairs, elevated_from, (_baseline, post) => post < remission_below),
    proportion(`${instrument}_mcid`, pairs, mcid, (baseline, post) => baseline - post >= mcid)
  ];
}

function proportion(
  id: string,
  pairs: (all: Facts) => Unit[],
  lowestBaseline: number,
  met: (baseline: number, post: number) => boolean
): Measure {
  return {
    id,
    kind: "proportion",
    months: true,
    units(all) {
      const units: Unit[] = [];
      for (const one of pairs(all)) {
        if (one.pair === null || one.pair[0] < lowestBaseline) continue;
        units.push({...one, met: met(one.pair[0], one.pair[1])});
      }
      return units;
    }
  };
}

/** 17.2: treated, discharged, not closed by death, not under 12, with both scores. */
function pairsOf({episodes}: Facts, instrument: Instrument): Unit[] {
  const units: Unit[] = [];
  for (const facts of episodes) {
    const on = facts.episode.discharged_on;
    if (!facts.treated || on === null || facts.closed_by_death || facts.under_12) continue;
    const {baseline, post_last} = facts[instrument];
    if (baseline === null || post_last === null) continue;
    units.push({
      ...unit(facts, on, false),
      pair: [baseline.value, post_last.value]
    });
  }
  return units;
}
