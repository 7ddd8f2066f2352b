import type {Kind} from "./people.ts";

/** The share that got better among all, and among those who answer: what counting answers only tends to. */
export function trueShares(kinds: readonly Kind[]): {all: number; answered: number; answering: number} {
  let all = 0;
  let betterAnswers = 0;
  let otherAnswers = 0;
  for (const {share, success, answer} of kinds) {
    all += share * success;
    betterAnswers += share * success * answer.better;
    otherAnswers += share * (1 - success) * answer.other;
  }
  const answering = betterAnswers + otherAnswers;
  return {all, answered: betterAnswers / answering, answering};
}
