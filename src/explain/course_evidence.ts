import {instruments} from "../instruments/index.ts";
import {type Evidence, onDay, says, type Witness} from "./evidence.ts";
import type {Assessment, Facts, Row} from "./facts.ts";
import {type Picks, pick, scoreOf} from "./picks.ts";
import {baselineInWords, followupInWords, labelOf, scoreInWords} from "./score_words.ts";

/** Conditions on all instruments of an episode together. Thresholds are those of sql/warehouse/episode_change.sql. */
export const courseEvidence: Readonly<Record<string, Witness>> = {
  is_measured_at_baseline: anyInstrument(
    ({baseline}) => baseline,
    (picks, id, facts) => baselineInWords(picks, id, facts)
  ),
  is_measured_at_end: anyInstrument(endScore, endInWords),
  is_followed_up: anyInstrument(
    ({followup}) => followup,
    (picks, id, facts) => followupInWords(picks, id, facts)
  ),
  is_followed_up_wide: anyInstrument(
    ({wide}) => wide,
    (picks, id, facts) => followupInWords(picks, id, facts, true)
  ),
  was_case: (facts) => {
    const courses = judged.map((rule) => ({...rule, ...courseOf(facts, rule.instrument)}));
    const case_ = courses.find(({first, caseness}) => first !== null && complete(first) >= caseness);
    if (case_?.first != null)
      return says(true, `first complete ${scoreInWords(case_.first, false)}, ${case_.caseness} or more`, [case_.first]);
    const because = courses.map(({instrument, first, caseness}) =>
      first === null
        ? `no complete ${labelOf(instrument)}`
        : `first ${labelOf(instrument)} of ${complete(first)}, below ${caseness}`
    );
    return says(
      false,
      because.join("; "),
      courses.map(({first}) => first)
    );
  },
  has_both_pairs: (facts) => {
    const courses = judged.map(({instrument}) => ({instrument, ...courseOf(facts, instrument)}));
    const because = courses.map(({instrument, first, last}) => pairInWords(instrument, first, last)).join("; ");
    return says(
      courses.every(({last}) => last !== null),
      because,
      courses.flatMap(({first, last}) => [first, last])
    );
  },
  is_recovered: (facts) => {
    const pairs = bothPairs(facts);
    if (pairs === null) return lacksPairs(facts);
    const because = pairs.map(
      ({instrument, last, caseness}) =>
        `last ${labelOf(instrument)} of ${complete(last)}, ${complete(last) < caseness ? "" : "not "}below ${caseness}`
    );
    return says(
      pairs.every(({last, caseness}) => complete(last) < caseness),
      because.join("; "),
      pairs.map(({last}) => last)
    );
  },
  is_reliably_improved: change((hasFallen, hasRisen) => hasFallen && !hasRisen),
  is_reliably_worse: change((hasFallen, hasRisen) => hasRisen && !hasFallen),
  is_not_reliably_changed: change((hasFallen, hasRisen) => hasFallen === hasRisen)
};

const judged = [
  {instrument: "phq9", reliable: 6, caseness: 10},
  {instrument: "gad7", reliable: 4, caseness: 8}
] as const;

interface Course {
  readonly first: Assessment | null;
  /** On a later day than the first. */
  readonly last: Assessment | null;
}

function courseOf(facts: Facts, instrument: string): Course {
  const {first, last} = pick(facts, instrument);
  return {first, last: first !== null && last !== null && last.day > first.day ? last : null};
}

function bothPairs(facts: Facts) {
  const pairs = judged.flatMap((rule) => {
    const {first, last} = courseOf(facts, rule.instrument);
    return first === null || last === null ? [] : [{...rule, first, last}];
  });
  return pairs.length === judged.length ? pairs : null;
}

function lacksPairs(facts: Facts): Evidence {
  const {because, rows} = courseEvidence.has_both_pairs?.(facts) ?? says(false, "");
  return says(false, because, rows);
}

/** One up and one down is a mixed change. */
function change(judge: (hasFallen: boolean, hasRisen: boolean) => boolean): Witness {
  return (facts) => {
    const pairs = bothPairs(facts);
    if (pairs === null) return lacksPairs(facts);
    const falls = pairs.map(({first, last}) => complete(first) - complete(last));
    const hasFallen = pairs.some(({reliable}, index) => (falls[index] ?? 0) >= reliable);
    const hasRisen = pairs.some(({reliable}, index) => -(falls[index] ?? 0) >= reliable);
    const because = pairs.map(({instrument, first, last, reliable}, index) => {
      const fall = falls[index] ?? 0;
      const size =
        Math.abs(fall) >= reliable
          ? `${reliable} or more ${fall > 0 ? "lower" : "higher"}`
          : `less than ${reliable} either way`;
      return `${labelOf(instrument)} ${complete(first)} - ${complete(last)} = ${fall}, ${size}`;
    });
    const rows: Row[] = pairs.flatMap(({first, last}) => [first, last]);
    return says(
      judge(hasFallen, hasRisen),
      `${because.join("; ")}${hasFallen && hasRisen ? ": a mixed change" : ""}`,
      rows
    );
  };
}

function anyInstrument(
  chosen: (picks: Picks) => Assessment | null,
  inWords: (picks: Picks, instrument: string, facts: Facts) => string
): Witness {
  return (facts) => {
    const all = instruments.map(({id}) => ({id, picks: pick(facts, id)}));
    const found = all.find(({picks}) => chosen(picks) !== null);
    if (found !== undefined) return says(true, inWords(found.picks, found.id, facts), [chosen(found.picks)]);
    const used = all.filter(({picks}) => picks.all.length > 0);
    if (used.length === 0) return says(false, "no assessment takes part");
    return says(
      false,
      used.map(({id, picks}) => inWords(picks, id, facts)).join("; "),
      used.flatMap(({picks}) => picks.all)
    );
  };
}

/** From 14 days before to 14 days after discharge and, where there is a baseline, after it. */
function endScore({end, baseline}: Picks): Assessment | null {
  return end !== null && (baseline === null || end.day > baseline.day) ? end : null;
}

function endInWords(picks: Picks, instrument: string, {episode, settings: {prorate}}: Facts): string {
  const end = endScore(picks);
  if (end !== null)
    return `${labelOf(instrument)} of ${scoreOf(end, prorate)} on ${onDay(end)}, ${nearDischarge(end.day_after ?? 0)}`;
  if (episode.discharged_on === null) return "still open";
  if (picks.end !== null)
    return `the only ${labelOf(instrument)} from 14 days before to 14 days after discharge is the baseline, or older`;
  return `no scored ${labelOf(instrument)} from 14 days before to 14 days after discharge`;
}

function nearDischarge(days: number): string {
  if (days === 0) return "the day of discharge";
  return `${Math.abs(days)} days ${days < 0 ? "before" : "after"} discharge`;
}

function pairInWords(instrument: string, first: Assessment | null, last: Assessment | null): string {
  if (first === null) return `no complete ${labelOf(instrument)} up to 14 days after discharge`;
  if (last === null) return `complete ${labelOf(instrument)} on one day only, ${complete(first)} on ${onDay(first)}`;
  return `${labelOf(instrument)} of ${complete(first)} on ${onDay(first)} and ${complete(last)} on ${onDay(last)}`;
}

function complete({complete_score}: Assessment): number {
  return complete_score ?? 0;
}
