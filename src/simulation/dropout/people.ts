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

/** Who was never asked for a baseline has a severity all the same, and it counts; only nobody knows it. */
function kindOf(organisation: Organisation, person: Person & {measured: boolean}, share: number): Kind {
  const {success, answer, baseline} = organisation;
  const odds = (slopes: Slopes) =>
    slopes.start +
    slopes.attendance * (person.attended / sessions - 0.75) +
    (slopes.severity * (person.score - baseline.mean)) / baseline.sd +
    slopes.completion * person.completed;
  return {
    bands: {
      attendance: attendanceBand(person.attended, sessions),
      baseline: baselineBand(person.measured ? person.score : null),
      completed: person.completed === 1 ? "yes" : "no"
    },
    share,
    success: probability(odds(success)),
    answer: {better: probability(odds(answer) + answer.success), other: probability(odds(answer))}
  };
}

function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
