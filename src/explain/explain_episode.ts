import {isOverUnits, type Measure} from "../measures/measure.ts";
import type {Dictionary} from "./dictionary.ts";
import type {Facts} from "./facts.ts";
import {judgeMeetings} from "./judge_meetings.ts";
import {judgeRatio} from "./judge_ratio.ts";
import {judgeReferrals} from "./judge_referrals.ts";
import {judgeEpisode} from "./judge_unit.ts";
import {bestOf, type RatioVerdict, type UnitVerdict, type Verdict} from "./verdict.ts";

/**
 * Why an episode counts in a measure, or does not. The columns of the warehouse decide; every reason is read anew from the rows,
 * and one that contradicts its column is a mistake of ours and throws.
 */
export function explainEpisode(measure: Measure, facts: Facts, dictionary: Dictionary): Verdict {
  const {id: name, version, label} = measure;
  const {source, as_of, episode} = facts;
  const head = {measure: name, version, label, source, episode_key: episode.key, as_of};
  if (!isOverUnits(measure)) {
    const ratio: RatioVerdict = judgeRatio(measure, facts);
    return {...head, counts: ratio.counts, nothing: null, units: [], ratio};
  }
  const units = unitsOf(measure, facts, dictionary);
  return {
    ...head,
    counts: bestOf(units),
    nothing: units.length === 0 ? nothing[measure.grain] : null,
    units,
    ratio: null
  };
}

const nothing = {
  episode: "",
  score: "",
  referral: "no referral that takes part led to the episode",
  meeting: "the client was treated in no group meeting during the episode"
} as const;

function unitsOf(
  measure: Exclude<Measure, {kind: "session_ratio"}>,
  facts: Facts,
  dictionary: Dictionary
): UnitVerdict[] {
  switch (measure.grain) {
    case "episode":
    case "score":
      return [judgeEpisode(measure, facts, dictionary)];
    case "referral":
      return judgeReferrals(measure, facts, dictionary);
    case "meeting":
      return judgeMeetings(measure, facts, dictionary);
  }
}
