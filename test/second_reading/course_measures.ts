import type {Facts} from "./facts.ts";
import {type Measure, type Unit, unit} from "./measure.ts";
import type {InstrumentFacts} from "./scores.ts";
import type {EpisodeFacts} from "./units.ts";

/** TT-03 to TT-07: finished courses, by PHQ-9 and GAD-7 together. */
export const courseMeasures: Measure[] = [
  {
    id: "recovery",
    kind: "proportion",
    months: true,
    units: (all) => finished(all, isCase, isRecovered)
  },
  {
    id: "reliable_recovery",
    kind: "proportion",
    months: true,
    units: (all) => finished(all, isCase, isReliablyRecovered)
  },
  {
    id: "reliable_improvement",
    kind: "proportion",
    months: true,
    units: (all) => finished(all, isPaired, isImproved)
  },
  {
    id: "reliable_deterioration",
    kind: "proportion",
    months: true,
    units: (all) => finished(all, isPaired, isDeteriorated)
  },
  {
    id: "no_reliable_change",
    kind: "proportion",
    months: true,
    units: (all) => finished(all, isPaired, isUnchanged)
  },
  {
    id: "paired_completeness",
    kind: "proportion",
    months: true,
    units: (all) => finished(all, () => true, isPaired)
  }
];

type Judgement = (facts: EpisodeFacts) => boolean;

/** Finished episodes by discharged_on; nobody is left out for age or death (17.2). */
function finished({episodes}: Facts, included: Judgement, met: Judgement): Unit[] {
  const units: Unit[] = [];
  for (const facts of episodes) {
    const on = facts.episode.discharged_on;
    if (facts.finished && on !== null && included(facts)) units.push(unit(facts, on, met(facts)));
  }
  return units;
}

/** 17.3: the first complete score is in the clinical range on either instrument, paired or not. */
function isCase(facts: EpisodeFacts): boolean {
  const phq9 = facts.phq9.first_complete;
  const gad7 = facts.gad7.first_complete;
  return (phq9 !== null && phq9.value >= 10) || (gad7 !== null && gad7.value >= 8);
}

/** TT-07: first and last of both instruments. */
function isPaired(facts: EpisodeFacts): boolean {
  return facts.phq9.last_complete !== null && facts.gad7.last_complete !== null;
}

/** TT-03, of a case: both last scores below the cuts. */
function isRecovered(facts: EpisodeFacts): boolean {
  const phq9 = facts.phq9.last_complete;
  const gad7 = facts.gad7.last_complete;
  if (phq9 === null || gad7 === null) return false; // 17.3
  return phq9.value < 10 && gad7.value < 8;
}

function isReliablyRecovered(facts: EpisodeFacts): boolean {
  return isRecovered(facts) && isImproved(facts);
}

/** TT-04: one falls by its threshold and neither rises by its threshold (16.8: mixed change is neither). */
function isImproved(facts: EpisodeFacts): boolean {
  const phq9 = fall(facts.phq9);
  const gad7 = fall(facts.gad7);
  if (phq9 === null || gad7 === null) return false;
  return (phq9 >= 6 || gad7 >= 4) && !(phq9 <= -6) && !(gad7 <= -4);
}

/** TT-05 */
function isDeteriorated(facts: EpisodeFacts): boolean {
  const phq9 = fall(facts.phq9);
  const gad7 = fall(facts.gad7);
  if (phq9 === null || gad7 === null) return false;
  return (phq9 <= -6 || gad7 <= -4) && !(phq9 >= 6) && !(gad7 >= 4);
}

/** TT-05b: everything else, mixed change too. */
function isUnchanged(facts: EpisodeFacts): boolean {
  return !isImproved(facts) && !isDeteriorated(facts);
}

function fall(instrument: InstrumentFacts): number | null {
  if (instrument.first_complete === null || instrument.last_complete === null) return null;
  return instrument.first_complete.value - instrument.last_complete.value;
}
