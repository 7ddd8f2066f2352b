import type {Instrument} from "../instruments/instrument.ts";
import {ideationItemOf} from "../instruments/instrument.ts";
import {type Evidence, onDay, says} from "./evidence.ts";
import type {Assessment, Facts} from "./facts.ts";
import {type Picks, pick, scoreOf} from "./picks.ts";
import {baselineInWords, followupInWords, laterInWords} from "./score_words.ts";

/** Conditions on the scores of one instrument. */
export const scoreEvidence: Readonly<Record<string, (facts: Facts, instrument: Instrument) => Evidence>> = {
  has_baseline: (facts, {id}) => {
    const picks = pick(facts, id);
    return says(picks.baseline !== null, baselineInWords(picks, id, facts), [picks.baseline]);
  },
  has_pair: (facts, {id}) => {
    const picks = pick(facts, id);
    return says(picks.later !== null, laterInWords(picks, id, facts), [picks.later]);
  },
  has_followup: (facts, {id}) => {
    const picks = pick(facts, id);
    return says(picks.followup !== null, followupInWords(picks, id, facts), [picks.followup]);
  },
  has_followup_pair: (facts, {id}) => {
    const picks = pick(facts, id);
    const because = picks.baseline === null ? "no baseline" : followupInWords(picks, id, facts);
    return says(picks.baseline !== null && picks.followup !== null, because, [picks.baseline, picks.followup]);
  },
  has_followup_triple: (facts, {id}) => {
    const picks = pick(facts, id);
    const because =
      picks.later === null
        ? laterInWords(picks, id, facts)
        : `${laterInWords(picks, id, facts)}; ${followupInWords(picks, id, facts)}`;
    return says(picks.later !== null && picks.followup !== null, because, [
      picks.baseline,
      picks.later,
      picks.followup
    ]);
  },
  was_elevated: baselineFrom(({elevated_from}) => elevated_from),
  was_above_mcid: baselineFrom(({minimal_important_change}) => minimal_important_change.points),
  is_reliably_improved: fellBy("baseline", "later", ({reliable_change}) => reliable_change.points),
  is_reliably_worse: fellBy("later", "baseline", ({reliable_change}) => reliable_change.points),
  is_mcid: fellBy("baseline", "later", ({minimal_important_change}) => minimal_important_change.points),
  is_still_better: fellBy("baseline", "followup", ({reliable_change}) => reliable_change.points),
  is_not_worse_since: (facts, instrument) => {
    const risen = fellBy("followup", "later", ({reliable_change}) => reliable_change.points)(facts, instrument);
    const {followup, later} = pick(facts, instrument.id);
    return {...risen, holds: followup !== null && later !== null && !risen.holds};
  },
  is_response: ofPair((first, last) => ({
    holds: 2 * last <= first,
    because: `baseline ${first}, later ${last}: 2 × ${last} = ${2 * last}, ${2 * last <= first ? "at most" : "more than"} ${first}`
  })),
  is_remission: ofPair((_first, last, {remission_below: below}) => ({
    holds: last < below,
    because: `${last} is ${last < below ? "" : "not "}below ${below}`
  })),
  has_ideation_answer: (facts, instrument) => {
    const {baseline} = pick(facts, instrument.id);
    return says(isAnswered(baseline), answerInWords(baseline, "baseline", instrument), [baseline]);
  },
  was_ideating: (facts, instrument) => {
    const {baseline} = pick(facts, instrument.id);
    return says((baseline?.ideation ?? 0) >= 1, answerInWords(baseline, "baseline", instrument), [baseline]);
  },
  has_ideation_pair: answers((before, after) => before !== null && after !== null),
  is_newly_ideating: answers((before, after) => before === 0 && (after ?? 0) >= 1),
  is_no_longer_ideating: answers((before, after) => (before ?? 0) >= 1 && after === 0)
};

type Pair = "baseline" | "later" | "followup";

const names: Readonly<Record<Pair, string>> = {baseline: "baseline", later: "later score", followup: "six-month score"};

/** "17 - 9 = 8, 6 or more" */
function fellBy(from: Pair, to: Pair, limitOf: (instrument: Instrument) => number) {
  return (facts: Facts, instrument: Instrument): Evidence => {
    const {[from]: high, [to]: low} = pick(facts, instrument.id);
    const [first, last] = [scoreOrNull(high, facts), scoreOrNull(low, facts)];
    if (first === null || last === null) return says(false, `no ${names[first === null ? from : to]}`, [high, low]);
    return says(first - last >= limitOf(instrument), differenceInWords(first, last, limitOf(instrument)), [high, low]);
  };
}

/** "17 - 9 = 8, 6 or more", or "13 - 9 = 4, less than 6". */
export function differenceInWords(first: number, last: number, limit: number): string {
  const difference = first - last;
  return `${first} - ${last} = ${difference}, ${difference >= limit ? `${limit} or more` : `less than ${limit}`}`;
}

function baselineFrom(limitOf: (instrument: Instrument) => number) {
  return (facts: Facts, instrument: Instrument): Evidence => {
    const {baseline} = pick(facts, instrument.id);
    const score = scoreOrNull(baseline, facts);
    if (score === null) return says(false, "no baseline");
    const limit = limitOf(instrument);
    return says(score >= limit, `baseline of ${score}, ${score >= limit ? `${limit} or more` : `less than ${limit}`}`, [
      baseline
    ]);
  };
}

function ofPair(judge: (first: number, last: number, instrument: Instrument) => {holds: boolean; because: string}) {
  return (facts: Facts, instrument: Instrument): Evidence => {
    const {baseline, later} = pick(facts, instrument.id);
    const [first, last] = [scoreOrNull(baseline, facts), scoreOrNull(later, facts)];
    if (first === null || last === null) return says(false, "no pair of scores", [baseline, later]);
    const {holds, because} = judge(first, last, instrument);
    return says(holds, because, [baseline, later]);
  };
}

function answers(judge: (before: number | null, after: number | null) => boolean) {
  return (facts: Facts, instrument: Instrument): Evidence => {
    const {baseline, later}: Picks = pick(facts, instrument.id);
    const because = [
      answerInWords(baseline, "baseline", instrument),
      answerInWords(later, "last score", instrument)
    ].join("; ");
    return says(judge(baseline?.ideation ?? null, later?.ideation ?? null), because, [baseline, later]);
  };
}

function isAnswered(one: Assessment | null): boolean {
  return one?.ideation !== null && one !== null;
}

function answerInWords(one: Assessment | null, name: string, instrument: Instrument): string {
  const item = `item ${ideationItemOf(instrument) ?? "on thoughts of death"}`;
  if (one === null) return `no ${name}`;
  return `${item} ${one.ideation === null ? "not answered" : `answered ${one.ideation}`} at the ${name}, ${onDay(one)}`;
}

function scoreOrNull(one: Assessment | null, {settings}: Facts): number | null {
  return one === null ? null : scoreOf(one, settings.prorate);
}
