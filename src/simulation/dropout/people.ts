import {bell} from "../bell.ts";
import {betaBinomial} from "../binomial.ts";
import {attendanceBand, type Bands, baselineBand} from "./bands.ts";
import type {Organisation, Slopes} from "./organisation.ts";

const sessions = 24;

/** People who are alike in everything that counts: how large a share of all they are, and their probabilities. */
export interface Kind {
  readonly bands: Bands;
  readonly share: number;
  readonly success: number;
  /** The probability of an answer of those who got better, and of the others. */
  readonly answer: {readonly better: number; readonly other: number};
}

/** Every kind of person an organisation can have, 2,800 of them; their shares add up to 1. */
export function kindsOf(organisation: Organisation): Kind[] {
  const {baseline} = organisation;
  const severities = bell({...baseline, highest: 27});
  return stays(organisation).flatMap(({completed, attended, share}) =>
    severities.flatMap((part, score) => {
      const person = {completed, attended, score};
      const known = kindOf(organisation, {...person, measured: true}, share * part * baseline.measured);
      const unknown = kindOf(organisation, {...person, measured: false}, share * part * (1 - baseline.measured));
      return [known, unknown];
    })
  );
}

function stays({completion, attendance}: Organisation) {
  const sort = (completed: number, share: number, mean: number) =>
    betaBinomial(sessions, {mean, alike: 0.2}).map((part, attended) => ({completed, attended, share: share * part}));
  return [...sort(1, completion, attendance.completers), ...sort(0, 1 - completion, attendance.leavers)];
}

interface Person {
  readonly completed: number;
  readonly attended: number;
  readonly score: number;
}

/**
 * Who was never asked for a baseline has a severity all the same, and it counts for the outcome; only nobody knows it.
 * What decides on an answer is what the organisation says: the person's own values, or what is known of them in bands.
 */
function kindOf(organisation: Organisation, person: Person & {measured: boolean}, share: number): Kind {
  const {success, answer, baseline} = organisation;
  const exact = {percent: (100 * person.attended) / sessions, score: person.score};
  const [attendance, severity] = [attendanceBand(exact.percent), baselineBand(person.score)];
  const known = {percent: attendance.middle, score: person.measured ? severity.middle : baseline.mean};
  const odds = (slopes: Slopes, {percent, score}: {percent: number; score: number}) =>
    slopes.start +
    slopes.attendance * (percent / 100 - 0.75) +
    (slopes.severity * (score - baseline.mean)) / baseline.sd +
    slopes.completion * person.completed;
  const answering = odds(answer, answer.by === "bands" ? known : exact);
  return {
    bands: {
      attendance: attendance.label,
      baseline: person.measured ? severity.label : "not measured",
      completed: person.completed === 1 ? "yes" : "no"
    },
    share,
    success: probability(odds(success, exact)),
    answer: {better: probability(answering + answer.success), other: probability(answering)}
  };
}

function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
