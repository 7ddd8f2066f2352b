import {instruments, thresholds} from "../second_reading/instruments.ts";
import type {Instrument} from "../second_reading/rows.ts";
import type {InstrumentFacts, Score} from "../second_reading/scores.ts";
import type {EpisodeFacts} from "../second_reading/units.ts";

/** An outcome that needs scores: whom it should speak for, and what is found of those measured (0 and 1 for a share). */
export interface PlainOutcome {
  readonly id: string;
  /** Asked of the people of the follow-up cohort, in closed quarters. */
  readonly atFollowup: boolean;
  readonly severity: (facts: EpisodeFacts) => string;
  readonly asked: (facts: EpisodeFacts) => boolean;
  /** Null where it was not measured. */
  readonly found: (facts: EpisodeFacts) => number | null;
  /** The first score of a change; null where there is none, and for shares. */
  readonly first: (facts: EpisodeFacts) => number | null;
}

/** Every outcome of the catalogue whose scores may be missing, read from measures' methods in words. */
export const plainOutcomes: readonly PlainOutcome[] = [
  ...instruments.flatMap(ofInstrument),
  ofCourse("recovery", beganAsCase, (phq9, gad7) => phq9.last < 10 && gad7.last < 8),
  ofCourse(
    "reliable_recovery",
    beganAsCase,
    (phq9, gad7) => phq9.last < 10 && gad7.last < 8 && isBetter(phq9, gad7) && !isWorse(phq9, gad7)
  ),
  ofCourse(
    "reliable_improvement",
    () => true,
    (phq9, gad7) => isBetter(phq9, gad7) && !isWorse(phq9, gad7)
  ),
  ofCourse(
    "reliable_deterioration",
    () => true,
    (phq9, gad7) => isWorse(phq9, gad7) && !isBetter(phq9, gad7)
  ),
  ofCourse(
    "no_reliable_change",
    () => true,
    (phq9, gad7) => isWorse(phq9, gad7) === isBetter(phq9, gad7)
  )
];

function ofInstrument(id: Instrument): PlainOutcome[] {
  const {reliable, mcid, elevated_from, remission_below} = thresholds[id];
  const scores = (facts: EpisodeFacts) => ({
    baseline: scoreOf(facts[id].baseline),
    last: scoreOf(facts[id].post_last),
    later: scoreOf(facts[id].followup)
  });
  const severity = (facts: EpisodeFacts) => String(bandOf(id, facts[id].baseline));
  const isAsked = (facts: EpisodeFacts) =>
    facts.episode.discharged_on !== null && facts.treated && !facts.closed_by_death && !facts.under_12;
  const share = (name: string, beganFrom: number, holds: (baseline: number, last: number) => boolean) => ({
    id: `${id}_${name}`,
    atFollowup: false,
    severity,
    asked: (facts: EpisodeFacts) => isAsked(facts) && (beganFrom === 0 || (scores(facts).baseline ?? -1) >= beganFrom),
    found: (facts: EpisodeFacts) => {
      const {baseline, last} = scores(facts);
      return baseline === null || last === null ? null : Number(holds(baseline, last));
    },
    first: () => null
  });
  const change = (name: string, atFollowup: boolean, from: "baseline" | "last", to: "last" | "later") => ({
    id: `${id}_${name}`,
    atFollowup,
    severity,
    asked: isAsked,
    found: (facts: EpisodeFacts) => less(scores(facts)[from], scores(facts)[to]),
    first: (facts: EpisodeFacts) => scores(facts)[from]
  });
  return [
    change("change", false, "baseline", "last"),
    share("reliable_improvement", 0, (baseline, last) => baseline - last >= reliable),
    share("reliable_deterioration", 0, (baseline, last) => last - baseline >= reliable),
    share("response", elevated_from, (baseline, last) => last <= baseline / 2),
    share("remission", elevated_from, (_, last) => last < remission_below),
    share("mcid", mcid, (baseline, last) => baseline - last >= mcid),
    change("change_at_followup", true, "baseline", "later"),
    change("change_since_discharge", true, "last", "later"),
    {
      id: `${id}_gains_maintained`,
      atFollowup: true,
      severity,
      asked: (facts) => isAsked(facts) && (less(scores(facts).baseline, scores(facts).last) ?? 0) >= reliable,
      found: (facts) => {
        const {baseline, last, later} = scores(facts);
        if (baseline === null || last === null || later === null) return null;
        return Number(later - last < reliable && baseline - later >= reliable);
      },
      first: () => null
    }
  ];
}

interface Course {
  readonly first: number;
  readonly last: number;
}

/** An outcome of finished courses, judged on the first and last complete scores of both instruments. */
function ofCourse(
  id: string,
  asked: (facts: EpisodeFacts) => boolean,
  holds: (phq9: Course, gad7: Course) => boolean
): PlainOutcome {
  return {
    id,
    atFollowup: false,
    severity: ({phq9, gad7}) => `${bandOf("phq9", phq9.baseline)}/${bandOf("gad7", gad7.baseline)}`,
    asked: (facts) => facts.finished && asked(facts),
    found: ({phq9, gad7}) => {
      const [of_phq9, of_gad7] = [courseOf(phq9), courseOf(gad7)];
      return of_phq9 === null || of_gad7 === null ? null : Number(holds(of_phq9, of_gad7));
    },
    first: () => null
  };
}

function courseOf({first_complete, last_complete}: InstrumentFacts): Course | null {
  if (first_complete === null || last_complete === null) return null;
  return {first: first_complete.value, last: last_complete.value};
}

function beganAsCase({phq9, gad7}: EpisodeFacts): boolean {
  return (scoreOf(phq9.first_complete) ?? 0) >= 10 || (scoreOf(gad7.first_complete) ?? 0) >= 8;
}

function isBetter(phq9: Course, gad7: Course): boolean {
  return phq9.first - phq9.last >= 6 || gad7.first - gad7.last >= 4;
}

function isWorse(phq9: Course, gad7: Course): boolean {
  return phq9.last - phq9.first >= 6 || gad7.last - gad7.first >= 4;
}

const bandsFrom: Readonly<Record<Instrument, readonly number[]>> = {
  phq9: [0, 5, 10, 15, 20],
  gad7: [0, 5, 10, 15],
  pcl5: [0, 33]
};

/** From 1, the mildest; 0 without a score. */
function bandOf(instrument: Instrument, score: Score | null): number {
  return score === null ? 0 : bandsFrom[instrument].filter((from) => score.value >= from).length;
}

function scoreOf(score: Score | null): number | null {
  return score === null ? null : score.value;
}

function less(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one - other;
}
